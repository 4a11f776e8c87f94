package xindang.model.archive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A change that is to be saved. The store gives it its place: device, sequence and the digest of the change before it.
 *
 * @param id made once, UUIDv7
 * @param record the record changed; a record begins with its first change
 * @param fields at most one change a path
 * @param user name of the person who typed or ordered it
 * @param origin where it came from: {@code screen}, {@code import}, {@code edit}, {@code rating}, {@code resolve}, ...
 * @param resolves the conflicts that this change decides
 */
public record Draft(
        UUID id,
        UUID record,
        TemplateRef template,
        List<FieldChange> fields,
        String user,
        Instant at,
        String origin,
        List<UUID> resolves) {
    public Draft {
        fields = List.copyOf(fields);
        resolves = List.copyOf(resolves);
    }

    /**
     * The saved change: this draft at its place in the history of the device.
     *
     * @param person id of the person whose name is {@link #user()}
     */
    public Change at(UUID person, String device, long sequence, String previous) {
        return new Change(
                Change.FORMAT,
                id,
                record,
                template,
                new Body.Fields(fields, resolves),
                Author.of(person, user),
                at,
                origin,
                device,
                sequence,
                previous,
                Optional.empty());
    }

    /** Those of some open conflicts that it decides. */
    public List<Conflict> decided(List<Conflict> open) {
        return open.stream()
                .filter(conflict -> conflict.record().equals(record) && resolves.contains(conflict.id()))
                .toList();
    }
}
