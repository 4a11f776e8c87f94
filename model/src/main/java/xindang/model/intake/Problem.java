package xindang.model.intake;

import java.util.Optional;
import xindang.model.common.Violation;
import xindang.model.template.Field;
import xindang.model.template.Masking;
import xindang.model.value.MaskingRule;
import xindang.model.value.PersonalNumbers;

/**
 * A problem of a row, for a person to read.
 *
 * @param row number in the file
 * @param name name of the subject as written, empty when none, {@code —} when the law forbids to repeat it
 * @param column heading, empty when it concerns the whole row
 * @param value text of the cell
 */
public record Problem(int row, String name, String column, Severity severity, Violation violation, String value) {
    /** Minimum number of digits of an identity number in a text. A date of birth has eight. */
    private static final int FEWEST = 9;

    private static final int FEWEST_OF_PHONE = 7;

    public Problem {
        name = Repeated.name(name);
    }

    /**
     * Returns the problem for a screen: numbers and phones are masked in the value and in the sentence. The workbook of
     * problems keeps them unmasked, because the office corrects it.
     *
     * @param field field of the column, if it has one
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
