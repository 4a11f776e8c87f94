package xindang.desktop.intake;

import java.util.ArrayList;
import xindang.model.intake.Cell;
import xindang.model.intake.Sheet;
import xindang.model.intake.SheetRow;

/** Puts another text into a cell of a sheet that was read; the file itself stays as it is. */
final class Corrections {
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
}
