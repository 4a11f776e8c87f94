package xindang.sync;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import xindang.model.archive.Change;
import xindang.model.common.AppException;
import xindang.model.common.Digest;
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
            var limit = (int) Math.min(REPEAT, upTo - from);
            var changes = store.own(from, limit);
            if (changes.isEmpty() || changes.get(0).sequence() != from + 1) {
                throw new AppException(ErrorCode.REFUSED, "changes to repeat are gone", "sequence.gap");
            }
            push(key(changes), changes);
            from = changes.get(changes.size() - 1).sequence();
        }
    }

    /** Sends all that waits. */
    void all() {
        var total = store.counts().local() + store.counts().sealed();
        progress.at("exchange.push", 0, total);
        for (var batch = next(); batch.isPresent(); batch = next()) {
            progress.check();
            var changes = batch.get().changes();
            var receipt = push(batch.get().key(), changes);
            store.receipted(batch.get().key(), receipt);
            sent += changes.size();
            progress.at("exchange.push", sent, Math.max(total, sent));
        }
    }

    private Optional<ExchangeStore.Batch> next() {
        return store.sealed().or(() -> store.seal(Protocol.BATCH_CHANGES));
    }

    /** Pushes changes in one batch or several; the receipts, a line each. */
    private String push(UUID key, List<Change> changes) {
        var header = new Push.Header(
                key,
                session.member().device(),
                session.member().epoch(),
                changes.get(0).sequence(),
                changes.size());
        var body = body(header, changes);
        var packed = packed(body);
        var fits = changes.size() <= Protocol.BATCH_CHANGES
                && body.length <= Protocol.BATCH_PLAIN_BYTES
                && packed.length <= Protocol.BATCH_BYTES;
        if (!fits && changes.size() > 1) {
            var half = changes.size() / 2;
            var first = changes.subList(0, half);
            var second = changes.subList(half, changes.size());
            return push(key(first), first) + "\n" + push(key(second), second);
        }
        return send(header, body, packed);
    }

    private String send(Push.Header header, byte[] body, byte[] packed) {
        var signature = session.sign(body);
        var reply = session.send("/push", request -> request.header("Content-Type", Protocol.BATCH_TYPE)
                .header("Content-Encoding", "gzip")
                .header(Protocol.IDEMPOTENCY_KEY, header.batch().toString())
                .header(Protocol.SIGNATURE, signature)
                .POST(BodyPublishers.ofByteArray(packed)));
        if (reply.status() == 409) {
            var refusal = Session.refusal(reply);
            if (lost(refusal, header)) {
                again(refusal.received(), header.first() - 1);
                return send(header, body, packed);
            }
        }
        if (reply.status() != 200) {
            throw Session.refused(reply);
        }
        var answer = ExchangeJson.pushAnswer(JsonValue.parse(reply.body()));
        checkReceipt(answer.receipt(), header, body);
        outcomes.addAll(answer.outcomes());
        return answer.receipt();
    }

    /** The platform misses what came before this batch, though it had signed for it. */
    private static boolean lost(Refusal refusal, Push.Header header) {
        return refusal.code().equals("sequence.gap") && refusal.received() < header.first() - 1;
    }

    /** A receipt counts when the pinned platform signed it and it names this batch, its range and its bytes. */
    private void checkReceipt(String compact, Push.Header header, byte[] body) {
        var receipt = session.verified("receipt", compact)
                .map(JsonValue::parse)
                .map(ExchangeJson::receipt)
                .filter(r -> r.batch().equals(header.batch())
                        && r.device().equals(header.device())
                        && r.epoch() == header.epoch()
                        && r.first() == header.first()
                        && r.last() == header.first() + header.count() - 1
                        && r.digest().equals(Digest.of(body)));
        if (receipt.isEmpty()) {
            throw new AppException(ErrorCode.REFUSED, "receipt does not fit", "exchange.receipt");
        }
    }

    private static UUID key(List<Change> changes) {
        var text = new StringBuilder();
        changes.forEach(change -> text.append(change.id()));
        return UUID.nameUUIDFromBytes(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] body(Push.Header header, List<Change> changes) {
        var text = new StringBuilder(changes.size() * 1000).append(ExchangeJson.write(header));
        changes.forEach(change -> text.append('\n').append(ChangeJson.write(change)));
        return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] packed(byte[] body) {
        var out = new ByteArrayOutputStream(body.length / 4 + 100);
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new IllegalStateException("memory failed", e);
        }
        return out.toByteArray();
    }
}
