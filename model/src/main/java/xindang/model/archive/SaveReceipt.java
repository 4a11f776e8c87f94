package xindang.model.archive;

import java.time.Instant;
import java.util.List;

/** Proof of a save: the changes as they stand in the history, on the disk when this is returned. */
public record SaveReceipt(List<Change> changes, Instant savedAt, Durability durability) {
    public SaveReceipt {
        changes = List.copyOf(changes);
    }
}
