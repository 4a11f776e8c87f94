package xindang.persistence.sheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.util.RecordFormatException;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Progress;
import xindang.model.intake.Cell;
import xindang.model.intake.MergedCell;
import xindang.model.intake.Sheet;
import xindang.model.intake.SheetRow;

/** Reads .xls files of Excel 97 to 2003 in memory. They have at most 65,536 rows. */
final class XlsSheets {
    private XlsSheets() {}

    static List<Sheet> read(Path file, String name, Progress progress) throws IOException {
        var sheets = new ArrayList<Sheet>();
        try (var system = new POIFSFileSystem(file.toFile(), true);
                var workbook = workbook(system, name)) {
            for (var i = 0; i < workbook.getNumberOfSheets(); i++) {
                var source = workbook.getSheetAt(i);
                var rows = new ArrayList<SheetRow>();
                var hidden = 0;
                for (var row : source) {
                    rows.add(row(row));
                    hidden += row.getZeroHeight() ? 1 : 0;
                    progress.check();
                }
                sheets.add(new Sheet(
                        name,
                        source.getSheetName(),
                        rows,
                        merges(source),
                        workbook.getSheetVisibility(i) != SheetVisibility.VISIBLE,
                        hidden));
            }
        } catch (EncryptedDocumentException e) {
            throw new AppException(ErrorCode.UNREADABLE, "a password", e, name, "password");
        } catch (RecordFormatException | IllegalArgumentException | IllegalStateException e) {
            throw new AppException(ErrorCode.UNREADABLE, "not a workbook", e, name);
        }
        return sheets;
    }

    /** An .xlsx with a password is an OLE file too, and so are the tables of WPS. */
    private static HSSFWorkbook workbook(POIFSFileSystem system, String name) throws IOException {
        var root = system.getRoot();
        if (root.hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY)) {
            throw new AppException(ErrorCode.UNREADABLE, "a password", name, "password");
        }
        if (name.toLowerCase(Locale.ROOT).endsWith(".et") && !root.hasEntryCaseInsensitive("Workbook")) {
            throw new AppException(ErrorCode.UNREADABLE, "a table of WPS", name, "et");
        }
        return new HSSFWorkbook(system);
    }

    private static List<MergedCell> merges(org.apache.poi.ss.usermodel.Sheet source) {
        return source.getMergedRegions().stream()
                .map(region -> new MergedCell(
                        region.getFirstRow() + 1,
                        region.getLastRow() + 1,
                        region.getFirstColumn(),
                        region.getLastColumn()))
                .toList();
    }

    private static SheetRow row(Row row) {
        var count = Math.min(Math.max(row.getLastCellNum(), 0), SheetLimits.MOST_CELLS);
        var cells = new ArrayList<Cell>(count);
        for (var i = 0; i < count; i++) {
            var cell = row.getCell(i);
            cells.add(cell == null ? Cell.BLANK : cell(cell));
        }
        return new SheetRow(row.getRowNum() + 1, cells);
    }

    private static Cell cell(org.apache.poi.ss.usermodel.Cell cell) {
        var type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC -> {
                if (DateUtil.isCellDateFormatted(cell)) {
                    yield new Cell(
                            cell.getLocalDateTimeCellValue().toLocalDate().toString(), Cell.Kind.DATE);
                }
                yield new Cell(XlsxSheets.plain(BigDecimal.valueOf(cell.getNumericCellValue())), Cell.Kind.NUMBER);
            }
            case STRING -> text(cell.getStringCellValue());
            case BOOLEAN -> text(cell.getBooleanCellValue() ? "是" : "否");
            case ERROR -> new Cell(FormulaError.forInt(cell.getErrorCellValue()).getString(), Cell.Kind.ERROR);
            default -> Cell.BLANK;
        };
    }

    private static Cell text(String text) {
        return text.isBlank() ? Cell.BLANK : new Cell(text, Cell.Kind.TEXT);
    }
}
