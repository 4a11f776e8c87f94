package xindang.desktop.intake;

import xindang.model.intake.Problem;

/**
 * A line of the list of problems, in words.
 *
 * @param first whether it is the first about its row: the row's number and name stand only there
 * @param value what the cell says; a number is shown whole only where it is itself to be corrected
 */
record ProblemLine(
        int row, boolean first, String name, String column, Problem.Severity severity, String value, String reason) {
    boolean rejected() {
        return severity == Problem.Severity.REJECTED;
    }
}
