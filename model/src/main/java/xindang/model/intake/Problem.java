package xindang.model.intake;

import xindang.model.common.Violation;

/**
 * Something about a row that a person should see.
 *
 * @param row number in the file
 * @param name of the subject as written, empty when none
 * @param column heading, empty when it concerns the whole row
 * @param value what the cell says
 */
public record Problem(int row, String name, String column, Severity severity, Violation violation, String value) {
    /** Whether the row was rejected for it. */
    public enum Severity {
        REJECTED,
        WARNING
    }
}
