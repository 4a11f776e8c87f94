package xindang.model.keeping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import xindang.model.archive.ArchiveStore;
import xindang.model.archive.Content;
import xindang.model.common.Finding;
import xindang.model.common.Violation;
import xindang.model.region.Divisions;
import xindang.model.region.Territory;
import xindang.model.template.Field;
import xindang.model.template.RecordRegion;
import xindang.model.template.Template;
import xindang.model.value.DivisionCode;
import xindang.model.value.Parsed;

/**
 * Checks places and numbers of subjects. A subject is in one archive only, within the division of that archive, because
 * lists leave out places outside. No two subjects have the same number. A subject that moved out is read only; the
 * archive of the new place writes it.
 */
final class Whereabouts {
    private final ArchiveStore store;
    private final Divisions divisions;

    Whereabouts(ArchiveStore store, Divisions divisions) {
        this.store = store;
        this.divisions = divisions;
    }

    /** Returns why a content may not follow another; empty when it may. */
    List<Finding> refused(Template template, UUID record, Content before, Content after) {
        if (template.subject().isEmpty()) {
            return List.of();
        }
        var moved = moved(template, before);
        if (moved.isPresent()) {
            return List.of(moved.get());
        }
        var found = new ArrayList<Finding>();
        place(template, before, after).ifPresent(found::add);
        number(template, record, before, after).ifPresent(found::add);
        return found;
    }

    /** Returns why a subject that moved out may not be changed; empty for other subjects. */
    Optional<Finding> moved(Template template, Content content) {
        return template.place().flatMap(path -> content.get(path)
                .flatMap(code -> territory().refusal(code, divisions))
                .map(violation -> new Finding(path, violation)));
    }

    private Optional<Finding> place(Template template, Content before, Content after) {
        var place = template.place().filter(path -> !after.get(path).equals(before.get(path)));
        return place.flatMap(path -> after.get(path)
                .map(this::outside)
                .orElseGet(() -> Optional.of(Violation.of(
                        "record.place.missing",
                        template.field(path).map(Field::label).orElse(path))))
                .map(violation -> new Finding(path, violation)));
    }

    /**
     * Returns why a text may not be the place of a subject. Accepts a text that is no code, because another check reads
     * it.
     */
    Optional<Violation> outside(String text) {
        return Optional.of(DivisionCode.read(text))
                .filter(Parsed::isOk)
                .map(code -> code.get().padded())
                .filter(code -> !territory().holds(code))
                .map(code -> Violation.of(
                        "record.place.outside",
                        fullPath(code),
                        territory().division().map(divisions::fullPath).orElse("")));
    }

    private Optional<Finding> number(Template template, UUID record, Content before, Content after) {
        var subject = template.subjectPaths();
        var number = after.get(subject.number());
        var unverified = subject.unverified()
                .map(path -> after.text(path).equals("true"))
                .orElse(false);
        if (number.isEmpty() || unverified || number.equals(before.get(subject.number()))) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                        store.byNumbers(template.id(), List.of(number.get())).get(number.get()))
                .filter(known -> !known.id().equals(record))
                .map(known -> new Finding(
                        subject.number(),
                        territory()
                                .refusal(known.region(), divisions)
                                .orElseGet(() -> Violation.of(
                                        "record.number.duplicate", known.name(), fullPath(known.region())))));
    }

    private Territory territory() {
        return Territory.of(store.region());
    }

    private String fullPath(String code) {
        return divisions.fullPath(DivisionCode.of(code));
    }

    /** Adds the region of the archive as the place when no place was typed. */
    static Map<String, String> placed(Template template, String region, Map<String, String> typed) {
        var place = template.place().filter(path -> typed.getOrDefault(path, "").isBlank());
        if (place.isEmpty() || RecordRegion.code(region).isEmpty()) {
            return typed;
        }
        var filled = new HashMap<>(typed);
        filled.put(place.get(), region);
        return filled;
    }
}
