package xindang.model.archive;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A conflict: two people changed one value, and neither saw the other's change. The record keeps {@code kept}, the
 * value that reached the platform first, until a person decides. Both values are saved.
 *
 * <p>If one person deletes a row and another changes it, there is one conflict about the whole row. Its path is the
 * path of the row ({@link Paths#isRow}). Its values are texts of {@link Row}; an absent value is the deletion.
 *
 * @param id the same id at every office, made from the later change and the path
 * @param base the value that both writers saw
 */
public record Conflict(UUID id, UUID record, String path, Optional<String> base, Side kept, Side offered) {
    /** Returns whether the conflict is about a whole row. */
    public boolean isRow() {
        return Paths.isRow(path);
    }

    /**
     * Returns the present value of the record at the path: the value, the text of the row, or the mark of a withheld
     * value.
     */
    public Optional<String> present(Content content) {
        return isRow() ? Row.text(Row.values(content, path)) : content.kept(path);
    }

    /** Returns whether the content or a side of the conflict has a withheld value at this path. */
    public boolean isWithheld(Content content) {
        return Stream.of(base, kept.value(), offered.value(), present(content))
                .flatMap(Optional::stream)
                .anyMatch(Withheld::isIn);
    }

    /** One of the two values, with its author, device, time and change. */
    public record Side(Optional<String> value, String user, String device, Instant at, UUID change) {}
}
