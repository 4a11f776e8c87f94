package xindang.model.intake;

import java.util.List;

/**
 * One sheet of a workbook, or a whole CSV file, with its rows in order, as the file stores them.
 *
 * @param file name of the file, {@code —} and the ending when the law forbids to repeat it
 * @param name name of the sheet, {@code —} when the law forbids to repeat it
 * @param merges its merged cells
 * @param hidden whether the file hides the sheet, which is then not read unless a person asks for it
 * @param hiddenRows number of rows that the file hides or a filter leaves out; they are read
 */
public record Sheet(
        String file, String name, List<SheetRow> rows, List<MergedCell> merges, boolean hidden, int hiddenRows) {
    public Sheet {
        file = Repeated.file(file);
        name = Repeated.file(name);
        rows = List.copyOf(rows);
        merges = List.copyOf(merges);
    }

    /** A sheet that is not hidden. */
    public Sheet(String file, String name, List<SheetRow> rows, List<MergedCell> merges) {
        this(file, name, rows, merges, false, 0);
    }

    /** Returns the sheet with other rows. */
    public Sheet with(List<SheetRow> others) {
        return new Sheet(file, name, others, merges, hidden, hiddenRows);
    }

    /** Returns the sheet for reading, which a person asked for. */
    public Sheet shown() {
        return new Sheet(file, name, rows, merges, false, hiddenRows);
    }

    /** A sheet without merged cells. */
    public Sheet(String file, String name, List<SheetRow> rows) {
        this(file, name, rows, List.of());
    }
}
