package xindang.model.law;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import xindang.model.archive.Change;
import xindang.model.archive.Content;
import xindang.model.archive.FieldChange;
import xindang.model.archive.Paths;
import xindang.model.archive.Withheld;
import xindang.model.template.Template;
import xindang.model.template.Term;

/**
 * What may be kept of changes that bring rows whose term is over today (征信业管理条例 article 16), whatever day they say they
 * were saved on. Only the end of such a row is kept: by it every office hides the row and deletes it.
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

    /** @return what is kept of those changes of which something is withheld, in their order */
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
        var over = new HashSet<String>();
        for (var term : template.terms()) {
            fields().map(FieldChange::path)
                    .filter(path -> path.startsWith(term.group() + "."))
                    .flatMap(path -> Paths.row(path).stream())
                    .distinct()
                    .filter(row -> isBrought(row) && isOver(row, term.years()))
                    .forEach(over::add);
        }
        return over;
    }

    /** What was kept before the changes stays as it is, unless it is a mark: then what they say of it becomes one, too. */
    private boolean isBrought(String row) {
        return in(row).anyMatch(field -> field.after().isPresent()
                || before.kept(field.path()).filter(Withheld::is).isPresent());
    }

    private boolean isOver(String row, int years) {
        var isThere = after.paths().stream().anyMatch(path -> path.startsWith(row + "."));
        var end = isThere ? after.get(Term.end(row)) : lastSaid(Term.end(row));
        return Retention.lastDay(end, years).filter(today::isAfter).isPresent();
    }

    /** The end of a row that the changes brought and deleted again. */
    private Optional<String> lastSaid(String path) {
        return fields().filter(field -> field.path().equals(path))
                .flatMap(field -> field.after().or(field::before).stream())
                .reduce((earlier, later) -> later);
    }

    private Stream<FieldChange> in(String row) {
        return fields().filter(field -> field.path().startsWith(row + "."));
    }

    private Stream<FieldChange> fields() {
        return changes.stream().flatMap(change -> change.fields().stream());
    }
}
