package xindang.platform;

import java.util.Optional;
import xindang.model.archive.Change;
import xindang.model.exchange.Merge;
import xindang.model.exchange.Push;

/**
 * A change that waits for nothing, with what it would make of its record.
 *
 * @param merged absent for what a later version wrote, which takes no effect
 * @param refusal why the law does not let it in
 */
record Merging(Change change, RecordState state, Optional<Merge.Merged> merged, Optional<Push.Reason> refusal) {}
