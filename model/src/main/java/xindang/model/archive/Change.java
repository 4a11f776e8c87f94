package xindang.model.archive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A saved change: who changed what in which record, on which device, in what order.
 *
 * @param format of its members, from 1; new changes have {@link #FORMAT}
 * @param record the record changed; a record begins with its first change
 * @param origin where it came from: {@code screen}, {@code import}, {@code edit}, {@code rating}, {@code resolve}, ...
 * @param device id of the device that saved it first
 * @param sequence place among the changes of that device, from 1 without gaps
 * @param previous digest of the change before it on that device; 64 zeros for the first
 * @param position place in the order of the platform, once it is known
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
    /** The format of new changes, and the highest of which this program knows every member. */
    public static final int FORMAT = 2;

    /** What stands for the digest before the first change. */
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

    /** The values changed; none when the body is another. */
    public List<FieldChange> fields() {
        return body instanceof Body.Fields changed ? changed.fields() : List.of();
    }

    /** The conflicts that this change decides; none when the body is another. */
    public List<UUID> resolves() {
        return body instanceof Body.Fields changed ? changed.resolves() : List.of();
    }

    /** Name of the person who made it. */
    public String user() {
        return by.name();
    }

    /** Whether a later version of the program wrote it, in a way that this one does not know. */
    public boolean isSealed() {
        return body instanceof Body.Newer;
    }

    /** The fields that it changes, without those named only to say that they stay. */
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
