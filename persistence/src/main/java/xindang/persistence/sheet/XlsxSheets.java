package xindang.persistence.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Progress;
import xindang.model.intake.Cell;
import xindang.model.intake.Sheet;
import xindang.model.intake.SheetRow;

/** Reads .xlsx files as a stream. A formula has its last stored value; nothing is computed. */
final class XlsxSheets {
    /** Short texts are stored once, up to a limit, because most cells of a column repeat. */
    private static final int SHORT = 12;

    private static final int REPEATED = 4096;

    /** The result of a formula that is an empty text, or that was not stored: the other formulas of the sheet tell. */
    static final Cell EMPTY = new Cell(Cell.WITHOUT_RESULT.text(), Cell.Kind.UNCOMPUTED);

    private final Map<String, Cell> repeated = new HashMap<>();

    private XlsxSheets() {}

    static List<Sheet> read(Path file, String name, Progress progress) throws IOException {
        var sheets = new ArrayList<Sheet>();
        try (var parts = new XlsxParts(file, name)) {
            var budget = new Budget(name);
            var texts = parts.texts(budget);
            var dates = parts.dateStyles();
            var isFrom1904 = parts.isFrom1904();
            var cells = new XlsxSheets();
            for (var part : parts.sheets()) {
                var rows = new XlsxRows(name, parts, texts, dates, isFrom1904, cells, progress, budget);
                rows.read(part.part());
                var read = rows.rows();
                if (rows.hasResults()) {
                    read.replaceAll(XlsxSheets::withoutEmpty);
                }
                sheets.add(new Sheet(name, part.sheet(), read, rows.merges(), part.isHidden(), rows.hidden()));
            }
        } catch (XMLStreamException | UncheckedIOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new AppException(ErrorCode.UNREADABLE, "not a workbook", e, name);
        }
        return sheets;
    }

    /** Where other formulas have results, one without is an empty text. */
    private static SheetRow withoutEmpty(SheetRow row) {
        return row.cells().stream().noneMatch(XlsxSheets::isEmpty)
                ? row
                : new SheetRow(
                        row.number(),
                        row.cells().stream()
                                .map(cell -> isEmpty(cell) ? Cell.BLANK : cell)
                                .toList());
    }

    @SuppressWarnings("ReferenceEquality") // a marker, and no value of the file
    private static boolean isEmpty(Cell cell) {
        return cell == EMPTY;
    }

    /** Returns a number with at most fifteen digits. A workbook may store 41.5 as 41.499999999999996. */
    static String plain(BigDecimal number) {
        var rounded = number.precision() > 15 ? number.round(new java.math.MathContext(15)) : number;
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    static boolean isDate(String format) {
        var plain = format.toLowerCase(Locale.ROOT).replaceAll("\\[[^\\]]*\\]|\"[^\"]*\"", "");
        return plain.contains("yy") || plain.contains("年") || (plain.contains("m") && plain.contains("d"));
    }

    /** Returns the cell of a text. */
    Cell text(@Nullable String text, Budget budget) {
        if (text == null || text.isBlank()) {
            return Cell.BLANK;
        }
        var known = repeated.get(text);
        if (known == null) {
            known = new Cell(text, Cell.Kind.TEXT);
            budget.add(known);
            if (text.length() <= SHORT && repeated.size() < REPEATED) {
                repeated.put(text, known);
            }
        }
        return known;
    }
}
