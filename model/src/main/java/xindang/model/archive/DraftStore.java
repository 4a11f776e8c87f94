package xindang.model.archive;

import java.util.Map;
import java.util.UUID;

/**
 * The port to typed texts that are not saved. They are stored beside the archive. They are in no history and in no
 * exchange. Write only through {@link xindang.model.keeping.Drafts}, which checks the law first.
 */
public interface DraftStore {
    /**
     * Returns every draft by its key: the id of a record, or {@code new:} and the type of a record that does not exist
     * yet.
     */
    Map<String, Unsaved> all();

    /** Returns the draft of one key; {@link Unsaved#NONE} when there is none. */
    default Unsaved read(String place) {
        return all().getOrDefault(place, Unsaved.NONE);
    }

    /**
     * Replaces a draft. It is on the disk when this method returns. An empty draft deletes the stored one.
     *
     * @throws xindang.model.common.AppException DISK_FULL, NOT_WRITTEN, UNREADABLE; the earlier draft is then still
     *     stored
     */
    void keep(String place, Unsaved unsaved);

    /** Deletes the draft of a record that is being erased. */
    default void forget(UUID record) {
        keep(record.toString(), Unsaved.NONE);
    }
}
