package xindang.model.archive;

import java.util.Optional;

/**
 * One value of a record, from what to what. The value before is what the writer saw; merging depends on it. From a
 * value to the same says that the row it is in stays while others of its values are emptied.
 */
public record FieldChange(String path, Optional<String> before, Optional<String> after) {
    public static FieldChange set(String path, String after) {
        return new FieldChange(path, Optional.empty(), Optional.of(after));
    }
}
