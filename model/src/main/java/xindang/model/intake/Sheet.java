package xindang.model.intake;

import java.util.List;

/** One sheet of a workbook, or a whole CSV file, with the rows the file holds in their order. */
public record Sheet(String file, String name, List<SheetRow> rows) {
    public Sheet {
        rows = List.copyOf(rows);
    }
}
