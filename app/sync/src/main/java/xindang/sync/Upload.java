package xindang.sync;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import xindang.model.common.AppException;
import xindang.model.common.Digest;
import xindang.model.common.ErrorCode;
import xindang.model.common.Progress;
import xindang.model.exchange.ExchangeStore;
import xindang.model.exchange.Protocol;
import xindang.model.exchange.Push;
import xindang.model.exchange.Refusal;
import xindang.model.json.JsonValue;
import xindang.model.wire.ExchangeJson;
import xindang.model.wire.RedactedJson;

/**
 * Sends the device's changes to the platform until it has signed for all of them. A sealed batch always has the same
 * bytes and the same key, so a batch whose answer was lost is sent again.
 *
 * <p>A batch that is too large for one request is sent in parts. The key of a part comes from its content. If the next
 * attempt cuts the batch differently, the parts have other keys, and the platform recognises their changes as
 * duplicates.
 */
final class Upload {
    private static final int REPEAT = 200;

    /** Number of batches that one save seals. The platform has no work between two such saves. */
    private static final int AHEAD = 30;

    /** Number of batches that are sent at the same time. On a slow link more batches would only delay each other. */
    private static final int FLIGHT = 3;

    private static final Duration QUICK = Duration.ofSeconds(2);

    private final ExchangeStore store;
    private final PlatformSession session;
    private final Progress progress;
    private final List<Push.Outcome> outcomes = new ArrayList<>();
    /**
     * Number of batches that may be sent now. It begins with one: the first batch of a new epoch must arrive before all
     * others.
     */
    private int window = 1;

    private int sent;

    /** A batch that was sent, if it fits into one request, and whether another batch was sent before it. */
    private record SentBatch(
            ExchangeStore.Stretch stretch,
            OutgoingBatch batch,
            Optional<PlatformSession.Call> call,
            boolean follows,
            Instant begun) {}

    Upload(ExchangeStore store, PlatformSession session, Progress progress) {
        this.store = store;
        this.session = session;
        this.progress = progress;
    }

    int sent() {
        return sent;
    }

    /** Returns the platform's outcomes for the sent changes. */
    List<Push.Outcome> outcomes() {
        return List.copyOf(outcomes);
    }

    /** Sends changes again that the platform had signed for and lost. */
    void resend(long after, long upTo) {
        var from = after;
        while (from < upTo) {
            progress.check();
            var texts = store.texts(from + 1, Math.min(from + REPEAT, upTo));
            if (texts.isEmpty() || RedactedJson.sequence(texts.get(0)) != from + 1) {
                throw new AppException(ErrorCode.REFUSED, "changes to repeat are gone", "sequence.gap");
            }
            var last = from + texts.size();
            push(OutgoingBatch.of(session, key(texts), from + 1, texts));
            from = last;
        }
    }

    /**
     * Sends all changes that have a position in the platform's order, in that order, including those of other offices.
     */
    void resubmit() {
        for (var from = 0; ; from += REPEAT) {
            progress.check();
            var texts = store.placed(from, REPEAT);
            if (texts.isEmpty()) {
                return;
            }
            resubmit(texts);
        }
    }

    private void resubmit(List<String> texts) {
        var body = (String.join("\n", texts) + "\n").getBytes(StandardCharsets.UTF_8);
        if (body.length > Protocol.BATCH_PLAIN_BYTES && texts.size() > 1) {
            var half = texts.size() / 2;
            resubmit(texts.subList(0, half));
            resubmit(texts.subList(half, texts.size()));
            return;
        }
        var reply = OutgoingBatch.handover(session, store.cursor(), body).reply();
        if (reply.status() != 200) {
            throw PlatformSession.refused(reply);
        }
    }

    /**
     * Sends all waiting changes. While the platform writes one batch, it reads the next one, and another is prepared
     * here. Several receipts are saved together. A batch whose receipt was not saved gets the same receipt again.
     */
    void pushAll() {
        var total = store.counts().local() + store.counts().sealed();
        progress.at("exchange.push", 0, total);
        for (var open = next(); !open.isEmpty(); open = next()) {
            var receipts = new TreeMap<ExchangeStore.Stretch, String>();
            try {
                sendAll(open, receipts, total);
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

    private void sendAll(List<ExchangeStore.Stretch> open, Map<ExchangeStore.Stretch, String> receipts, long total) {
        var coming = open.iterator();
        var flight = new ArrayDeque<SentBatch>();
        try {
            while (coming.hasNext() || !flight.isEmpty()) {
                if (coming.hasNext() && flight.size() < window) {
                    flight.add(begin(coming.next(), !flight.isEmpty()));
                } else {
                    var first = flight.remove();
                    receipts.put(first.stretch(), receipt(first));
                    sent += first.batch().count();
                    progress.at("exchange.push", sent, Math.max(total, sent));
                }
            }
        } finally {
            flight.forEach(pending -> pending.call().ifPresent(PlatformSession.Call::drop));
        }
    }

    /** Sends a batch if it fits into one request. */
    private SentBatch begin(ExchangeStore.Stretch stretch, boolean follows) {
        progress.check();
        var texts = store.texts(stretch.first(), stretch.last());
        // the own key belongs to the original bytes; a batch with an erased change has other bytes and needs another
        // key
        var key = isWhole(texts) ? stretch.key() : key(texts);
        var batch = OutgoingBatch.of(session, key, stretch.first(), texts);
        return new SentBatch(
                stretch, batch, batch.fits() ? Optional.of(batch.send()) : Optional.empty(), follows, session.now());
    }

    /** Returns the receipts of a batch that was sent, one in each line. */
    private String receipt(SentBatch pending) {
        if (pending.call().isEmpty()) {
            return push(pending.batch());
        }
        var reply = pending.call().get().reply();
        var quick = Duration.between(pending.begun(), session.now()).compareTo(QUICK) < 0;
        window = quick ? Math.min(window + 1, FLIGHT) : 1;
        var overtook = pending.follows() && gap(reply).isPresent();
        var answer = overtook ? Optional.<Push.Answer>empty() : answered(pending.batch(), reply);
        return answer.isPresent() ? accepted(pending.batch(), answer.get()) : push(pending.batch());
    }

    /** Sends changes in one or several batches and returns the receipts, one in each line. */
    private String push(OutgoingBatch batch) {
        if (!batch.fits() && batch.count() > 1) {
            return batch.halves(Upload::key).stream().map(this::push).collect(joining("\n"));
        }
        var answer = answered(batch, batch.send().reply());
        return accepted(
                batch, answer.orElseGet(() -> answered(batch, batch.send().reply())
                        .orElseThrow(() -> new AppException(ErrorCode.REFUSED, "lost again", "sequence.gap"))));
    }

    /** Returns the platform's answer; empty if the platform had lost earlier changes, which were sent again. */
    private Optional<Push.Answer> answered(OutgoingBatch batch, Link.Reply reply) {
        var gap =
                gap(reply).filter(refusal -> refusal.received() < batch.header().first() - 1);
        if (gap.isPresent()) {
            resend(gap.get().received(), batch.header().first() - 1);
            return Optional.empty();
        }
        if (reply.status() != 200) {
            throw PlatformSession.refused(reply);
        }
        return Optional.of(ExchangeJson.pushAnswer(JsonValue.parse(reply.body())));
    }

    /** Checks the receipt and collects the outcomes of the changes. */
    private String accepted(OutgoingBatch batch, Push.Answer answer) {
        checkReceipt(answer.receipt(), batch);
        outcomes.addAll(answer.outcomes());
        return answer.receipt();
    }

    /** Returns the refusal if the platform lacks changes before a batch. */
    private static Optional<Refusal> gap(Link.Reply reply) {
        return Optional.of(reply)
                .filter(refused -> refused.status() == 409)
                .map(PlatformSession::refusal)
                .filter(refusal -> refusal.code().equals("sequence.gap"));
    }

    /**
     * Checks that the pinned platform signed the receipt and that it names this batch, its range and its bytes.
     *
     * @throws AppException REFUSED if it does not
     */
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

    private static boolean isWhole(List<String> texts) {
        return texts.stream().allMatch(text -> RedactedJson.read(text).isEmpty());
    }

    private static UUID key(List<String> texts) {
        var ids = new StringBuilder();
        texts.forEach(text -> ids.append(RedactedJson.id(text)));
        if (!isWhole(texts)) {
            ids.append(Digest.of(String.join("\n", texts)));
        }
        return UUID.nameUUIDFromBytes(ids.toString().getBytes(StandardCharsets.UTF_8));
    }
}
