package xindang.platform;

import static xindang.platform.jooq.Tables.BATCH;
import static xindang.platform.jooq.Tables.CLIENT;
import static xindang.platform.jooq.Tables.HISTORY;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jooq.DSLContext;
import xindang.model.archive.Body;
import xindang.model.archive.Content;
import xindang.model.exchange.Push;
import xindang.model.exchange.Verdict;
import xindang.model.wire.ExchangeJson;
import xindang.platform.jooq.tables.records.ClientRecord;

/**
 * Accepts batches. Each batch is stored once and completely, in one transaction with its answer. The batches of one
 * device are written in the order of their arrival. The next batch is read while the previous one is written.
 */
final class Inbox {
    private final PlatformDatabase database;
    private final Identity identity;
    private final Cursors cursors;
    private final ChangeIntake intake;
    private final Clock clock;
    private final Arrivals arrivals = new Arrivals();

    Inbox(PlatformDatabase database, Identity identity, Cursors cursors, ChangeIntake intake, Clock clock) {
        this.database = database;
        this.identity = identity;
        this.cursors = cursors;
        this.intake = intake;
        this.clock = clock;
    }

    /**
     * Stores a batch and returns its answer. A batch that was answered before gets the same bytes again.
     *
     * @param key the idempotency key of the request
     * @param body the batch before gzip
     * @throws Refused if the signature, key, device or place of the batch is wrong
     */
    byte[] take(Device device, UUID key, byte[] body, String signature) {
        try (var place = arrivals.enter(device.client())) {
            var batch = signed(device, body, signature);
            var header = batch.header();
            if (!header.batch().equals(key)) {
                throw Refused.of(422, "batch.key");
            }
            if (!header.device().equals(device.name()) || header.epoch() != device.epoch()) {
                throw Refused.of(422, "batch.device");
            }
            place.await();
            return database.write(db -> take(db, device, batch));
        }
    }

    /**
     * Takes back lost changes from a device that has them. They are changes of any device, in their original bytes and
     * in the order in which they took effect. Changes that the platform still has are skipped. The last received
     * sequence number of each device does not change: the device that made a change sends it again and gets a receipt.
     *
     * @param cursor where the last pull of the device ended; a cursor that was issued here and does not fit proves the
     *     loss
     */
    String handover(Device device, String cursor, byte[] body, String signature) {
        if (!Device.signed(device.key(), body, signature)) {
            throw Refused.of(401, "request.signature");
        }
        var lines = IncomingBatch.lines(body);
        return database.write(db -> new Handover(db, intake, device, cursors.proveLoss(db, cursor)).take(lines));
    }

    /** Reads a batch. The signature is checked in parallel with parsing, because the device waits. */
    private static IncomingBatch signed(Device device, byte[] body, String signature) {
        var right = CompletableFuture.supplyAsync(() -> Device.signed(device.key(), body, signature));
        try {
            var batch = IncomingBatch.parse(body);
            if (right.join()) {
                return batch;
            }
        } catch (Refused e) {
            if (right.join()) {
                throw e;
            }
        }
        throw Refused.of(401, "request.signature");
    }

    /**
     * Returns the last sequence number of the device that the platform received.
     *
     * @param cursor where its last pull ended
     * @throws Refused 409 if another change is at that position
     */
    String head(Device device, String cursor) {
        var received = database.read(db -> {
            Cursors.position(db, cursor);
            return db.select(CLIENT.RECEIVED)
                    .from(CLIENT)
                    .where(CLIENT.ID.eq(device.client()))
                    .fetchSingle(CLIENT.RECEIVED);
        });
        return ExchangeJson.write(new Push.Head(device.name(), device.epoch(), received));
    }

    /** Returns the deferred and the rejected changes of the device. */
    String pending(Device device) {
        var pending = database.read(db -> Pending.of(db, device));
        return ExchangeJson.write(pending);
    }

    private static Optional<byte[]> answered(DSLContext db, Device device, IncomingBatch batch) {
        return db.select(BATCH.DIGEST, BATCH.ANSWER)
                .from(BATCH)
                .where(BATCH.CLIENT.eq(device.client()))
                .and(BATCH.ID.eq(batch.header().batch()))
                .fetchOptional()
                .map(row -> {
                    if (!row.value1().equals(batch.digest())) {
                        throw Refused.of(422, "batch.reused");
                    }
                    return row.value2();
                });
    }

    private byte[] take(DSLContext db, Device device, IncomingBatch batch) {
        var turn = new Turn(db, intake);
        var earlier = answered(db, device, batch);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        var client = db.selectFrom(CLIENT).where(CLIENT.ID.eq(device.client())).fetchSingle();
        checkPlace(client, batch);
        var known = known(db, device, batch);
        checkForks(client, batch, known);
        // the receipt is valid only if the transaction that stores it commits
        var receipt = CompletableFuture.supplyAsync(() -> receipt(device, batch));
        turn.load(records(batch));
        var outcomes = new ArrayList<Push.Outcome>();
        for (var line : batch.lines()) {
            outcomes.add(decide(turn, device, line, known));
        }
        turn.finish();
        if (batch.last() > client.getReceived()) {
            client.setReceived(batch.last());
            client.setDigest(batch.lines().get(batch.lines().size() - 1).digest());
            client.update();
        }
        var answer =
                ExchangeJson.write(new Push.Answer(receipt.join(), outcomes)).getBytes(StandardCharsets.UTF_8);
        db.insertInto(BATCH)
                .columns(BATCH.fields())
                .values(device.client(), batch.header().batch(), batch.digest(), answer, clock.millis())
                .execute();
        return answer;
    }

    private Push.Outcome decide(Turn turn, Device device, IncomingBatch.Line line, Known known) {
        if (known.placed(line)) {
            return duplicate(line);
        }
        if (line.fault().isPresent()) {
            var fault = line.fault().get();
            return aside(turn, line, device, new Push.Reason(fault.code(), fault.member(), Texts.of(fault.code())));
        }
        var digest = known.byId().putIfAbsent(line.id().orElseThrow(), line.digest());
        if (digest != null) {
            return digest.equals(line.digest())
                    ? duplicate(line)
                    : aside(turn, line, device, new Push.Reason("change.id", "", Texts.of("change.id")));
        }
        if (line.change().isEmpty()) {
            return turn.name(line, device);
        }
        var change = line.change().get();
        var state = turn.state(change.record());
        var subject = turn.subject(change);
        if (turn.isErased(change, subject)) {
            return turn.afterErasure(line, change, device);
        }
        var fault = intake.fault(turn, device, change, state, subject.state());
        if (fault.isPresent()) {
            return aside(turn, line, device, fault.get());
        }
        if (change.body() instanceof Body.Erasure) {
            return turn.erase(line, change, device);
        }
        var waits = intake.waits(change, state, subject);
        if (waits.isPresent()) {
            return intake.forbidden(change)
                    .map(refusal -> aside(turn, line, device, refusal))
                    .orElseGet(() -> turn.defer(line, change, device, waits.get()));
        }
        var merging = turn.merging(change, line.isMarked());
        return merging.refusal()
                .map(refusal -> turn.quarantine(line.keeping(intake.kept(merging)), device, refusal))
                .orElseGet(() -> turn.apply(line, merging, device));
    }

    /** Rejects a line. Content that the law forbids to collect is not kept (article 14(1)). */
    private Push.Outcome aside(Turn turn, IncomingBatch.Line line, Device device, Push.Reason reason) {
        return turn.quarantine(intake.kept(line), device, reason);
    }

    private static Push.Outcome duplicate(IncomingBatch.Line line) {
        return new Push.Outcome(line.sequence(), line.id(), Verdict.DUPLICATE, List.of(), Optional.empty());
    }

    /**
     * Checks that the batch begins at or before the next expected sequence number.
     *
     * @throws Refused 409 with the last received number if the batch leaves a gap
     */
    private static void checkPlace(ClientRecord client, IncomingBatch batch) {
        var first = batch.header().first();
        var begins = client.getReceived() == 0 && client.getEpoch() > 1;
        if (first > client.getReceived() + 1 && !begins) {
            throw Refused.gap(client.getReceived());
        }
    }

    /**
     * Detects two histories of one device: its archive was copied, or restored and used again.
     *
     * @throws Refused 409 if the batch belongs to another history
     */
    private static void checkForks(ClientRecord client, IncomingBatch batch, Known known) {
        var begins = client.getReceived() == 0 && client.getEpoch() > 1;
        for (var line : batch.lines()) {
            if (line.sequence() <= client.getReceived() && known.elsewhere(line)) {
                throw Refused.of(409, "device.forked");
            }
            var follows = line.sequence() == client.getReceived() + 1 && !begins;
            if (follows
                    && line.change()
                            .filter(change -> !change.previous().equals(client.getDigest()))
                            .isPresent()
                    && line.sequence() == batch.header().first()) {
                throw Refused.of(409, "device.forked");
            }
        }
    }

    private static Known known(DSLContext db, Device device, IncomingBatch batch) {
        var byPlace = db.select(HISTORY.SEQUENCE, HISTORY.DIGEST)
                .from(HISTORY)
                .where(HISTORY.DEVICE.eq(device.name()))
                .and(HISTORY.EPOCH.eq(device.epoch()))
                .and(HISTORY.SEQUENCE.between(batch.header().first(), batch.last()))
                .fetchMap(HISTORY.SEQUENCE, HISTORY.DIGEST);
        var ids = batch.lines().stream().flatMap(line -> line.id().stream()).toList();
        var byId = new HashMap<UUID, String>();
        BulkRows.of(
                db,
                "select change_id, digest from history where change_id = any(?)",
                "uuid",
                ids,
                row -> byId.put(row.getObject(1, UUID.class), row.getString(2)));
        return new Known(byPlace, byId);
    }

    private Set<UUID> records(IncomingBatch batch) {
        var records = new HashSet<UUID>();
        batch.lines().forEach(line -> line.change().ifPresent(change -> {
            records.add(change.record());
            intake.subject(change.template(), Content.EMPTY.with(change.fields()))
                    .ifPresent(records::add);
        }));
        batch.lines().forEach(line -> line.redacted().ifPresent(redacted -> records.add(redacted.record())));
        return records;
    }

    private String receipt(Device device, IncomingBatch batch) {
        return identity.sign(
                "receipt",
                ExchangeJson.write(new Push.Receipt(
                        batch.header().batch(),
                        device.name(),
                        device.epoch(),
                        batch.header().first(),
                        batch.last(),
                        batch.digest(),
                        Instant.ofEpochMilli(clock.millis()))));
    }

    /** Digests of the changes that are stored already, by sequence number and by id. */
    private record Known(Map<Long, String> byPlace, Map<UUID, String> byId) {
        boolean placed(IncomingBatch.Line line) {
            return line.digest().equals(byPlace.get(line.sequence()));
        }

        /**
         * Returns true if another change has the line's sequence number. A change of an earlier epoch does not count.
         */
        boolean elsewhere(IncomingBatch.Line line) {
            var here = byPlace.get(line.sequence());
            if (here != null) {
                return !here.equals(line.digest());
            }
            return line.id().map(id -> !line.digest().equals(byId.get(id))).orElse(true);
        }
    }
}
