package xindang.persistence.fold;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import xindang.model.archive.Change;
import xindang.model.exchange.Authors;
import xindang.model.exchange.Merge;
import xindang.model.exchange.Verdict;
import xindang.persistence.ledger.Entry;

/** Merges changes in the platform's order into a record, and applies the waiting own changes on top again. */
final class Settling {
    private final Shared shared;
    private final RecordTable records;
    private final ChangeTable changes;
    private final PlacedRuns places;
    private final Grading grading;
    private final Counters counters;

    /** The tables that settling uses. */
    record Tables(RecordTable records, ChangeTable changes, PlacedRuns places) {}

    Settling(Shared shared, Tables tables, Grading grading, Counters counters) {
        this.shared = shared;
        this.records = tables.records();
        this.changes = tables.changes();
        this.places = tables.places();
        this.grading = grading;
        this.counters = counters;
    }

    /**
     * Gives own changes their positions. No record is in memory. A record without other waiting own changes is already
     * in the right state: it was the settled state with own changes on top, and now all of these are settled.
     */
    void returned(Entry.Returned named) {
        var first = Math.max(named.first(), counters.through + 1);
        var last = Math.min(named.last(), counters.sequence);
        if (first > last) {
            return;
        }
        var run = new Entry.Returned(named.position() + first - named.first(), named.verdict(), first, last);
        if (run.verdict() != Verdict.QUARANTINED && places.isNext(first, last)) {
            var followed = changes.followed(first, last);
            records.load(followed.keySet());
            records.settled(first, last);
            places.add(run);
            settle(followed, run);
            return;
        }
        var back = changes.waiting(first, last);
        records.load(back.keySet());
        // including changes of erased records
        changes.unplaced(first, last)
                .forEach(it -> places.add(new Entry.Returned(position(run, it), run.verdict(), it, it)));
        settle(back, run);
    }

    private static long position(Entry.Returned run, long sequence) {
        return run.position() + sequence - run.first();
    }

    private void settle(Map<UUID, List<Long>> back, Entry.Returned run) {
        back.forEach((id, sequences) -> records.find(id).ifPresent(state -> settle(state, sequences, run)));
    }

    private void settle(RecordState state, List<Long> sequences, Entry.Returned run) {
        var pending = state.settled;
        var after = pending == null ? state.state() : pending;
        for (var sequence : sequences) {
            if (run.verdict() != Verdict.QUARANTINED) {
                after = merged(state, after, changes.own(state, sequence), position(run, sequence));
            }
        }
        rebase(state, after, true);
        if (run.verdict() == Verdict.QUARANTINED) {
            Stream.concat(changes.placed(state).stream(), changes.waiting(state).stream())
                    .map(change -> grading.ordered(change.at()))
                    .max(Comparator.naturalOrder())
                    .ifPresent(at -> state.updated = at);
        }
        grading.contentChanged(state);
    }

    /**
     * Returns the settled state after a change at its position in the platform's order.
     *
     * @param earlier whether changes with later positions may have arrived before it; all are then merged again
     */
    Merge.State pulled(RecordState state, Change change, Entry.Place place, boolean earlier) {
        if (earlier) {
            return new Writers(shared.templates(), () -> changes.before(state, change, Long.MAX_VALUE - 1)).made();
        }
        var pending = state.settled;
        var before = pending == null ? state.state() : pending;
        return place.verdict() == Verdict.QUARANTINED ? before : merged(state, before, change, place.position());
    }

    /** Applies the waiting own changes on top of the settled state. */
    void rebase(RecordState state, Merge.State settled, boolean pending) {
        var waiting = pending ? changes.waiting(state) : List.<Change>of();
        if (waiting.isEmpty()) {
            state.settled = null;
            state.set(settled);
            return;
        }
        var now = settled;
        for (var change : waiting) {
            now = merged(state, now, change, Long.MAX_VALUE);
        }
        state.settled = settled;
        state.set(now);
    }

    /** Rebuilds a record from all its changes, because some have another position in the platform's order now. */
    void mergeAgain(RecordState state) {
        var settled = Merge.State.EMPTY;
        var writers = new Authors();
        for (var change : changes.placed(state)) {
            var after = Merge.apply(shared.templates().of(change.template()), settled, change, writers)
                    .state();
            writers.follow(settled.content(), change, after.content());
            settled = after;
        }
        rebase(state, settled, true);
        grading.contentChanged(state);
    }

    private Merge.State merged(RecordState state, Merge.State before, Change change, long position) {
        var writers = new Writers(shared.templates(), () -> changes.before(state, change, position));
        return Merge.apply(shared.templates().of(change.template()), before, change, writers)
                .state();
    }
}
