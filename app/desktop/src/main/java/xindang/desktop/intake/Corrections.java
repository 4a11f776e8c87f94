package xindang.desktop.intake;

import java.util.ArrayList;
import java.util.Optional;
import xindang.model.intake.Cell;
import xindang.model.intake.Column;
import xindang.model.intake.IntakeResult;
import xindang.model.intake.Sheet;
import xindang.model.intake.SheetRow;

/** Puts another text into a cell of a sheet that was read; the file itself stays as it is. */
final class Corrections {
    /** A longer text is corrected in its own table: no field of one line has room for a page. */
    private static final int LONGEST = 1000;

    private Corrections() {}

    static Sheet put(Sheet sheet, int row, int column, String text) {
        return new Sheet(
                sheet.file(),
                sheet.name(),
                sheet.rows().stream()
                        .map(there -> there.number() == row ? put(there, column, text) : there)
                        .toList());
    }

    private static SheetRow put(SheetRow row, int column, String text) {
        var cells = new ArrayList<>(row.cells());
        while (cells.size() <= column) {
            cells.add(Cell.BLANK);
        }
        cells.set(column, text.isBlank() ? Cell.BLANK : new Cell(text.strip(), Cell.Kind.TEXT));
        return new SheetRow(row.number(), cells);
    }

    /** The column of a problem, among those that are read. */
    static Optional<Column> column(IntakeResult shown, ProblemLine line) {
        return shown.columns().stream()
                .filter(column -> column.isRead() && column.heading().equals(line.column()))
                .findFirst();
    }

    /**
     * What the cell of a problem says, to be corrected: nothing of one whose number is masked, since it is typed again as a whole;
     * absent when the problem is about the whole row, or the cell holds a page.
     */
    static Optional<String> written(IntakeResult shown, ProblemLine line) {
        return column(shown, line).flatMap(column -> shown.sheet().rows().stream()
                .filter(row -> row.number() == line.row())
                .findFirst()
                .map(row -> line.value().isEmpty() || line.isMasked()
                        ? ""
                        : row.cell(column.index()).text())
                .filter(text -> text.length() <= LONGEST));
    }
}
