package xindang.persistence.sheet;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Progress;
import xindang.model.intake.Cell;
import xindang.model.intake.Sheet;
import xindang.model.intake.SheetRow;

/** Reads CSV separated by comma, semicolon or tab as a stream. A cell may be quoted and then contain line breaks. */
final class CsvSheet {
    /** Excel's own limit of a cell. A longer quoted cell means a quote that was not closed. */
    private static final int LONGEST = 32_767;

    private static final int SHORT = 12;
    private static final int REPEATED = 4096;

    private final String name;
    private final char delimiter;
    private final Progress progress;
    private final Budget budget;
    private final Map<String, Cell> repeated = new HashMap<>();
    private final List<SheetRow> rows = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private List<Cell> cells = new ArrayList<>();
    private int columns;

    private CsvSheet(String name, char delimiter, Progress progress) {
        this.name = name;
        this.delimiter = delimiter;
        this.progress = progress;
        budget = new Budget(name);
    }

    static List<Sheet> read(TextFile file, String name, Progress progress) throws IOException {
        var sheet = new CsvSheet(name, delimiter(file.head()), progress);
        try (var reader = file.open()) {
            sheet.read(reader);
        }
        return List.of(new Sheet(name, name, sheet.rows));
    }

    private void read(Reader reader) throws IOException {
        var quoted = false;
        var wasQuoted = false;
        for (var c = reader.read(); c >= 0; c = reader.read()) {
            if (quoted) {
                if (c != '"') {
                    append(c, true);
                    continue;
                }
                reader.mark(1);
                var next = reader.read();
                if (next == '"') {
                    append('"', true);
                } else {
                    quoted = false;
                    wasQuoted = true;
                    reader.reset();
                    if (next < 0) {
                        break;
                    }
                }
            } else if (c == '"' && !wasQuoted && text.toString().isBlank()) {
                quoted = true;
                text.setLength(0);
            } else if (c == delimiter) {
                cell();
                wasQuoted = false;
            } else if (c == '\n') {
                cell();
                row();
                wasQuoted = false;
            } else if (c != '\r' && !(c == '\uFEFF' && rows.isEmpty())) {
                append(c, false);
            }
        }
        if (columns > 0 || text.length() > 0) {
            cell();
            row();
        }
        while (!rows.isEmpty() && rows.get(rows.size() - 1).isBlank()) {
            rows.remove(rows.size() - 1);
        }
    }

    private void append(int c, boolean isQuoted) {
        if (text.length() < LONGEST) {
            text.append((char) c);
        } else if (isQuoted) {
            throw new AppException(ErrorCode.UNREADABLE, "an open quote", name, "quote");
        }
    }

    /** Ends a cell. Blank cells at the end of a row are not stored. */
    private void cell() {
        if (columns < SheetLimits.MOST_CELLS && !text.toString().isBlank()) {
            while (cells.size() < columns) {
                cells.add(Cell.BLANK);
            }
            cells.add(cell(text.toString()));
        }
        columns++;
        text.setLength(0);
    }

    private void row() {
        if (rows.size() >= SheetLimits.MOST_ROWS) {
            throw SheetLimits.tooLarge(name);
        }
        budget.row(cells.size());
        rows.add(new SheetRow(rows.size() + 1, cells));
        cells = new ArrayList<>();
        columns = 0;
        progress.check();
    }

    /** Programs write {@code ="2301…"} so that Excel keeps a long number as text. */
    private Cell cell(String value) {
        var plain = value.length() > 3 && value.startsWith("=\"") && value.endsWith("\"")
                ? value.substring(2, value.length() - 1)
                : value;
        if (plain.isBlank()) {
            return Cell.BLANK;
        }
        var known = repeated.get(plain);
        if (known == null) {
            known = new Cell(plain, Cell.Kind.TEXT);
            budget.add(known);
            if (plain.length() <= SHORT && repeated.size() < REPEATED) {
                repeated.put(plain, known);
            }
        }
        return known;
    }

    /** Returns the separator that is most frequent outside quotes at the start of the text. */
    private static char delimiter(String text) {
        var best = ',';
        var most = 0;
        for (var candidate : new char[] {',', '\t', ';'}) {
            var count = 0;
            var quoted = false;
            for (var i = 0; i < text.length(); i++) {
                var c = text.charAt(i);
                if (c == '"') {
                    quoted = !quoted;
                } else if (c == candidate && !quoted) {
                    count++;
                }
            }
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }
}
