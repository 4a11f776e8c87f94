package xindang.model.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import xindang.model.archive.Change;
import xindang.model.archive.Content;
import xindang.model.archive.FieldChange;
import xindang.model.archive.Paths;
import xindang.model.archive.Withheld;
import xindang.model.template.Template;
import xindang.model.template.Term;

/**
 * Withholds rows whose term has expired today (征信业管理条例 article 16), for any day of the save. Keeps only the end date of
 * such a row, by which every office hides and deletes the row.
 */
final class EndedRows {
    private final Content before;
    private final List<Change> changes;
    private final Content after;
    private final LocalDate today;

    private EndedRows(Content before, List<Change> changes, Content after, LocalDate today) {
        this.before = before;
        this.changes = changes;
        this.after = after;
        this.today = today;
    }

    /** @return the changes with withheld values, in their order */
    static List<Withholding> of(
            Template template, Content before, List<Change> changes, Content after, LocalDate today) {
        var rows = new EndedRows(before, changes, after, today).over(template);
        if (rows.isEmpty()) {
            return List.of();
        }
        Scrutiny scrutiny =
                (described, change, path, value) -> isOf(rows, path) ? Optional.of(Due.OVER) : Optional.empty();
        return changes.stream()
                .map(change -> Withholding.of(scrutiny, template, change))
                .filter(kept -> !kept.places().isEmpty())
                .toList();
    }

    private static boolean isOf(Set<String> rows, String path) {
        return Paths.row(path)
                .filter(row -> rows.contains(row) && !path.equals(Term.end(row)))
                .isPresent();
    }

    private Set<String> over(Template template) {
        var byRow = new LinkedHashMap<String, List<FieldChange>>();
        for (var change : changes) {
            for (var field : change.fields()) {
                Paths.row(field.path()).ifPresent(row -> byRow.computeIfAbsent(row, key -> new ArrayList<>())
                        .add(field));
            }
        }
        var there = new HashSet<String>();
        after.paths().forEach(path -> Paths.row(path).ifPresent(there::add));
        var over = new HashSet<String>();
        for (var term : template.terms()) {
            byRow.forEach((row, fields) -> {
                if (row.startsWith(term.group() + ".")
                        && isBrought(fields)
                        && isOver(end(row, fields, there.contains(row)), term.years())) {
                    over.add(row);
                }
            });
        }
        return over;
    }

    /**
     * Returns whether the changes bring a new value of the row, or concern a mark. Values kept before the changes stay.
     */
    private boolean isBrought(List<FieldChange> fields) {
        return fields.stream()
                .anyMatch(field -> field.after().isPresent()
                        || before.kept(field.path()).filter(Withheld::is).isPresent());
    }

    private boolean isOver(Optional<String> end, int years) {
        return Retention.lastDay(end, years).filter(today::isAfter).isPresent();
    }

    /**
     * Returns the end date of a row: the present one, or the last one of a row that the changes brought and deleted
     * again.
     */
    private Optional<String> end(String row, List<FieldChange> fields, boolean isThere) {
        return isThere
                ? after.get(Term.end(row))
                : fields.stream()
                        .filter(field -> field.path().equals(Term.end(row)))
                        .flatMap(field -> field.after().or(field::before).stream())
                        .reduce((earlier, later) -> later);
    }
}
