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
 * Which own changes the platform set aside or lets wait, with the records that they change, so that people can find them. What
 * was set aside since the last exchange that ended is reported, also when it had waited or the exchange that sent it died.
 */
final class Aside {
    /** Up to which place in the platform's order changes were reported as set aside. */
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

    /** A platform that was set back gives its places anew: what it sets aside now is reported wherever it is. */
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
        // the line of an erased record names no record that somebody could look for
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
