package xindang.model.archive;

import java.util.Optional;
import java.util.UUID;

/**
 * The person who made a change.
 *
 * @param person id of the person; absent only in changes of format 1
 * @param name name of the person, for display
 */
public record Author(Optional<UUID> person, String name) {
    public static Author of(UUID person, String name) {
        return new Author(Optional.of(person), name);
    }
}
