package xindang.model.law;

import java.util.List;
import xindang.model.archive.Change;
import xindang.model.archive.Conflict;
import xindang.model.archive.Content;
import xindang.model.archive.Withheld;

/**
 * A change received by exchange, with the content of its record before and after the merge.
 *
 * @param before content before the change is merged
 * @param after content after the change is merged
 * @param open the open conflicts of the record before the change
 * @param isMarked whether the sender replaced values that it does not keep by marks ({@link Withheld})
 */
public record Arrival(Change change, Content before, Content after, List<Conflict> open, boolean isMarked) {
    public Arrival {
        open = List.copyOf(open);
    }

    /** Returns the open conflicts that the change decides. */
    List<Conflict> decided() {
        return open.stream()
                .filter(conflict -> change.resolves().contains(conflict.id()))
                .toList();
    }
}
