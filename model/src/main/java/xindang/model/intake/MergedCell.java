package xindang.model.intake;

/**
 * A merged cell of a sheet. Its text is in the first row and column; the file stores the others blank.
 *
 * @param firstRow number of the first row, from 1
 * @param lastRow number of the last row
 * @param firstColumn from 0
 * @param lastColumn from 0
 */
public record MergedCell(int firstRow, int lastRow, int firstColumn, int lastColumn) {
    boolean covers(int row, int column) {
        return firstRow <= row && row <= lastRow && firstColumn <= column && column <= lastColumn;
    }
}
