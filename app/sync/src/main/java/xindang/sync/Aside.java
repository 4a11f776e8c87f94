package xindang.sync;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import xindang.model.archive.Change;
import xindang.model.exchange.ExchangeStore;
import xindang.model.exchange.Push;
import xindang.model.exchange.Verdict;
import xindang.model.json.JsonValue;
import xindang.model.wire.ChangeJson;
import xindang.model.wire.ExchangeJson;
import xindang.model.wire.RedactedJson;

/**
 * Collects the own changes that the platform rejected or deferred, with the records that they change. It reports every
 * change that was rejected since the last complete exchange, even if the change was deferred before or its exchange was
 * interrupted.
 */
final class Aside {
    /** Name of the setting with the last position in the platform's order whose rejection was reported. */
    private static final String REPORTED = "exchange.aside";

    private final ExchangeStore store;
    private final List<SyncReport.SetAside> setAside = new ArrayList<>();
    private final List<SyncReport.Waiting> waiting = new ArrayList<>();

    private Aside(ExchangeStore store) {
        this.store = store;
    }

    static Aside of(ExchangeStore store, PlatformSession session, List<Push.Outcome> outcomes) {
        var aside = new Aside(store);
        outcomes.stream()
                .filter(outcome -> outcome.verdict() == Verdict.QUARANTINED)
                .forEach(outcome -> aside.add(
                        outcome.sequence(),
                        outcome.change(),
                        outcome.reason().orElse(new Push.Reason("change.unreadable", "", ""))));
        var reply = session.send("/device/pending", HttpRequest.Builder::GET);
        if (reply.status() != 200) {
            throw PlatformSession.refused(reply);
        }
        aside.add(ExchangeJson.pending(JsonValue.parse(reply.body())));
        return aside;
    }

    /** Reports all rejected changes again, because a restored platform assigns its positions anew. */
    static void begin(ExchangeStore store) {
        store.setting(REPORTED, "0");
    }

    private void add(Push.Pending pending) {
        for (var change : pending.waiting()) {
            var reason = change.reason();
            waiting.add(new SyncReport.Waiting(
                    change.sequence(),
                    record(change.sequence(), Optional.of(change.change())),
                    change.wanted(),
                    reason.code(),
                    reason.text()));
        }
        var reported = store.setting(REPORTED).map(Long::parseLong).orElse(0L);
        var last = reported;
        for (var change : pending.setAside()) {
            if (change.position() > reported) {
                if (setAside.stream().noneMatch(known -> known.sequence() == change.sequence())) {
                    add(change.sequence(), change.change(), change.reason());
                }
                last = Math.max(last, change.position());
            }
        }
        if (last > reported) {
            store.setting(REPORTED, Long.toString(last));
        }
    }

    private void add(long sequence, Optional<UUID> change, Push.Reason reason) {
        setAside.add(new SyncReport.SetAside(
                sequence, record(sequence, change), reason.code(), reason.field(), reason.text()));
    }

    private Optional<UUID> record(long sequence, Optional<UUID> id) {
        // the line of an erased record names no record that a person could look for
        return store.texts(sequence, sequence).stream()
                .filter(text -> RedactedJson.read(text).isEmpty())
                .map(ChangeJson::read)
                .filter(change -> id.isEmpty() || id.get().equals(change.id()))
                .findFirst()
                .map(Change::record);
    }

    List<SyncReport.SetAside> setAside() {
        return setAside;
    }

    List<SyncReport.Waiting> waiting() {
        return waiting;
    }
}
