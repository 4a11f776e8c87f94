package xindang.platform;

import static xindang.platform.jooq.Tables.DEFERRED;
import static xindang.platform.jooq.Tables.HISTORY;
import static xindang.platform.jooq.Tables.TICKET;

import java.nio.charset.StandardCharsets;
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
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import xindang.model.archive.Body;
import xindang.model.archive.Change;
import xindang.model.archive.Content;
import xindang.model.exchange.Merge;
import xindang.model.exchange.Push;
import xindang.model.exchange.Verdict;
import xindang.model.wire.ChangeJson;

/**
 * One turn of writing. It locks the ticket row until the transaction ends. Therefore turns run one after another, and
 * positions become visible in the order of their assignment: a cursor never skips a position that appears later. Rows
 * are read and written in bulk.
 */
final class Turn {
    private final DSLContext db;
    private final ChangeIntake intake;
    private final PlatformErasures erasures;
    private final Moves moves;
    private final Map<UUID, PlatformRecord> states = new HashMap<>();
    private final Set<UUID> stored = new HashSet<>();
    private final Map<UUID, PlatformRecord> touched = new LinkedHashMap<>();
    private final Set<UUID> begun = new LinkedHashSet<>();
    private final HistoryRows history = new HistoryRows();
    private final RowsWithTerm ended;
    private long position;

    Turn(DSLContext db, ChangeIntake intake) {
        this.db = db;
        this.intake = intake;
        moves = new Moves(db);
        erasures = new PlatformErasures(db, moves);
        ended = new RowsWithTerm(intake);
        position = db.select(TICKET.POSITION)
                .from(TICKET)
                .where(TICKET.ID.eq(1))
                .forUpdate()
                .fetchSingle(TICKET.POSITION);
    }

    void load(Collection<UUID> records) {
        erasures.load(records);
        StateRows.read(db, records, state -> {
            stored.add(state.id());
            states.put(state.id(), state);
        });
    }

    Optional<PlatformRecord> state(UUID record) {
        return Optional.ofNullable(states.get(record));
    }

    /** The subject of a record, if it has one; its state, if the platform has it. */
    record Subject(Optional<UUID> id, Optional<PlatformRecord> state) {
        boolean isMissing() {
            return id.isPresent() && state.isEmpty();
        }
    }

    Subject subject(Change change) {
        if (change.isSealed()) {
            return new Subject(Optional.empty(), Optional.empty());
        }
        var content = state(change.record()).map(PlatformRecord::content).orElse(Content.EMPTY);
        var id = intake.subject(change.template(), content.with(change.fields()));
        id.filter(wanted -> !states.containsKey(wanted)).ifPresent(wanted -> load(List.of(wanted)));
        return new Subject(id, id.flatMap(this::state));
    }

    /** Merges a change into its loaded record and asks the law's gate about the result. Stores nothing. */
    ReadyChange merging(Change change, boolean isMarked) {
        var state = state(change.record()).orElseGet(() -> PlatformRecord.begin(change));
        var merged = change.isSealed()
                ? Optional.<Merge.Merged>empty()
                : Optional.of(state.merge(intake.template(change.template()), change));
        return ReadyChange.judged(change, state, merged, isMarked, intake);
    }

    /** Returns true if a record is or was in the region of an office. */
    boolean wasIn(UUID record, String office) {
        return moves.wasIn(record, office);
    }

    /** Returns true if the record of a change or its subject was erased. */
    boolean isErased(Change change, Subject subject) {
        return erasures.concerns(change, subject.id());
    }

    /** Erases a record and all records about it. Stores the erasure for the offices of all its regions. */
    Push.Outcome erase(IncomingBatch.Line line, Change change, Device device) {
        var region = state(change.record()).map(PlatformRecord::region).orElse(device.region());
        flush();
        var destroyed = erasures.destroy(change, position);
        position = destroyed.position();
        states.keySet().removeAll(destroyed.records());
        begun.removeAll(destroyed.records());
        var outcome = pass(line, change, device, region);
        position =
                moves.recall(change.record(), moves.regionsOutside(change.record(), region), line.digest(), position);
        return outcome;
    }

    /** Stores a second erasure. Any other change of an erased record is rejected without content. */
    Push.Outcome afterErasure(IncomingBatch.Line line, Change change, Device device) {
        return change.body() instanceof Body.Erasure
                ? pass(line, change, device, device.region())
                : quarantine(line.withoutContent(), device, ChangeIntake.erased());
    }

    /** Keeps the place of a change whose content its device erased. */
    Push.Outcome name(IncomingBatch.Line line, Device device) {
        var redacted = line.redacted().orElseThrow();
        var region = state(redacted.record()).map(PlatformRecord::region).orElse(device.region());
        var outcome = new Push.Outcome(
                line.sequence(), Optional.of(redacted.id()), Verdict.APPLIED, List.of(), Optional.empty());
        var place = Route.in(region);
        history.keep(line, redacted.device(), device.epoch(), true, outcome, place, ++position);
        return outcome;
    }

    /** Stores an accepted change and its effect on the record. */
    Push.Outcome apply(IncomingBatch.Line line, ReadyChange merging, Device device) {
        var change = merging.change();
        var epoch = device.epoch();
        var before = state(change.record()).map(PlatformRecord::region);
        if (merging.merged().isEmpty()) {
            return pass(line, change, device, before.orElse(device.region()));
        }
        var merged = accept(merging, device.region());
        var outcome = new Push.Outcome(
                line.sequence(),
                Optional.of(change.id()),
                Verdict.of(merged.outcome()),
                merged.raised().stream().map(conflict -> conflict.id()).toList(),
                Optional.empty());
        follow(change, before, line.digest());
        history.keep(
                line,
                change.device(),
                epoch,
                true,
                outcome,
                Route.of(before, region(change), device.region()),
                ++position);
        return outcome;
    }

    /** Stores a change that takes no effect here, for example one by a later version, and forwards it. */
    private Push.Outcome pass(IncomingBatch.Line line, Change change, Device device, String region) {
        var outcome = new Push.Outcome(
                line.sequence(), Optional.of(change.id()), Verdict.APPLIED, List.of(), Optional.empty());
        var route = Route.of(Optional.empty(), region, device.region());
        history.keep(line, change.device(), device.epoch(), true, outcome, route, ++position);
        return outcome;
    }

    /** Sends a moved record, and the records about it, to its new region, at positions before the move. */
    private void follow(Change change, Optional<String> before, String digest) {
        var after = region(change);
        if (before.isEmpty() || before.get().equals(after)) {
            return;
        }
        var moved = new LinkedHashSet<UUID>();
        moved.add(change.record());
        moved.addAll(moves.about(change.record()));
        states.values().stream()
                .filter(state -> state.isAbout(change.record()))
                .map(PlatformRecord::id)
                .sorted()
                .forEach(moved::add);
        load(moved.stream().filter(record -> !states.containsKey(record)).toList());
        for (var record : moved) {
            state(record).ifPresent(state -> {
                state.moveTo(after);
                touched.put(record, state);
            });
        }
        position = moves.deliver(moved, before.get(), after, digest, position);
    }

    private String region(Change change) {
        return state(change.record()).map(PlatformRecord::region).orElse("");
    }

    /** Stores the permitted parts of a rejected change. Another change may still use its id. */
    Push.Outcome quarantine(IncomingBatch.Line line, Device device, Push.Reason reason) {
        var outcome = new Push.Outcome(
                line.sequence(), line.change().map(Change::id), Verdict.QUARANTINED, List.of(), Optional.of(reason));
        // Only the device that made the change pulls it; unreadable lines are not sent.
        var mine = line.change()
                .filter(change -> change.device().equals(device.name()))
                .isPresent();
        history.keep(
                line, device.name(), device.epoch(), false, outcome, Route.in(mine ? device.region() : ""), ++position);
        return outcome;
    }

    /** Stores a deferred change until the missing record arrives. */
    Push.Outcome defer(IncomingBatch.Line line, Change change, Device device, ChangeIntake.Wait wait) {
        var reason = wait.reason();
        var epoch = device.epoch();
        var outcome = new Push.Outcome(
                line.sequence(), Optional.of(change.id()), Verdict.DEFERRED, List.of(), Optional.of(reason));
        history.keep(line, change.device(), epoch, true, outcome, Route.in(device.region()), null);
        history.waits(change.device(), epoch, line.sequence(), wait.record());
        return outcome;
    }

    /** Accepts the deferred changes that wait for these records. */
    void release(Collection<UUID> records) {
        var deferred = db.select(
                        HISTORY.DEVICE,
                        HISTORY.EPOCH,
                        HISTORY.SEQUENCE,
                        HISTORY.BODY,
                        HISTORY.RECORD,
                        HISTORY.REGION,
                        HISTORY.DIGEST,
                        HISTORY.REDACTED)
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
            var inHistory = HISTORY.DEVICE
                    .eq(row.get(HISTORY.DEVICE))
                    .and(HISTORY.EPOCH.eq(row.get(HISTORY.EPOCH)))
                    .and(HISTORY.SEQUENCE.eq(row.get(HISTORY.SEQUENCE)));
            var inDeferred = DEFERRED.DEVICE
                    .eq(row.get(HISTORY.DEVICE))
                    .and(DEFERRED.EPOCH.eq(row.get(HISTORY.EPOCH)))
                    .and(DEFERRED.SEQUENCE.eq(row.get(HISTORY.SEQUENCE)));
            var change = ChangeJson.read(new String(row.get(HISTORY.BODY), StandardCharsets.UTF_8));
            var subject = subject(change);
            var wait = intake.waits(change, state(change.record()), subject);
            if (wait.isPresent()) {
                db.update(DEFERRED)
                        .set(DEFERRED.RECORD, wait.get().record())
                        .where(inDeferred)
                        .execute();
                db.update(HISTORY)
                        .set(HISTORY.REASON, wait.get().reason().code())
                        .where(inHistory)
                        .execute();
                continue;
            }
            db.update(HISTORY)
                    .set(released(change, subject, row))
                    .where(inHistory)
                    .execute();
            db.deleteFrom(DEFERRED).where(inDeferred).execute();
        }
    }

    /**
     * Returns the new columns of a change that was deferred. Its record or its subject may turn out to be outside the
     * region of the office, or of another kind; the change is then rejected.
     *
     * @param kept the stored columns of the change, with the region of the office that sent it
     */
    private Map<Field<?>, @Nullable Object> released(Change change, Subject subject, Record kept) {
        var office = kept.get(HISTORY.REGION);
        var row = new HashMap<Field<?>, @Nullable Object>();
        var own = state(change.record());
        if (subject.state()
                .or(() -> own)
                .filter(known -> !known.region().startsWith(office) && !wasIn(known.id(), office))
                .isPresent()) {
            row.putAll(WithheldColumns.of(intake.keptUnmerged(change)));
            return aside(row, "change.region", "");
        }
        if (own.filter(known -> !known.template().id().equals(change.template().id()))
                .isPresent()) {
            row.putAll(WithheldColumns.of(intake.keptUnmerged(change)));
            return aside(row, "change.template", "");
        }
        var merging = merging(change, kept.get(HISTORY.REDACTED));
        if (merging.refusal().isPresent()) {
            var refusal = merging.refusal().get();
            row.putAll(WithheldColumns.of(intake.kept(merging)));
            return aside(row, refusal.code(), refusal.field());
        }
        var before = state(change.record()).map(PlatformRecord::region);
        var merged = accept(merging, office);
        follow(change, before, kept.get(HISTORY.DIGEST));
        var route = Route.of(before, region(change), office);
        row.put(HISTORY.POSITION, ++position);
        row.put(HISTORY.VERDICT, Verdict.of(merged.outcome()).name());
        row.put(HISTORY.REASON, null);
        row.put(HISTORY.REGION, route.region());
        row.put(HISTORY.LEFT_REGION, route.left());
        row.put(HISTORY.COUNTY, route.county());
        return row;
    }

    private Map<Field<?>, @Nullable Object> aside(Map<Field<?>, @Nullable Object> row, String code, String field) {
        row.put(HISTORY.POSITION, ++position);
        row.put(HISTORY.VERDICT, Verdict.QUARANTINED.name());
        row.put(HISTORY.REASON, code);
        row.put(HISTORY.FIELD, field);
        return row;
    }

    /** Removes content from a record that may not be kept. */
    void hide(UUID record, Hidden hidden) {
        if (!states.containsKey(record)) {
            load(List.of(record));
        }
        state(record).ifPresent(state -> {
            state.hide(hidden);
            touched.put(record, state);
        });
    }

    /** Accepts the changes that waited for new records of this turn, then writes everything. */
    void finish() {
        ended.hide(db, history, this);
        history.write(db);
        var released = new HashSet<UUID>();
        while (released.size() < begun.size() && db.fetchExists(DEFERRED)) {
            // a released change may create a record that other changes wait for
            var next = begun.stream().filter(released::add).toList();
            release(next);
        }
        ended.hide(db, history, this);
        moves.write();
        StateRows.write(db, touched.values(), stored);
        IssuedReports.index(db, touched.values());
        db.update(TICKET).set(TICKET.POSITION, position).where(TICKET.ID.eq(1)).execute();
    }

    private Merge.Merged accept(ReadyChange merging, String office) {
        var change = merging.change();
        var state = merging.state();
        var merged = merging.merged().orElseThrow();
        if (states.putIfAbsent(change.record(), state) == null) {
            begun.add(change.record());
        }
        touched.put(change.record(), state);
        var template = intake.template(change.template());
        ended.add(template, state.content(), change);
        state.accept(template, change, merged, otherwise(change, state, office));
        return merged;
    }

    /** Returns the region of a record whose content names none: of its subject, stated, earlier, or of the office. */
    private String otherwise(Change change, PlatformRecord state, String office) {
        var about = subject(change);
        about.id().ifPresent(state::about);
        var subject = about.state().map(PlatformRecord::region);
        var stated = change.body() instanceof Body.Fields fields ? fields.region() : Optional.<String>empty();
        return subject.or(() -> stated).orElse(state.region().isEmpty() ? office : state.region());
    }

    /** Writes everything done up to now, so that queries find it. */
    private void flush() {
        ended.hide(db, history, this);
        history.write(db);
        StateRows.write(db, touched.values(), stored);
        IssuedReports.index(db, touched.values());
        stored.addAll(touched.keySet());
        touched.clear();
    }
}
