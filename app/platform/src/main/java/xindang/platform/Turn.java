package xindang.platform;

import static xindang.platform.jooq.Tables.DEFERRED;
import static xindang.platform.jooq.Tables.HISTORY;
import static xindang.platform.jooq.Tables.TICKET;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import xindang.model.archive.Change;
import xindang.model.archive.TemplateRef;
import xindang.model.exchange.Merge;
import xindang.model.exchange.Push;
import xindang.model.exchange.Verdict;
import xindang.model.json.ChangeJson;

/**
 * One turn of writing. It holds the ticket from its beginning to the end of the transaction, so turns follow each other
 * and positions appear in the order in which they were given: a cursor never passes one that is still to come. Rows are
 * read and written many at a time.
 */
final class Turn {
    private final DSLContext db;
    private final Intake intake;
    private final Map<UUID, RecordState> states = new HashMap<>();
    private final Set<UUID> stored = new HashSet<>();
    private final Map<UUID, RecordState> touched = new LinkedHashMap<>();
    private final Set<UUID> begun = new LinkedHashSet<>();
    private final List<Object[]> rows = new ArrayList<>();
    private final List<Object[]> waiting = new ArrayList<>();
    private long position;

    Turn(DSLContext db, Intake intake) {
        this.db = db;
        this.intake = intake;
        position = db.select(TICKET.POSITION)
                .from(TICKET)
                .where(TICKET.ID.eq(1))
                .forUpdate()
                .fetchSingle(TICKET.POSITION);
    }

    void load(Collection<UUID> records) {
        Rows.of(
                db,
                "select id, template, version, region, revision, state from record_state where id = any(?)",
                "uuid",
                records,
                row -> {
                    var id = row.getObject(1, UUID.class);
                    stored.add(id);
                    states.put(
                            id,
                            RecordState.read(
                                    id,
                                    new TemplateRef(row.getString(2), row.getInt(3)),
                                    row.getString(4),
                                    row.getLong(5),
                                    row.getBytes(6)));
                });
    }

    Optional<RecordState> state(UUID record) {
        return Optional.ofNullable(states.get(record));
    }

    /** Merges a change into its record and keeps it; the record must be loaded. */
    Push.Outcome apply(IncomingBatch.Line line, Change change, int epoch) {
        var merged = merge(change);
        var outcome = new Push.Outcome(
                line.sequence(),
                Optional.of(change.id()),
                verdict(merged.outcome()),
                merged.raised().stream().map(conflict -> conflict.id()).toList(),
                Optional.empty());
        keep(line, change.device(), epoch, change, outcome, change.region(), ++position);
        return outcome;
    }

    /** Keeps the bytes of a change that is set aside. Its id is not taken: another change may rightly own it. */
    Push.Outcome quarantine(IncomingBatch.Line line, Device device, Push.Reason reason) {
        var outcome = new Push.Outcome(
                line.sequence(), line.change().map(Change::id), Verdict.QUARANTINED, List.of(), Optional.of(reason));
        // Its own device pulls it back to settle it; what it could not read or disowns it does not get.
        var mine = line.change()
                .filter(change -> change.device().equals(device.name()))
                .isPresent();
        keep(line, device.name(), device.epoch(), null, outcome, mine ? device.region() : "", ++position);
        return outcome;
    }

    /** Keeps a change until what it waits for is there. */
    Push.Outcome defer(IncomingBatch.Line line, Change change, int epoch, Push.Reason reason) {
        var outcome = new Push.Outcome(
                line.sequence(), Optional.of(change.id()), Verdict.DEFERRED, List.of(), Optional.of(reason));
        keep(line, change.device(), epoch, change, outcome, change.region(), null);
        waiting.add(new Object[] {change.device(), epoch, line.sequence(), change.record()});
        return outcome;
    }

    /** Takes in the changes that waited for these records. */
    void release(Collection<UUID> records) {
        var deferred = db.select(HISTORY.DEVICE, HISTORY.EPOCH, HISTORY.SEQUENCE, HISTORY.BODY, HISTORY.RECORD)
                .from(DEFERRED)
                .join(HISTORY)
                .on(HISTORY.DEVICE
                        .eq(DEFERRED.DEVICE)
                        .and(HISTORY.EPOCH.eq(DEFERRED.EPOCH))
                        .and(HISTORY.SEQUENCE.eq(DEFERRED.SEQUENCE)))
                .where(DEFERRED.RECORD.in(records))
                .orderBy(HISTORY.DEVICE, HISTORY.EPOCH, HISTORY.SEQUENCE)
                .fetch();
        if (deferred.isEmpty()) {
            return;
        }
        load(deferred.intoSet(HISTORY.RECORD).stream()
                .filter(record -> !states.containsKey(record))
                .toList());
        for (var row : deferred) {
            var change = ChangeJson.read(new String(row.get(HISTORY.BODY), StandardCharsets.UTF_8));
            if (intake.waits(change, state(change.record())).isPresent()) {
                continue;
            }
            var merged = merge(change);
            db.update(HISTORY)
                    .set(HISTORY.POSITION, ++position)
                    .set(HISTORY.VERDICT, verdict(merged.outcome()).name())
                    .setNull(HISTORY.REASON)
                    .where(HISTORY.DEVICE.eq(row.get(HISTORY.DEVICE)))
                    .and(HISTORY.EPOCH.eq(row.get(HISTORY.EPOCH)))
                    .and(HISTORY.SEQUENCE.eq(row.get(HISTORY.SEQUENCE)))
                    .execute();
            db.deleteFrom(DEFERRED)
                    .where(DEFERRED.DEVICE.eq(row.get(HISTORY.DEVICE)))
                    .and(DEFERRED.EPOCH.eq(row.get(HISTORY.EPOCH)))
                    .and(DEFERRED.SEQUENCE.eq(row.get(HISTORY.SEQUENCE)))
                    .execute();
        }
    }

    /** Writes everything down, and first takes in what waited for the records begun here. */
    void finish() {
        writeHistory();
        if (!begun.isEmpty() && db.fetchExists(DEFERRED)) {
            release(begun);
        }
        writeStates();
        IssuedReports.index(db, touched.values());
        db.update(TICKET).set(TICKET.POSITION, position).where(TICKET.ID.eq(1)).execute();
    }

    private Merge.Merged merge(Change change) {
        var state = states.get(change.record());
        if (state == null) {
            state = RecordState.begin(change);
            states.put(change.record(), state);
            begun.add(change.record());
        }
        touched.put(change.record(), state);
        return state.apply(intake.template(change.template()), change);
    }

    private void keep(
            IncomingBatch.Line line,
            String device,
            int epoch,
            @Nullable Change change,
            Push.Outcome outcome,
            String region,
            @Nullable Long place) {
        rows.add(new Object[] {
            device,
            epoch,
            line.sequence(),
            place,
            change == null ? null : change.id(),
            change == null ? null : change.record(),
            region,
            region.length() < 6 ? "" : region.substring(0, 6),
            line.digest(),
            outcome.verdict().name(),
            outcome.reason().map(Push.Reason::code).orElse(null),
            outcome.reason().map(Push.Reason::field).orElse(null),
            line.body().length,
            line.body()
        });
    }

    private void writeHistory() {
        Rows.write(
                db,
                "insert into history (device, epoch, sequence, position, change_id, record, region, county, digest, verdict,"
                        + " reason, field, size, body) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
        Rows.write(db, "insert into deferred (device, epoch, sequence, record) values (?, ?, ?, ?)", waiting);
    }

    private void writeStates() {
        var inserts = new ArrayList<Object[]>();
        var updates = new ArrayList<Object[]>();
        for (var state : touched.values()) {
            var template = state.template();
            var row = new Object[] {
                template.version(),
                state.region(),
                state.revision(),
                state.conflicts().size(),
                state.bytes(),
                template.id(),
                state.id()
            };
            (stored.contains(state.id()) ? updates : inserts).add(row);
        }
        Rows.write(
                db,
                "insert into record_state (version, region, revision, conflicts, state, template, id)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                inserts);
        Rows.write(
                db,
                "update record_state set version = ?, region = ?, revision = ?, conflicts = ?, state = ?, template = ?"
                        + " where id = ?",
                updates);
    }

    private static Verdict verdict(Merge.Outcome outcome) {
        return switch (outcome) {
            case APPLIED -> Verdict.APPLIED;
            case MERGED -> Verdict.MERGED;
            case CONFLICT -> Verdict.CONFLICT;
        };
    }
}
