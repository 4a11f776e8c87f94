package xindang.model.law;

import java.util.List;
import xindang.model.archive.Change;
import xindang.model.archive.Conflict;
import xindang.model.archive.Content;
import xindang.model.archive.Withheld;

/**
 * A change that arrives by exchange, with what it would make of its record.
 *
 * @param before what the record says before the change is merged
 * @param after what the record says after it
 * @param open the conflicts that are open in the record before it
 * @param isMarked whether it was handed over with marks ({@link Withheld}) in the place of values that its giver does not keep
 */
public record Arrival(Change change, Content before, Content after, List<Conflict> open, boolean isMarked) {
    public Arrival {
        open = List.copyOf(open);
    }

    /** The conflicts that the change decides and that there are. */
    List<Conflict> decided() {
        return open.stream()
                .filter(conflict -> change.resolves().contains(conflict.id()))
                .toList();
    }
}
