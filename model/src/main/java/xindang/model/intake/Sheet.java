package xindang.model.intake;

import java.util.List;

/**
 * One sheet of a workbook, or a whole CSV file, with its rows in order, as the file stores them.
 *
 * @param file name of the file, {@code —} and the ending when the law forbids to repeat it
 * @param name name of the sheet, {@code —} when the law forbids to repeat it
 * @param merges its merged cells
 */
public record Sheet(String file, String name, List<SheetRow> rows, List<MergedCell> merges) {
    public Sheet {
        file = Repeated.file(file);
        name = Repeated.file(name);
        rows = List.copyOf(rows);
        merges = List.copyOf(merges);
    }

    /** A sheet without merged cells. */
    public Sheet(String file, String name, List<SheetRow> rows) {
        this(file, name, rows, List.of());
    }
}
