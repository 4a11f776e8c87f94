package xindang.persistence.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Progress;
import xindang.model.intake.Cell;
import xindang.model.intake.MergedCell;
import xindang.model.intake.Sheet;
import xindang.model.intake.SheetRow;

/** Reads the XML tables of Excel 2003 (SpreadsheetML). */
final class XmlSheets {
    private static final String SPREADSHEET = "urn:schemas-microsoft-com:office:spreadsheet";

    private final String name;
    private final Progress progress;
    private final Budget budget;
    private final List<Sheet> sheets = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private List<SheetRow> rows = new ArrayList<>();
    private List<MergedCell> merges = new ArrayList<>();
    private List<Cell> cells = new ArrayList<>();
    private String sheet = "";
    private String type = "";
    private int row;
    private int column;
    private int across;
    private boolean isData;

    private XmlSheets(String name, Progress progress) {
        this.name = name;
        this.progress = progress;
        budget = new Budget(name);
    }

    /** Returns whether a text begins like such a table. */
    static boolean isOne(String head) {
        return head.stripLeading().startsWith("<") && head.contains(SPREADSHEET) && head.contains("Workbook");
    }

    static List<Sheet> read(Path file, String name, Progress progress) throws IOException {
        var sheets = new XmlSheets(name, progress);
        try (var in = Files.newInputStream(file)) {
            sheets.read(XlsxParts.reader(in));
        } catch (XMLStreamException | IllegalArgumentException e) {
            throw new AppException(ErrorCode.UNREADABLE, "not XML", e, name);
        }
        return sheets.sheets;
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(xml);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (isData) {
                        XlsxRows.append(text, xml);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                default -> {}
            }
        }
    }

    private void start(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "Worksheet" -> sheet = attribute(xml, "Name");
            case "Row" -> {
                row = number(attribute(xml, "Index"), row + 1, SheetLimits.MOST_ROWS);
                cells = new ArrayList<>();
                column = -1;
                across = 0;
            }
            case "Cell" -> {
                column = number(attribute(xml, "Index"), column + across + 2, Short.MAX_VALUE) - 1;
                across = number(attribute(xml, "MergeAcross"), 0, SheetLimits.MOST_CELLS);
                var down = number(attribute(xml, "MergeDown"), 0, SheetLimits.MOST_ROWS);
                if ((across > 0 || down > 0) && column + across < SheetLimits.MOST_CELLS) {
                    merges.add(new MergedCell(row, row + down, column, column + across));
                }
            }
            case "Data" -> {
                type = attribute(xml, "Type");
                isData = true;
                text.setLength(0);
            }
            default -> {}
        }
    }

    private void end(String element) {
        switch (element) {
            case "Data" -> {
                isData = false;
                if (column < SheetLimits.MOST_CELLS && !text.toString().isBlank()) {
                    while (cells.size() < column) {
                        cells.add(Cell.BLANK);
                    }
                    var cell = cell(text.toString());
                    budget.add(cell);
                    if (cells.size() == column) {
                        cells.add(cell);
                    }
                }
            }
            case "Row" -> {
                if (rows.size() >= SheetLimits.MOST_ROWS) {
                    throw SheetLimits.tooLarge(name);
                }
                budget.row(cells.size());
                rows.add(new SheetRow(row, cells));
                progress.check();
            }
            case "Worksheet" -> {
                sheets.add(new Sheet(name, sheet, rows, merges));
                rows = new ArrayList<>();
                merges = new ArrayList<>();
                row = 0;
            }
            default -> {}
        }
    }

    private Cell cell(String written) {
        return switch (type) {
            case "DateTime" -> new Cell(written.substring(0, Math.min(10, written.length())), Cell.Kind.DATE);
            case "Number" -> new Cell(written.strip(), Cell.Kind.NUMBER);
            case "Boolean" -> new Cell(written.strip().equals("1") ? "是" : "否", Cell.Kind.TEXT);
            case "Error" -> new Cell(written.strip(), Cell.Kind.ERROR);
            default -> new Cell(written, Cell.Kind.TEXT);
        };
    }

    private int number(String written, int otherwise, int most) {
        if (written.isEmpty()) {
            return otherwise;
        }
        if (!written.matches("[0-9]{1,7}") || Integer.parseInt(written) > most) {
            throw new AppException(ErrorCode.UNREADABLE, "an index beyond the table", name, "damaged");
        }
        return Integer.parseInt(written);
    }

    private static String attribute(XMLStreamReader xml, String local) {
        var value = xml.getAttributeValue(SPREADSHEET, local);
        return value == null ? "" : value;
    }
}
