package xindang.desktop.intake;

import xindang.model.intake.Problem;

/**
 * A line of the list of problems, in words.
 *
 * @param first whether it is the first about its row: the row's number and name stand only there
 * @param value what the cell says, with the middle of numbers as stars
 * @param isMasked whether something of the cell is hidden
 */
record ProblemLine(
        int row,
        boolean first,
        String name,
        String column,
        Problem.Severity severity,
        String value,
        boolean isMasked,
        String reason) {
    boolean rejected() {
        return severity == Problem.Severity.REJECTED;
    }
}
