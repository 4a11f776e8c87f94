package xindang.model.keeping;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import xindang.model.archive.Content;
import xindang.model.archive.FieldChange;
import xindang.model.common.Finding;
import xindang.model.common.Violation;
import xindang.model.law.Gate;
import xindang.model.law.TextDoor;
import xindang.model.region.Divisions;
import xindang.model.region.Territory;
import xindang.model.template.ReadingContext;
import xindang.model.template.Template;
import xindang.model.value.DivisionCode;
import xindang.model.value.DivisionLevel;
import xindang.model.value.PartialDate;

/** Reads the typed texts about a subject that moves out of the archive. */
final class Leaving {
    private static final String DATE = "move.date";
    private static final String REASON = "move.reason";

    private final Divisions divisions;
    private final Territory territory;
    private final LocalDate today;
    private final List<Finding> violations = new ArrayList<>();

    Leaving(Divisions divisions, Territory territory, LocalDate today) {
        this.divisions = divisions;
        this.territory = territory;
        this.today = today;
    }

    /**
     * A move that may be saved.
     *
     * @param fields the changed values of the subject
     * @param entry the values of the record of the move
     */
    record Move(List<FieldChange> fields, Map<String, String> entry) {
        /** Returns the values of the record of the move, with its author and time. */
        List<FieldChange> act(String person, Instant at) {
            var values = new HashMap<>(entry);
            values.put("move.person", person);
            values.put("move.at", at.toString());
            values.values().removeIf(String::isEmpty);
            return Content.EMPTY.changesTo(Content.of(values));
        }
    }

    Outcome<Move> read(Template template, UUID id, Content before, Departure typed) {
        var path = template.place().filter(found -> template.subject().isPresent());
        if (path.isEmpty()) {
            return Outcome.refused("", Violation.of("record.move.unfit", template.title()));
        }
        var place = place(template, path.get(), typed.place());
        var date = typed.date().isBlank() ? Optional.of(today.toString()) : date(typed.date());
        Gate.words(TextDoor.TEXT, typed.reason()).ifPresent(why -> violations.add(new Finding(REASON, why)));
        if (!violations.isEmpty() || place.isEmpty() || date.isEmpty()) {
            return Outcome.refused(violations, List.of());
        }
        var fields = before.changesTo(before.with(path.get(), place.get()));
        return Outcome.done(
                new Move(
                        fields,
                        Map.of(
                                "move.subject",
                                id.toString(),
                                "move.from",
                                before.text(path.get()),
                                "move.to",
                                place.get(),
                                DATE,
                                date.get(),
                                REASON,
                                typed.reason().strip())),
                List.of());
    }

    private Optional<String> place(Template template, String path, String text) {
        var field = template.field(path).orElseThrow();
        var read = Gate.read(
                template,
                field,
                text,
                new ReadingContext(today, divisions, divisions.root().code(), ""));
        if (!read.isOk()) {
            return refused(path, read.failure().orElseThrow());
        }
        var code = DivisionCode.of(read.get());
        if (territory.holds(code.padded())) {
            return refused(path, Violation.of("record.move.inside", divisions.fullPath(code)));
        }
        var above = territory.division().filter(code::contains).isPresent();
        if (above || (field.required() && code.level() != DivisionLevel.VILLAGE)) {
            return refused(path, Violation.of("record.move.village", divisions.fullPath(code)));
        }
        return Optional.of(code.padded());
    }

    private Optional<String> date(String text) {
        var read = PartialDate.read(text);
        if (!read.isOk()) {
            return refused(DATE, read.failure().orElseThrow());
        }
        return read.get().earliest().isAfter(today)
                ? refused(DATE, Violation.of("record.move.later"))
                : Optional.of(read.get().toString());
    }

    private Optional<String> refused(String path, Violation violation) {
        violations.add(new Finding(path, violation));
        return Optional.empty();
    }
}
