package xindang.model.intake;

import java.util.Optional;
import xindang.model.common.Violation;
import xindang.model.law.Gate;
import xindang.model.template.Field;
import xindang.model.template.Masking;
import xindang.model.template.Template;
import xindang.model.value.MaskingRule;
import xindang.model.value.PersonalNumbers;

/**
 * A problem of a row, for a person to read.
 *
 * @param file name of the file, empty until the sheet is known
 * @param sheet name of the sheet, empty until the sheet is known
 * @param row number in the sheet
 * @param name name of the subject as written, empty when none, {@code —} when the law forbids to repeat it
 * @param column heading, empty when it concerns the whole row
 * @param value text of the cell
 */
public record Problem(
        String file,
        String sheet,
        int row,
        String name,
        String column,
        Severity severity,
        Violation violation,
        String value) {
    /** Minimum number of digits of an identity number in a text. A date of birth has eight. */
    private static final int FEWEST = 9;

    private static final int FEWEST_OF_PHONE = 7;

    public Problem {
        name = Repeated.name(name);
    }

    /** A problem of a row of the sheet that is read now. */
    public Problem(int row, String name, String column, Severity severity, Violation violation, String value) {
        this("", "", row, name, column, severity, violation, value);
    }

    /** Makes a problem with the text of a cell, unless the law forbids to repeat it. */
    static Problem of(
            Template template,
            SheetRow row,
            String name,
            Column column,
            Cell cell,
            Severity severity,
            Violation violation) {
        var field = column.path().flatMap(template::field);
        return Gate.words(template, field, cell.text()).isPresent()
                ? new Problem(row.number(), name, column.heading(), severity, Violation.of("intake.forbidden"), "")
                : new Problem(row.number(), name, column.heading(), severity, violation, cell.text());
    }

    static Problem warning(
            Template template, SheetRow row, String name, Column column, Cell cell, Violation violation) {
        return of(template, row, name, column, cell, Severity.WARNING, violation);
    }

    /** Returns whether it is about a row of a sheet. */
    public boolean isIn(Sheet of) {
        return sheet.equals(of.name()) && file.equals(of.file());
    }

    /** Returns the problem with the names of its sheet and of its file. */
    Problem in(Sheet of) {
        return new Problem(of.file(), of.name(), row, name, column, severity, violation, value);
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
                file,
                sheet,
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

    /** Whether the row was rejected for it, and whether a person must choose. */
    public enum Severity {
        REJECTED,
        WARNING,
        /** The archive and the file differ, and the value of the archive was typed after the last import. */
        QUESTION
    }
}
