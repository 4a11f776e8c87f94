package xindang.persistence.archive;

import java.util.List;
import xindang.model.archive.Change;
import xindang.model.exchange.Merge;

/** Merges what the platform decided into a record, and puts the changes that still wait on top again. */
final class Settling {
    private final Shared shared;
    private final ChangeTable changes;

    Settling(Shared shared, ChangeTable changes) {
        this.shared = shared;
        this.changes = changes;
    }

    /** The settled state after a change at its position in the platform's order. */
    Merge.State settle(RecordState state, Merge.State before, Change change, long position) {
        return merged(state, before, change, position);
    }

    /** Puts the own changes that wait on top of what is settled. */
    void rebase(RecordState state, Merge.State settled, boolean pending) {
        var waiting = pending ? changes.waiting(state) : List.<Change>of();
        if (waiting.isEmpty()) {
            state.settled = null;
            state.become(settled);
            return;
        }
        var now = settled;
        for (var change : waiting) {
            now = merged(state, now, change, Long.MAX_VALUE);
        }
        state.settled = settled;
        state.become(now);
    }

    private Merge.State merged(RecordState state, Merge.State before, Change change, long position) {
        var writers = new Writers(shared.templates(), () -> changes.before(state, change, position));
        return Merge.apply(shared.templates().of(change.template()), before, change, writers)
                .state();
    }
}
