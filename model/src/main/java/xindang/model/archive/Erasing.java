package xindang.model.archive;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An order to erase a record. The store adds its place among the changes of the device.
 *
 * @param id id of the change, made once, UUIDv7
 * @param record the record to erase, with all records about it
 * @param reason reason without names or numbers of persons
 * @param user name of the person who ordered it
 */
public record Erasing(UUID id, UUID record, TemplateRef template, String reason, String user, Instant at) {
    /** The {@link Change#origin()} of an erasure. */
    public static final String ORIGIN = "erase";

    /**
     * Returns the change: this erasure with its place in the history of the device.
     *
     * @param person id of the person whose name is {@link #user()}
     */
    public Change at(UUID person, String device, long sequence, String previous) {
        return new Change(
                Change.FORMAT,
                id,
                record,
                template,
                new Body.Erasure(reason),
                Author.of(person, user),
                at,
                ORIGIN,
                device,
                sequence,
                previous,
                Optional.empty());
    }
}
