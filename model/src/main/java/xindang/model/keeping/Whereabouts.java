package xindang.model.keeping;

import java.util.Optional;
import xindang.model.archive.Content;
import xindang.model.common.Finding;
import xindang.model.common.Violation;
import xindang.model.region.Divisions;
import xindang.model.region.Territory;
import xindang.model.template.Template;
import xindang.model.value.DivisionCode;
import xindang.model.value.Reading;

/**
 * Where subjects may be: in the division of the archive. A subject outside would be in no list of it, so no save, no draft
 * and no decision puts it there.
 */
final class Whereabouts {
    private final Territory territory;
    private final Divisions divisions;

    /** @param region of the archive, 12 digits; empty when it keeps all places */
    Whereabouts(String region, Divisions divisions) {
        this.territory = Territory.of(region);
        this.divisions = divisions;
    }

    /** Why a content may not follow another, because of where it puts its subject. */
    Optional<Finding> refused(Template template, Content before, Content after) {
        var place = template.place().filter(path -> template.subject().isPresent());
        if (place.isEmpty() || after.get(place.get()).equals(before.get(place.get()))) {
            return Optional.empty();
        }
        var path = place.get();
        return after.get(path)
                .map(code -> outside(code))
                .orElseGet(() -> Optional.of(Violation.of("record.place.missing", label(template, path))))
                .map(violation -> new Finding(path, violation));
    }

    /** Why a text may not wait in a draft as the place of a subject; what is no code yet is judged when it is saved. */
    Optional<Violation> outside(String text) {
        return Optional.of(DivisionCode.read(text))
                .filter(Reading::isOk)
                .map(code -> code.get().padded())
                .filter(code -> !territory.holds(code))
                .map(code -> Violation.of("record.place.outside", fullPath(code), here()));
    }

    private String here() {
        return territory.division().map(divisions::fullPath).orElse("");
    }

    private String fullPath(String code) {
        return divisions.fullPath(DivisionCode.of(code));
    }

    private static String label(Template template, String path) {
        return template.field(path).map(field -> field.label()).orElse(path);
    }
}
