package xindang.model.archive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A change that is not saved yet. The store adds its device, its sequence and the digest of the change before it.
 *
 * @param id made once, UUIDv7
 * @param record id of the changed record; a record begins with its first change
 * @param fields at most one change for each path
 * @param user name of the person who typed or ordered it
 * @param origin use case that made it: {@code screen}, {@code import}, {@code edit}, {@code rating}, {@code resolve},
 *     ...
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
     * Returns the saved change: this draft with its place in the history of the device.
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

    /** Returns the conflicts, among some open ones, that this draft decides. */
    public List<Conflict> decided(List<Conflict> open) {
        return open.stream()
                .filter(conflict -> conflict.record().equals(record) && resolves.contains(conflict.id()))
                .toList();
    }
}
