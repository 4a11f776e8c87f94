package xindang.sync;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Progress;
import xindang.model.exchange.ExchangeStore;
import xindang.model.exchange.Protocol;
import xindang.model.exchange.Push;
import xindang.model.exchange.Refusal;
import xindang.model.exchange.Verdict;
import xindang.model.json.ChangeJson;
import xindang.model.json.ExchangeJson;
import xindang.model.json.JsonValue;

/**
 * Hands the device's changes to the platform until it has signed for all of them. A sealed batch always makes the same
 * bytes under the same key, so a batch whose answer was lost is simply sent again. A batch that is too large for one
 * request goes in parts; a part's key comes from its content, so a part that is cut otherwise the next time is another
 * part, and the platform finds its changes to be duplicates.
 */
final class Upload {
    private static final int REPEAT = 200;

    /** Batches that are sealed in one save: between two such saves the platform has nothing to do. */
    private static final int AHEAD = 30;

    private final ExchangeStore store;
    private final Session session;
    private final Progress progress;
    private final List<Push.Outcome> outcomes = new ArrayList<>();
    private int sent;

    Upload(ExchangeStore store, Session session, Progress progress) {
        this.store = store;
        this.session = session;
        this.progress = progress;
    }

    int sent() {
        return sent;
    }

    List<SyncReport.SetAside> setAside() {
        return outcomes.stream()
                .filter(outcome -> outcome.verdict() == Verdict.QUARANTINED)
                .map(outcome -> outcome.reason()
                        .map(why -> new SyncReport.SetAside(outcome.sequence(), why.code(), why.field(), why.text()))
                        .orElseGet(() -> new SyncReport.SetAside(outcome.sequence(), "", "", "")))
                .toList();
    }

    int waiting() {
        return (int) outcomes.stream()
                .filter(outcome -> outcome.verdict() == Verdict.DEFERRED)
                .count();
    }

    /** Sends again what the platform had signed for and lost. */
    void again(long after, long upTo) {
        var from = after;
        while (from < upTo) {
            progress.check();
            var texts = store.texts(from + 1, Math.min(from + REPEAT, upTo));
            if (texts.isEmpty() || ChangeJson.read(texts.get(0)).sequence() != from + 1) {
                throw new AppException(ErrorCode.REFUSED, "changes to repeat are gone", "sequence.gap");
            }
            var last = from + texts.size();
            push(OutgoingBatch.of(session, key(texts), from + 1, texts));
            from = last;
        }
    }

    /**
     * Sends all that waits. While the platform works on one batch, the next is made ready; receipts are kept several at a
     * time, for a batch whose receipt was not kept gets the same one again.
     */
    void all() {
        var total = store.counts().local() + store.counts().sealed();
        progress.at("exchange.push", 0, total);
        for (var open = next(); !open.isEmpty(); open = next()) {
            var receipts = new TreeMap<ExchangeStore.Stretch, String>();
            try {
                all(open, receipts, total);
            } catch (AppException e) {
                store.receipted(receipts);
                throw e;
            }
            store.receipted(receipts);
        }
    }

    private List<ExchangeStore.Stretch> next() {
        return store.seal(Protocol.BATCH_CHANGES, AHEAD);
    }

    private void all(List<ExchangeStore.Stretch> open, SortedMap<ExchangeStore.Stretch, String> receipts, long total) {
        var batch = prepared(open.get(0));
        var call = begin(batch);
        try {
            for (var i = 0; i < open.size(); i++) {
                var now = batch;
                var last = i == open.size() - 1;
                if (!last) {
                    batch = prepared(open.get(i + 1));
                }
                var answer = call.isPresent() ? answered(now, call.get().reply()) : Optional.<Push.Answer>empty();
                call = last || answer.isEmpty() || progress.cancelled() ? Optional.empty() : begin(batch);
                receipts.put(open.get(i), answer.isPresent() ? accepted(now, answer.get()) : push(now));
                if (call.isEmpty() && !last) {
                    call = begin(batch);
                }
                sent += now.count();
                progress.at("exchange.push", sent, Math.max(total, sent));
            }
        } finally {
            call.ifPresent(Session.Call::drop);
        }
    }

    private OutgoingBatch prepared(ExchangeStore.Stretch stretch) {
        return OutgoingBatch.of(session, stretch.key(), stretch.first(), store.texts(stretch.first(), stretch.last()));
    }

    /** Puts a batch on its way if it fits into one request. */
    private Optional<Session.Call> begin(OutgoingBatch batch) {
        progress.check();
        return batch.fits() ? Optional.of(batch.send()) : Optional.empty();
    }

    /** Pushes changes in one batch or several; the receipts, a line each. */
    private String push(OutgoingBatch batch) {
        if (!batch.fits() && batch.count() > 1) {
            return batch.halves(Upload::key).stream().map(this::push).collect(joining("\n"));
        }
        var answer = answered(batch, batch.send().reply());
        return accepted(
                batch, answer.orElseGet(() -> answered(batch, batch.send().reply())
                        .orElseThrow(() -> new AppException(ErrorCode.REFUSED, "lost again", "sequence.gap"))));
    }

    /** The platform's answer; none when it had lost what came before, which was sent again. */
    private Optional<Push.Answer> answered(OutgoingBatch batch, Link.Reply reply) {
        if (reply.status() == 409) {
            var refusal = Session.refusal(reply);
            if (lost(refusal, batch.header())) {
                again(refusal.received(), batch.header().first() - 1);
                return Optional.empty();
            }
        }
        if (reply.status() != 200) {
            throw Session.refused(reply);
        }
        return Optional.of(ExchangeJson.pushAnswer(JsonValue.parse(reply.body())));
    }

    /** Checks the receipt and notes what became of the changes. */
    private String accepted(OutgoingBatch batch, Push.Answer answer) {
        checkReceipt(answer.receipt(), batch);
        outcomes.addAll(answer.outcomes());
        return answer.receipt();
    }

    /** The platform misses what came before this batch, though it had signed for it. */
    private static boolean lost(Refusal refusal, Push.Header header) {
        return refusal.code().equals("sequence.gap") && refusal.received() < header.first() - 1;
    }

    /** A receipt counts when the pinned platform signed it and it names this batch, its range and its bytes. */
    private void checkReceipt(String compact, OutgoingBatch batch) {
        var header = batch.header();
        var receipt = session.verified("receipt", compact)
                .map(JsonValue::parse)
                .map(ExchangeJson::receipt)
                .filter(r -> r.batch().equals(header.batch())
                        && r.device().equals(header.device())
                        && r.epoch() == header.epoch()
                        && r.first() == header.first()
                        && r.last() == header.first() + header.count() - 1
                        && r.digest().equals(batch.digest()));
        if (receipt.isEmpty()) {
            throw new AppException(ErrorCode.REFUSED, "receipt does not fit", "exchange.receipt");
        }
    }

    private static UUID key(List<String> texts) {
        var ids = new StringBuilder();
        texts.forEach(text -> ids.append(ChangeJson.read(text).id()));
        return UUID.nameUUIDFromBytes(ids.toString().getBytes(StandardCharsets.UTF_8));
    }
}
