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
record ReadyChange(Change change, PlatformRecord state, Optional<Merge.Merged> merged, Optional<Push.Reason> refusal) {
    /** What the record would say. */
    Content after() {
        return merged.map(made -> made.state().content()).orElseGet(state::content);
    }

    /** @param isMarked whether marks stand in the place of values that the giver of the change does not keep */
    static ReadyChange judged(
            Change change, PlatformRecord state, Optional<Merge.Merged> merged, boolean isMarked, ChangeIntake intake) {
        var judged = new ReadyChange(change, state, merged, Optional.empty());
        var arrival = Gate.arrival(change, state.content(), judged.after(), state.conflicts(), isMarked);
        return new ReadyChange(change, state, merged, intake.refusal(arrival));
    }
}
