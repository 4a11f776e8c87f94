package xindang.model.archive;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Two people changed one value without seeing each other's. The record keeps {@code kept} (what reached the platform
 * first) until a person decides; nothing typed is lost.
 *
 * <p>A row that one deletes and another changes is one conflict about the whole row: its path is that of the row
 * ({@link Paths#isRow}), its values are texts of {@link Row}, and the absent one is the deletion.
 *
 * @param id the same at every office: made from the change that came second and the path
 * @param base what both saw
 */
public record Conflict(UUID id, UUID record, String path, Optional<String> base, Side kept, Side offered) {
    /** Whether this is about a whole row. */
    public boolean isRow() {
        return Paths.isRow(path);
    }

    /** What a record has now at the path: the value, or the text of the row; a withheld value is there as its mark. */
    public Optional<String> present(Content content) {
        return isRow() ? Row.text(Row.values(content, path)) : content.kept(path);
    }

    /** Whether a value that it is about is withheld, in a content or on one of its sides. */
    public boolean isWithheld(Content content) {
        return Stream.of(base, kept.value(), offered.value(), present(content))
                .flatMap(Optional::stream)
                .anyMatch(Withheld::isIn);
    }

    /** One of the two values with who wrote it, where and when. */
    public record Side(Optional<String> value, String user, String device, Instant at, UUID change) {}
}
