package xindang.model.archive;

import java.util.Optional;

/**
 * The change of one value of a record. {@code before} is the value that the writer saw; merging depends on it. If
 * {@code before} and {@code after} are equal, the change states that the row of the value stays while other values of
 * the row are deleted.
 */
public record FieldChange(String path, Optional<String> before, Optional<String> after) {
    public static FieldChange set(String path, String after) {
        return new FieldChange(path, Optional.empty(), Optional.of(after));
    }
}
