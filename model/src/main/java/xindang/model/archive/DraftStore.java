package xindang.model.archive;

import java.util.Map;
import java.util.UUID;

/**
 * The port to what was typed and is not saved. It lies beside the archive, in no history and in no exchange. Whoever writes
 * goes through {@link xindang.model.keeping.Drafts}, which asks the law first.
 */
public interface DraftStore {
    /** Every draft, by its place: the id of a record, or {@code new:} and the kind of a record that does not exist yet. */
    Map<String, Unsaved> all();

    /** What was typed at a place; {@link Unsaved#NONE} when nothing waits. */
    default Unsaved read(String place) {
        return all().getOrDefault(place, Unsaved.NONE);
    }

    /**
     * Puts a draft in the place of the one before, durable when this returns; an empty one takes it away.
     *
     * @throws xindang.model.common.AppException DISK_FULL, NOT_WRITTEN, UNREADABLE: then the draft before is still there
     */
    void keep(String place, Unsaved unsaved);

    /** Takes the draft of a record away, of which nothing may be left. */
    default void forget(UUID record) {
        keep(record.toString(), Unsaved.NONE);
    }
}
