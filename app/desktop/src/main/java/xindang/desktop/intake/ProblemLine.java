package xindang.desktop.intake;

import xindang.model.intake.Problem;

/**
 * A row in the list of problems, as texts.
 *
 * @param sheet index of its sheet among those that were read
 * @param first true if it is the first problem of its row; only this one shows number and name of the row
 * @param value text of the cell with masked numbers
 * @param isMasked true if a part of the cell is masked
 */
record ProblemLine(
        int sheet,
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
