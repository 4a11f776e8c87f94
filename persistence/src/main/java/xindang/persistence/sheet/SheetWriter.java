package xindang.persistence.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;

/** Writes a sheet in which each cell is text, so no cell runs as a formula. */
public final class SheetWriter {
    private static final int NARROW = 10;
    private static final int WIDE = 60;

    private SheetWriter() {}

    /**
     * Writes the workbook to a temporary file and renames it, so an incomplete file never remains.
     *
     * @param header index of the row that is bold
     * @throws AppException NOT_WRITTEN with the file name
     */
    public static void write(Path file, String name, int header, List<List<String>> rows) {
        write(file, List.of(new Page(name, header, rows)));
    }

    /**
     * A sheet of a workbook.
     *
     * @param header index of the row that is bold
     */
    public record Page(String name, int header, List<List<String>> rows) {
        public Page {
            rows = List.copyOf(rows);
        }
    }

    /** Writes a workbook of several sheets in the same way. */
    public static void write(Path file, List<Page> pages) {
        var target = file.toAbsolutePath();
        Path temporary = null;
        try {
            Files.createDirectories(target.getParent());
            temporary = Files.createTempFile(target.getParent(), ".xindang-", ".part");
            try (var out = Files.newOutputStream(temporary);
                    var workbook = new Workbook(out, "Xindang", "1.0")) {
                for (var page : pages) {
                    fill(workbook.newWorksheet(page.name()), page.header(), page.rows());
                }
                workbook.finish();
            }
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            drop(temporary);
            throw new AppException(ErrorCode.NOT_WRITTEN, "cannot write the sheet", e, file.toString());
        }
    }

    private static void fill(org.dhatim.fastexcel.Worksheet sheet, int header, List<List<String>> rows) {
        for (var at = 0; at < rows.size(); at++) {
            var row = rows.get(at);
            for (var column = 0; column < row.size(); column++) {
                if (!row.get(column).isEmpty()) {
                    sheet.value(at, column, row.get(column));
                    sheet.style(at, column).format("@").set();
                }
            }
        }
        var headings = rows.get(header);
        for (var column = 0; column < headings.size(); column++) {
            sheet.style(header, column).bold().format("@").set();
            var longest = 0;
            for (var row : rows.subList(header, Math.min(rows.size(), header + 50))) {
                longest =
                        Math.max(longest, column < row.size() ? row.get(column).length() : 0);
            }
            sheet.width(column, Math.min(WIDE, NARROW + longest));
        }
    }

    private static void drop(@org.jspecify.annotations.Nullable Path temporary) {
        if (temporary != null) {
            try {
                Files.deleteIfExists(temporary);
            } catch (IOException e) {
                org.slf4j.LoggerFactory.getLogger(SheetWriter.class).warn("left behind: {}", temporary, e);
            }
        }
    }
}
