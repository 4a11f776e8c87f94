package xindang.model.intake;

import java.util.Optional;
import xindang.model.common.Violation;
import xindang.model.template.Field;
import xindang.model.template.Masking;
import xindang.model.value.MaskingRule;
import xindang.model.value.PersonalNumbers;

/**
 * Something about a row that a person should see.
 *
 * @param row number in the file
 * @param name of the subject as written, empty when none, {@code —} when the law forbids to say it again
 * @param column heading, empty when it concerns the whole row
 * @param value what the cell says
 */
public record Problem(int row, String name, String column, Severity severity, Violation violation, String value) {
    /** Digits from which on a text in the column of a number can be one: a date of birth has eight. */
    private static final int FEWEST = 9;

    private static final int FEWEST_OF_PHONE = 7;

    public Problem {
        name = Repeated.name(name);
    }

    /**
     * The problem as a screen may show it: what the cell says with numbers and phones masked, and the sentence too. The
     * office's own workbook of problems keeps them whole, since it is corrected in it.
     *
     * @param field that of the column, where it has one
     */
    public Problem masked(Optional<Field> field) {
        var args = violation.args().stream().map(arg -> masked(field, arg)).toList();
        return new Problem(
                row,
                PersonalNumbers.masked(name),
                column,
                severity,
                new Violation(violation.code(), args),
                masked(field, value));
    }

    private static String masked(Optional<Field> field, String text) {
        var digits = text.chars().filter(Character::isDigit).count();
        return switch (field.map(Field::masking).orElse(Masking.NONE)) {
            case NUMBER -> digits < FEWEST ? text : MaskingRule.RESIDENT_INTERNAL.mask(text);
            case PHONE -> digits < FEWEST_OF_PHONE ? text : MaskingRule.PHONE.mask(text);
            case NONE, NAME, LAST_FOUR, HIDDEN -> PersonalNumbers.masked(text);
        };
    }

    /** Whether the row was rejected for it. */
    public enum Severity {
        REJECTED,
        WARNING
    }
}
