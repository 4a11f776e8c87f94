package xindang.model.template;

import java.util.Optional;
import java.util.UUID;
import xindang.model.archive.Content;

/**
 * The way in which a record names its subject: by the id, or by the number of the subject when it contains no id.
 *
 * @param id path of the id
 * @param number absent when the record always contains an id
 */
public record About(String id, Optional<ByNumber> number) {
    /**
     * A number instead of an id. The record is about the subject with this number, as soon as that subject exists.
     *
     * @param path path of the number
     * @param type id of the template of the subject, because a household and a practitioner may have the same number
     */
    public record ByNumber(String path, String type) {}

    /** Returns the id in a content; empty when it contains none, or no UUID. */
    public Optional<UUID> subject(Content content) {
        return content.get(id).flatMap(About::uuid);
    }

    /** Returns the number in a content that contains no id. */
    public Optional<String> number(Content content) {
        return content.get(id).isPresent() ? Optional.empty() : number.flatMap(by -> content.get(by.path()));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
