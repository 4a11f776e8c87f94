package xindang.model.law;

import java.time.LocalDate;
import xindang.model.archive.Paths;
import xindang.model.common.Violation;
import xindang.model.template.Field;
import xindang.model.template.Template;

/**
 * A row whose term is over (征信业管理条例 article 16).
 *
 * @param group path of the group, such as {@code adverse.items}
 * @param lastDay the last day on which it could be kept
 */
public record Due(String group, String row, LocalDate lastDay) {
    /** The origin of the changes that delete what is due. */
    public static final String ORIGIN = "retention";

    /** Code of the violation by what ended too long ago to be taken in. */
    public static final String OVER = "law.term.over";

    /** Whether a path is that of a value of this row. */
    public boolean holds(String path) {
        return path.startsWith(Paths.of(group, row) + ".");
    }

    /** What is said where such a row is to be taken in: which group, and how many years; nothing of the row itself. */
    public Violation violation(Template template, String code) {
        var field = template.field(group);
        return Violation.of(
                code,
                field.map(Field::label).orElse(group),
                field.map(Field::retentionYears).orElse(0).toString());
    }
}
