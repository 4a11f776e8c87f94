package xindang.model.archive;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An erasure that is to be done. The store gives it its place among the changes of the device.
 *
 * @param id of the change, made once, UUIDv7
 * @param record the record to erase, with all records about it
 * @param reason in words that name nobody
 * @param user name of the person who ordered it
 */
public record Erasing(UUID id, UUID record, TemplateRef template, String reason, String user, Instant at) {
    /** What {@link Change#origin()} says of an erasure. */
    public static final String ORIGIN = "erase";

    /**
     * The change: this erasure at its place in the history of the device.
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
