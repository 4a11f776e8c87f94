package xindang.persistence.sheet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import xindang.model.intake.Cell;
import xindang.model.intake.SheetRow;

/**
 * Writes rejected rows in their original layout with an additional column for the reason, ready to be corrected and
 * imported again. If the column exists already from an earlier import, its reasons are replaced.
 */
public final class ProblemWorkbook {
    private static final Pattern UNWRITABLE = Pattern.compile("[\\[\\]:*?/\\\\']");
    /** Excel accepts 31 characters, with the number of the sheet. */
    private static final int LONGEST_NAME = 26;

    private ProblemWorkbook() {}

    /**
     * The rejected rows of one sheet.
     *
     * @param head rows of the sheet up to its header, which is the last
     * @param reasons reasons by row number
     */
    public record Part(String name, List<SheetRow> head, List<SheetRow> rejected, Map<Integer, String> reasons) {
        public Part {
            head = List.copyOf(head);
            rejected = List.copyOf(rejected);
            reasons = Map.copyOf(reasons);
        }
    }

    /**
     * Writes the rejected rows of several sheets, each into a sheet of its own. Leaves out sheets without any.
     *
     * @param more further sheets behind them
     */
    public static void write(Path file, List<Part> parts, String reasonHeading, List<SheetWriter.Page> more) {
        var pages = new ArrayList<SheetWriter.Page>();
        for (var part : parts) {
            if (parts.size() == 1 || !part.rejected().isEmpty()) {
                var name = parts.size() == 1 ? "Sheet1" : name(part.name(), pages.size() + 1);
                pages.add(page(name, part.head(), part.rejected(), reasonHeading, part.reasons()));
            }
        }
        if (pages.isEmpty()) {
            var first = parts.get(0);
            pages.add(page("Sheet1", first.head(), first.rejected(), reasonHeading, first.reasons()));
        }
        pages.addAll(more);
        SheetWriter.write(file, pages);
    }

    /** Returns a name that a workbook accepts and that no other of its sheets has. */
    private static String name(String name, int number) {
        var plain = UNWRITABLE.matcher(name).replaceAll(" ");
        return plain.substring(0, Math.min(plain.length(), LONGEST_NAME)) + " " + number;
    }

    /** Returns the rejected rows of one sheet as a sheet of a workbook. */
    private static SheetWriter.Page page(
            String name,
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
        return new SheetWriter.Page(name, head.size() - 1, rows);
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
