package xindang.model.law;

import java.time.LocalDate;
import xindang.model.archive.Paths;
import xindang.model.common.Violation;
import xindang.model.template.Field;
import xindang.model.template.Template;

/**
 * A row whose term has expired (征信业管理条例 article 16).
 *
 * @param group path of the group, such as {@code adverse.items}
 * @param lastDay the last day on which it could be kept
 */
public record Due(String group, String row, LocalDate lastDay) {
    /** The origin of the changes that delete expired rows. */
    public static final String ORIGIN = "retention";

    /** Code of the violation for a row that expired before it was saved. */
    public static final String OVER = "law.term.over";

    /** Returns whether a path belongs to a value of this row. */
    public boolean holds(String path) {
        return path.startsWith(Paths.of(group, row) + ".");
    }

    /** Returns the violation for such a row: its group and the number of years, but no value. */
    public Violation violation(Template template, String code) {
        var field = template.field(group);
        return Violation.of(
                code,
                field.map(Field::label).orElse(group),
                field.map(Field::retentionYears).orElse(0).toString());
    }
}
