package xindang.model.template;

import java.util.Optional;
import java.util.UUID;
import xindang.model.archive.Content;

/**
 * How a record names the subject that it is about: by the id, or by the number of the subject as long as no id is named.
 *
 * @param id path of the id
 * @param number absent when the record always names an id
 */
public record About(String id, Optional<ByNumber> number) {
    /**
     * A number in the place of an id: the record is about the subject that has this number, from the day on which it appears.
     *
     * @param path of the number
     * @param type id of the template of the subject, for a household and a practitioner may have one number
     */
    public record ByNumber(String path, String type) {}

    /** The id that a content names; empty when it names none, or no UUID. */
    public Optional<UUID> subject(Content content) {
        return content.get(id).flatMap(About::uuid);
    }

    /** The number that a content names in the place of an id. */
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
