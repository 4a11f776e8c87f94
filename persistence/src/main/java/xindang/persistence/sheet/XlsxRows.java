package xindang.persistence.sheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import xindang.model.common.Progress;
import xindang.model.intake.Cell;
import xindang.model.intake.MergedCell;
import xindang.model.intake.SheetRow;

/** Reads the rows and merged cells of one sheet of an .xlsx file as a stream. References of cells and rows may be missing. */
final class XlsxRows {
    private static final int PROGRESS_ROWS = 500;
    private static final int LAST_ROW = 1_048_576;
    private static final int MOST_MERGES = 100_000;
    /** Excel's own limit of a cell. */
    private static final int LONGEST = 32_767;

    private static final Pattern FAILED = Pattern.compile("#(DIV/0!|N/A|NAME\\?|NULL!|NUM!|REF!|VALUE!)");
    private static final Pattern MERGE = Pattern.compile("([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9.]{1,40}(?:[Ee][-+]?[0-9]{1,2})?");
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    /** Spreadsheets count a day 1900-02-29, which did not exist. */
    private static final int FEBRUARY = 60;

    private static final int LAST_DAY = 2_958_465;

    private final String name;
    private final List<String> texts;
    private final List<Boolean> dates;
    private final boolean isFrom1904;
    private final XlsxSheets cells;
    private final Progress progress;
    private final Budget budget;
    private final XlsxParts parts;

    private final List<SheetRow> rows = new ArrayList<>();
    private final List<MergedCell> merges = new ArrayList<>();
    private final StringBuilder value = new StringBuilder();
    private final StringBuilder inline = new StringBuilder();
    private List<Cell> row = new ArrayList<>();
    private int rowNumber;
    private int column = -1;
    private String type = "";
    private boolean isDate;
    private boolean isFormula;
    private boolean hasValue;
    private int hidden;
    private boolean hasResults;

    XlsxRows(
            String name,
            XlsxParts parts,
            List<String> texts,
            List<Boolean> dates,
            boolean isFrom1904,
            XlsxSheets cells,
            Progress progress,
            Budget budget) {
        this.name = name;
        this.parts = parts;
        this.texts = texts;
        this.dates = dates;
        this.isFrom1904 = isFrom1904;
        this.cells = cells;
        this.progress = progress;
        this.budget = budget;
    }

    void read(String part) throws IOException, XMLStreamException {
        try (var in = parts.open(part)) {
            var xml = XlsxParts.reader(in);
            @Nullable StringBuilder into = null;
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> into = start(xml);
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        if (into != null) {
                            append(into, xml);
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        into = null;
                        end(xml.getLocalName());
                    }
                    default -> {}
                }
            }
        }
    }

    /** Appends the text at the reader, up to the limit of a cell. */
    static void append(StringBuilder text, XMLStreamReader xml) {
        var more = xml.getText();
        text.append(more, 0, Math.min(more.length(), Math.max(0, LONGEST - text.length())));
    }

    private @Nullable StringBuilder start(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "row" -> {
                rowNumber = rowNumber(XlsxParts.attribute(xml, "r"));
                hidden += XlsxParts.attribute(xml, "hidden").matches("1|true") ? 1 : 0;
                row = new ArrayList<>();
                column = -1;
            }
            case "c" -> cell(xml);
            case "f" -> isFormula = true;
            case "v" -> {
                hasValue = true;
                return value;
            }
            case "t" -> {
                return inline;
            }
            case "mergeCell" -> merge(XlsxParts.attribute(xml, "ref"));
            default -> {}
        }
        return null;
    }

    private void cell(XMLStreamReader xml) {
        var reference = XlsxParts.attribute(xml, "r");
        column = reference.isEmpty() ? column + 1 : column(reference);
        type = XlsxParts.attribute(xml, "t");
        var style = XlsxParts.attribute(xml, "s");
        isDate = style.matches("[0-9]{1,6}")
                && Integer.parseInt(style) < dates.size()
                && dates.get(Integer.parseInt(style));
        isFormula = false;
        hasValue = false;
        value.setLength(0);
        inline.setLength(0);
    }

    private void end(String element) {
        if (element.equals("c") && column < SheetLimits.MOST_CELLS) {
            while (row.size() < column) {
                row.add(Cell.BLANK);
            }
            if (row.size() == column) {
                row.add(cell());
            }
        } else if (element.equals("row")) {
            if (rows.size() >= SheetLimits.MOST_ROWS) {
                throw SheetLimits.tooLarge(name);
            }
            budget.row(row.size());
            rows.add(new SheetRow(rowNumber, row));
            if (rows.size() % PROGRESS_ROWS == 0) {
                progress.check();
                progress.at("intake.read", rows.size(), 0);
            }
        }
    }

    private int rowNumber(String reference) {
        if (reference.isEmpty()) {
            return rowNumber + 1;
        }
        if (!reference.matches("[0-9]{1,7}")) {
            throw parts.damaged();
        }
        var number = Integer.parseInt(reference);
        if (number > LAST_ROW) {
            throw parts.damaged();
        }
        return Math.max(number, rowNumber + 1);
    }

    private int column(String reference) {
        var number = 0;
        var letters = 0;
        for (; letters < reference.length() && Character.isLetter(reference.charAt(letters)); letters++) {
            number = number * 26 + Character.toUpperCase(reference.charAt(letters)) - 'A' + 1;
            if (letters >= 3) {
                throw parts.damaged();
            }
        }
        return letters == 0 ? column + 1 : number - 1;
    }

    private Cell cell() {
        var written = value.toString();
        if (type.equals("e")) {
            return new Cell(written, Cell.Kind.ERROR);
        }
        if (isFormula && !hasValue) {
            return Cell.WITHOUT_RESULT;
        }
        if (isFormula && written.isEmpty()) {
            return XlsxSheets.EMPTY;
        }
        hasResults |= isFormula;
        return switch (type) {
            case "s" -> cells.text(shared(written), budget);
            case "inlineStr" -> cells.text(inline.toString(), budget);
            case "b" -> cells.text(written.equals("1") || written.equals("true") ? "是" : "否", budget);
            case "d" -> new Cell(written.substring(0, Math.min(10, written.length())), Cell.Kind.DATE);
            case "str" ->
                FAILED.matcher(written).matches() ? new Cell(written, Cell.Kind.ERROR) : cells.text(written, budget);
            default -> number(written);
        };
    }

    private String shared(String index) {
        if (!index.matches("[0-9]{1,9}") || Integer.parseInt(index) >= texts.size()) {
            throw parts.damaged();
        }
        return texts.get(Integer.parseInt(index));
    }

    private Cell number(String written) {
        if (!hasValue || written.isBlank()) {
            return inline.length() > 0 ? cells.text(inline.toString(), budget) : Cell.BLANK;
        }
        if (FAILED.matcher(written).matches()) {
            return new Cell(written, Cell.Kind.ERROR);
        }
        if (!NUMBER.matcher(written).matches()) {
            return cells.text(written, budget);
        }
        try {
            var number = new BigDecimal(written);
            var day = number.longValue();
            if (isDate && day > 0 && day <= LAST_DAY) {
                return new Cell(date(day).toString(), Cell.Kind.DATE);
            }
            var cell = new Cell(XlsxSheets.plain(number), isFormula ? Cell.Kind.TEXT : Cell.Kind.NUMBER);
            budget.add(cell);
            return cell;
        } catch (NumberFormatException notOne) {
            return cells.text(written, budget);
        }
    }

    private LocalDate date(long day) {
        if (isFrom1904) {
            return EPOCH_1904.plusDays(day);
        }
        return EPOCH.plusDays(day < FEBRUARY ? day + 1 : day);
    }

    private void merge(String reference) {
        var found = MERGE.matcher(reference);
        if (found.matches() && merges.size() < MOST_MERGES) {
            var merge = new MergedCell(
                    Integer.parseInt(found.group(2)),
                    Integer.parseInt(found.group(4)),
                    column(found.group(1)),
                    column(found.group(3)));
            if (merge.lastColumn() < SheetLimits.MOST_CELLS) {
                merges.add(merge);
            }
        }
    }

    List<SheetRow> rows() {
        return rows;
    }

    List<MergedCell> merges() {
        return merges;
    }

    /** Returns whether a formula of the sheet has a result. */
    boolean hasResults() {
        return hasResults;
    }

    /** Returns the number of rows that the sheet hides or filters. */
    int hidden() {
        return hidden;
    }
}
