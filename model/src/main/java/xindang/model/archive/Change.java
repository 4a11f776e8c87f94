package xindang.model.archive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A saved change: its author, its record, its effect, its device and its place in the order of that device.
 *
 * @param format version of the format, from 1; new changes have {@link #FORMAT}
 * @param record id of the changed record; a record begins with its first change
 * @param origin use case that made it: {@code screen}, {@code import}, {@code edit}, {@code rating}, {@code resolve},
 *     ...
 * @param device id of the device that saved it first
 * @param sequence place among the changes of that device, from 1 without gaps
 * @param previous digest of the change before it on that device; 64 zeros for the first
 * @param position place in the order of the platform; absent until the platform has assigned it
 */
public record Change(
        int format,
        UUID id,
        UUID record,
        TemplateRef template,
        Body body,
        Author by,
        Instant at,
        String origin,
        String device,
        long sequence,
        String previous,
        Optional<Long> position) {
    /** The format of new changes. It is also the highest format of which this program can read every member. */
    public static final int FORMAT = 2;

    /** The value of {@link #previous} in the first change of a device. */
    public static final String GENESIS = "0".repeat(64);

    public Change {
        var first = format == 1;
        if (format < 1
                || (first ? !(body instanceof Body.Fields) : by.person().isEmpty())
                || (body instanceof Body.Fields fields && fields.region().isPresent() != first)
                || (first && by.person().isPresent())) {
            throw new IllegalArgumentException("no change of format " + format);
        }
    }

    /** Returns the changed values; empty for an erasure or a newer body. */
    public List<FieldChange> fields() {
        return body instanceof Body.Fields changed ? changed.fields() : List.of();
    }

    /** Returns the conflicts that this change decides; empty for an erasure or a newer body. */
    public List<UUID> resolves() {
        return body instanceof Body.Fields changed ? changed.resolves() : List.of();
    }

    /** Returns the name of the author. */
    public String user() {
        return by.name();
    }

    /** Returns whether a later version of the program wrote it in a format that this version does not know. */
    public boolean isSealed() {
        return body instanceof Body.Newer;
    }

    /**
     * Returns the fields with different values before and after. Leaves out fields that are listed only to state that
     * they stay.
     */
    public List<FieldChange> changed() {
        return fields().stream()
                .filter(field -> !field.before().equals(field.after()))
                .toList();
    }

    public Change atPosition(long place) {
        return new Change(
                format, id, record, template, body, by, at, origin, device, sequence, previous, Optional.of(place));
    }
}
