package xindang.model.archive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A saved change: who changed which values of which record from what to what, on which device, in what order.
 *
 * @param device id of the device that saved it first
 * @param sequence place among the changes of that device, from 1 without gaps
 * @param previous digest of the change before it on that device; 64 zeros for the first
 * @param position place in the order of the platform, once it is known
 */
public record Change(
        UUID id,
        UUID record,
        TemplateRef template,
        String region,
        List<FieldChange> fields,
        String user,
        Instant at,
        String origin,
        List<UUID> resolves,
        String device,
        long sequence,
        String previous,
        Optional<Long> position) {
    /** What stands for the digest before the first change. */
    public static final String GENESIS = "0".repeat(64);

    public Change {
        fields = List.copyOf(fields);
        resolves = List.copyOf(resolves);
    }

    /** The fields that it changes, without those named only to say that they stay. */
    public List<FieldChange> changed() {
        return fields.stream()
                .filter(field -> !field.before().equals(field.after()))
                .toList();
    }

    public Change atPosition(long place) {
        return new Change(
                id,
                record,
                template,
                region,
                fields,
                user,
                at,
                origin,
                resolves,
                device,
                sequence,
                previous,
                Optional.of(place));
    }
}
