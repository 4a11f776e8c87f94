package xindang.model.intake;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import xindang.model.archive.Content;
import xindang.model.archive.FieldChange;
import xindang.model.law.Gate;
import xindang.model.template.Template;

/** Leaves out the values of rows whose term has expired (征信业管理条例 article 16). */
final class Terms {
    private final Template template;
    private final List<Column> columns;
    private final LocalDate today;
    /** Whether the day is sure enough to delete a row. */
    private final boolean mayDelete;
    /** The paths of the deleted values of the last row. */
    private final Set<String> deleted = new HashSet<>();

    Terms(Template template, List<Column> columns, LocalDate today, boolean mayDelete) {
        this.template = template;
        this.columns = columns;
        this.today = today;
        this.mayDelete = mayDelete;
    }

    /**
     * Article 16: neither accepts nor reports any value of an expired row. Keeps the archive's values of its key. If
     * they are the same item without an end date, deletes them, because the file shows that their term has expired.
     */
    Content within(RowReader.Read read, Content base, Content content, List<Problem> warnings) {
        var taken = content;
        deleted.clear();
        for (var due : Gate.due(template, content, today)) {
            var refused = base.changesTo(content).stream()
                    .map(FieldChange::path)
                    .filter(due::holds)
                    .toList();
            if (refused.isEmpty()) {
                continue;
            }
            var kept = new TreeMap<String, String>();
            refused.forEach(path -> kept.put(path, base.kept(path).orElse("")));
            var endless = Gate.endless(base, refused.get(0));
            var isDeleted = mayDelete && !endless.isEmpty() && refused.stream().noneMatch(endless::containsKey);
            if (isDeleted) {
                endless.keySet().forEach(path -> kept.put(path, ""));
                deleted.addAll(endless.keySet());
            }
            taken = taken.with(kept);
            warnings.removeIf(warning -> columns.stream()
                    .anyMatch(column -> column.heading().equals(warning.column()) && isOf(due.group(), column)));
            var heading = columns.stream()
                    .filter(column -> column.path().equals(Optional.of(due.group() + ".*.endsOn")))
                    .findFirst()
                    .map(Column::heading)
                    .orElse("");
            warnings.add(new Problem(
                    read.row().number(),
                    read.name(),
                    heading,
                    Problem.Severity.WARNING,
                    due.violation(template, isDeleted ? "intake.term.deleted" : "intake.term.over"),
                    ""));
        }
        return taken;
    }

    /** Returns whether the last row showed that a value of the archive has expired. */
    boolean hasDeleted(String path) {
        return deleted.contains(path);
    }

    private static boolean isOf(String group, Column column) {
        return column.path()
                .filter(path -> path.equals(group) || path.startsWith(group + "."))
                .isPresent();
    }
}
