package xindang.model.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import xindang.model.archive.Content;
import xindang.model.archive.Paths;
import xindang.model.common.Violation;
import xindang.model.template.Field;
import xindang.model.template.Template;

/** Finds the cells that say another sex or birth than the number of the person. The number decides. */
final class Contradicted {
    /** Codes of a sex that nobody stated. */
    private static final Set<String> UNSTATED = Set.of("0", "9");

    private final Template template;
    private final List<Column> columns;

    Contradicted(Template template, List<Column> columns) {
        this.template = template;
        this.columns = columns;
    }

    /** @param derived the content of the record with the values that follow from its numbers */
    List<Problem> by(Content derived, RowReader.Read read) {
        var problems = new ArrayList<Problem>();
        read.values().forEach((path, written) -> {
            var field = template.field(Paths.pattern(path))
                    .filter(each -> each.derived().isPresent());
            var right = derived.get(path).orElse(written);
            if (field.isPresent() && !right.startsWith(written) && !UNSTATED.contains(written)) {
                problems.add(problem(read, path, field.get(), written, right));
            }
        });
        return problems;
    }

    private Problem problem(RowReader.Read read, String path, Field field, String written, String right) {
        var column = columns.stream()
                .filter(each -> each.path().equals(Optional.of(Paths.pattern(path))))
                .findFirst();
        return new Problem(
                read.row().number(),
                read.name(),
                column.map(Column::heading).orElse(field.label()),
                Problem.Severity.WARNING,
                Violation.of("intake.derived.differs", field.label(), label(field, written), label(field, right)),
                column.map(found -> read.row().cell(found.index()).text()).orElse(written));
    }

    private String label(Field field, String value) {
        return field.table()
                .flatMap(template::table)
                .flatMap(table -> table.label(value))
                .orElse(value);
    }
}
