package xindang.model.archive;

import java.util.Optional;
import java.util.UUID;

/**
 * Who made a change.
 *
 * @param person id of the person; absent in changes of format 1 only
 * @param name as the person is called, for people to read
 */
public record Author(Optional<UUID> person, String name) {
    public static Author of(UUID person, String name) {
        return new Author(Optional.of(person), name);
    }
}
