package xindang.model.archive;

import java.time.Instant;
import java.util.List;

/** The proof of a save: the changes as saved in the history. They are on the disk when a caller receives this. */
public record SaveReceipt(List<Change> changes, Instant savedAt, Durability durability) {
    public SaveReceipt {
        changes = List.copyOf(changes);
    }
}
