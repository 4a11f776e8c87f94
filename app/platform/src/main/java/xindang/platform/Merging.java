package xindang.platform;

import java.util.Optional;
import xindang.model.archive.Change;
import xindang.model.archive.Content;
import xindang.model.exchange.Merge;
import xindang.model.exchange.Push;
import xindang.model.law.Gate;

/**
 * A change that waits for nothing, with what it would make of its record.
 *
 * @param merged absent for what a later version wrote, which takes no effect
 * @param refusal why the law does not let it in
 */
record Merging(Change change, RecordState state, Optional<Merge.Merged> merged, Optional<Push.Reason> refusal) {
    /** What the record would say. */
    Content after() {
        return merged.map(made -> made.state().content()).orElseGet(state::content);
    }

    /** @param isMarked whether marks stand in the place of values that the giver of the change does not keep */
    static Merging judged(
            Change change, RecordState state, Optional<Merge.Merged> merged, boolean isMarked, Intake intake) {
        var judged = new Merging(change, state, merged, Optional.empty());
        var arrival = Gate.arrival(change, state.content(), judged.after(), state.conflicts(), isMarked);
        return new Merging(change, state, merged, intake.refusal(arrival));
    }
}
