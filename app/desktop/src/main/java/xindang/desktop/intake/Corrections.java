package xindang.desktop.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import xindang.model.intake.Cell;
import xindang.model.intake.Column;
import xindang.model.intake.IntakeResult;
import xindang.model.intake.Sheet;
import xindang.model.intake.SheetRow;

/** Corrects cells of a sheet in memory. The file itself is not changed. */
final class Corrections {
    /** A longer text must be corrected in the file, because a one-line field cannot show it. */
    private static final int LONGEST = 1000;

    private Corrections() {}

    /** Puts a text into the cells of problems. Problems without a column that is read are left as they are. */
    static List<Sheet> put(List<Sheet> sheets, IntakeResult shown, List<ProblemLine> lines, String text) {
        var corrected = new ArrayList<>(sheets);
        lines.stream()
                .collect(Collectors.groupingBy(ProblemLine::sheet))
                .values()
                .forEach(ofSheet -> {
                    var first = ofSheet.get(0);
                    var wrong = sheet(shown, first);
                    column(shown, first).ifPresent(column -> {
                        var rows = ofSheet.stream().map(ProblemLine::row).collect(Collectors.toSet());
                        corrected.replaceAll(
                                sheet -> sheet.equals(wrong) ? put(sheet, rows, column.index(), text) : sheet);
                    });
                });
        return List.copyOf(corrected);
    }

    private static Sheet put(Sheet sheet, Set<Integer> rows, int column, String text) {
        return sheet.with(sheet.rows().stream()
                .map(there -> rows.contains(there.number()) ? put(there, column, text) : there)
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

    /** Returns the sheet of a problem. */
    static Sheet sheet(IntakeResult shown, ProblemLine line) {
        return shown.sheets().get(line.sheet()).sheet();
    }

    /** Returns the column of a problem among the columns that are read. */
    static Optional<Column> column(IntakeResult shown, ProblemLine line) {
        return shown.sheets().get(line.sheet()).columns().stream()
                .filter(column -> column.isRead() && column.heading().equals(line.column()))
                .findFirst();
    }

    /**
     * Returns the text of a cell for correction. It is empty for a masked number, which must be typed again.
     *
     * @return absent if the problem concerns the whole row or the text is too long
     */
    static Optional<String> written(IntakeResult shown, ProblemLine line) {
        return column(shown, line).flatMap(column -> sheet(shown, line).rows().stream()
                .filter(row -> row.number() == line.row())
                .findFirst()
                .map(row -> line.value().isEmpty() || line.isMasked()
                        ? ""
                        : row.cell(column.index()).text())
                .filter(text -> text.length() <= LONGEST));
    }
}
