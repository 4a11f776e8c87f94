package xindang.persistence.sheet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import xindang.model.intake.Cell;
import xindang.model.intake.SheetRow;

/**
 * Writes rejected rows in their original layout with an additional column for the reason, ready to be corrected and
 * imported again. If the column exists already from an earlier import, its reasons are replaced.
 */
public final class ProblemWorkbook {
    private ProblemWorkbook() {}

    /**
     * Writes the workbook.
     *
     * @param head rows of the file up to its header, which is the last
     * @param reasons reasons by row number
     * @param reasonHeading title of the added column
     */
    public static void write(
            Path file,
            List<SheetRow> head,
            List<SheetRow> rejected,
            String reasonHeading,
            Map<Integer, String> reasons) {
        var header = head.get(head.size() - 1);
        var place = texts(header).indexOf(reasonHeading);
        if (place < 0) {
            place = header.cells().size();
            for (var row : rejected) {
                place = Math.max(place, row.cells().size());
            }
        }
        var rows = new ArrayList<List<String>>();
        head.subList(0, head.size() - 1).forEach(title -> rows.add(texts(title)));
        rows.add(line(header, place, reasonHeading));
        for (var row : rejected) {
            rows.add(line(row, place, reasons.getOrDefault(row.number(), "")));
        }
        SheetWriter.write(file, "Sheet1", head.size() - 1, rows);
    }

    private static List<String> texts(SheetRow row) {
        return new ArrayList<>(row.cells().stream().map(Cell::text).toList());
    }

    private static List<String> line(SheetRow row, int place, String reason) {
        var line = texts(row);
        while (line.size() <= place) {
            line.add("");
        }
        line.set(place, reason);
        return line;
    }
}
