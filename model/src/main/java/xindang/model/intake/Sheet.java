package xindang.model.intake;

import java.util.List;

/**
 * One sheet of a workbook, or a whole CSV file, with the rows the file holds in their order.
 *
 * @param file its name, {@code —} and the ending when the law forbids to say it again
 * @param name of the sheet, {@code —} when the law forbids to say it again
 */
public record Sheet(String file, String name, List<SheetRow> rows) {
    public Sheet {
        file = Repeated.file(file);
        name = Repeated.file(name);
        rows = List.copyOf(rows);
    }
}
