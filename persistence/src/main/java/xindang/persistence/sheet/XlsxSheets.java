package xindang.persistence.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Progress;
import xindang.model.intake.Cell;
import xindang.model.intake.Sheet;
import xindang.model.intake.SheetRow;

/** Reads .xlsx files as a stream. A formula has its last stored value; nothing is computed. */
final class XlsxSheets {
    private static final long MOST_UNPACKED = 1L << 30;
    private static final int PROGRESS_ROWS = 500;

    /** Short texts are stored once, up to a limit, because most cells of a column repeat. */
    private static final int SHORT = 12;

    private static final int REPEATED = 4096;
    private static final Pattern FAILED = Pattern.compile("#(DIV/0!|N/A|NAME\\?|NULL!|NUM!|REF!|VALUE!)");

    /** The result of a formula that is an empty text, or that was not stored: the other formulas of the sheet tell. */
    private static final Cell EMPTY = new Cell(Cell.WITHOUT_RESULT.text(), Cell.Kind.UNCOMPUTED);

    private final Map<String, Boolean> forms = new HashMap<>();
    private final Map<String, Cell> repeated = new HashMap<>();
    /** Whether a formula of the sheet has a result. */
    private boolean hasResults;
    /** Number of rows that the sheet hides or filters. */
    private int hiddenRows;

    private XlsxSheets() {}

    static List<Sheet> read(Path file, String name, Progress progress) throws IOException {
        refuseBomb(file, name);
        var sheets = new ArrayList<Sheet>();
        try (var workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false))) {
            var cells = new XlsxSheets();
            var merges = XlsxMerges.of(file);
            for (var source : workbook.getSheets().toList()) {
                var rows = new ArrayList<SheetRow>();
                cells.hasResults = false;
                cells.hiddenRows = 0;
                try (var stream = source.openStream()) {
                    stream.forEach(row -> {
                        if (rows.size() >= SheetFiles.MOST_ROWS) {
                            throw SheetFiles.tooLarge(name);
                        }
                        rows.add(cells.row(row));
                        if (rows.size() % PROGRESS_ROWS == 0) {
                            progress.check();
                            progress.at("intake.read", rows.size(), 0);
                        }
                    });
                }
                if (cells.hasResults) {
                    rows.replaceAll(XlsxSheets::withoutEmpty);
                }
                sheets.add(new Sheet(
                        name,
                        source.getName(),
                        rows,
                        merges.getOrDefault(source.getName(), List.of()),
                        source.getVisibility() != SheetVisibility.VISIBLE,
                        cells.hiddenRows));
            }
        } catch (ExcelReaderException | UncheckedIOException | IllegalArgumentException e) {
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

    private SheetRow row(Row row) {
        var count = Math.min(row.getCellCount(), SheetFiles.MOST_CELLS);
        var cells = new ArrayList<Cell>(count);
        for (var i = 0; i < count; i++) {
            var cell = row.getOptionalCell(i);
            cells.add(cell.isPresent() ? cell(cell.get()) : Cell.BLANK);
        }
        hiddenRows += row.isHidden() ? 1 : 0;
        return new SheetRow(row.getRowNum(), cells);
    }

    private Cell cell(org.dhatim.fastexcel.reader.Cell cell) {
        return switch (cell.getType()) {
            case NUMBER -> number(cell);
            case STRING -> text(cell.asString());
            case BOOLEAN -> text(cell.asBoolean() ? "是" : "否");
            case FORMULA -> formula(cell);
            case ERROR -> new Cell(cell.getRawValue(), Cell.Kind.ERROR);
            case EMPTY -> Cell.BLANK;
        };
    }

    /** Some programs write formulas without their result. */
    private Cell formula(org.dhatim.fastexcel.reader.Cell cell) {
        var result = cell.getRawValue();
        if (result == null) {
            return Cell.WITHOUT_RESULT;
        }
        if (result.isEmpty()) {
            return EMPTY;
        }
        hasResults = true;
        return FAILED.matcher(result).matches() ? new Cell(result, Cell.Kind.ERROR) : text(result);
    }

    private Cell number(org.dhatim.fastexcel.reader.Cell cell) {
        var format = cell.getDataFormatString();
        if (format != null && forms.computeIfAbsent(format, XlsxSheets::isDate)) {
            LocalDateTime date = cell.asDate();
            return new Cell(date.toLocalDate().toString(), Cell.Kind.DATE);
        }
        return new Cell(plain(cell.asNumber()), Cell.Kind.NUMBER);
    }

    /** Returns a number with at most fifteen digits. A workbook may store 41.5 as 41.499999999999996. */
    static String plain(BigDecimal number) {
        var rounded = number.precision() > 15 ? number.round(new java.math.MathContext(15)) : number;
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private static boolean isDate(String format) {
        var plain = format.toLowerCase(Locale.ROOT).replaceAll("\\[[^\\]]*\\]|\"[^\"]*\"", "");
        return plain.contains("yy") || plain.contains("年") || (plain.contains("m") && plain.contains("d"));
    }

    private Cell text(@org.jspecify.annotations.Nullable String text) {
        if (text == null || text.isBlank()) {
            return Cell.BLANK;
        }
        var known = repeated.get(text);
        if (known == null) {
            known = new Cell(text, Cell.Kind.TEXT);
            if (text.length() <= SHORT && repeated.size() < REPEATED) {
                repeated.put(text, known);
            }
        }
        return known;
    }

    private static void refuseBomb(Path file, String name) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var unpacked =
                    zip.stream().mapToLong(java.util.zip.ZipEntry::getSize).sum();
            if (unpacked > MOST_UNPACKED) {
                throw new AppException(ErrorCode.UNREADABLE, "unpacks to " + unpacked + " bytes", name);
            }
        }
    }
}
