package xindang.platform;

import java.util.Optional;
import xindang.model.archive.Change;
import xindang.model.archive.Content;
import xindang.model.exchange.Merge;
import xindang.model.exchange.Push;
import xindang.model.law.Gate;

/**
 * A change that is not deferred, with its effect on its record.
 *
 * @param merged the merged state; empty for a change by a later version, which takes no effect
 * @param refusal the reason why the law forbids the change
 */
record ReadyChange(Change change, PlatformRecord state, Optional<Merge.Merged> merged, Optional<Push.Reason> refusal) {
    /** Returns the content of the record after the change. */
    Content after() {
        return merged.map(made -> made.state().content()).orElseGet(state::content);
    }

    /**
     * Judges a merged change by the law and returns it with the refusal, if there is one.
     *
     * @param isMarked whether the sender replaced values that it does not keep by marks
     */
    static ReadyChange judged(
            Change change, PlatformRecord state, Optional<Merge.Merged> merged, boolean isMarked, ChangeIntake intake) {
        var judged = new ReadyChange(change, state, merged, Optional.empty());
        var arrival = Gate.arrival(change, state.content(), judged.after(), state.conflicts(), isMarked);
        return new ReadyChange(change, state, merged, intake.refusal(arrival));
    }
}
