package xindang.persistence.sheet;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import xindang.model.common.Progress;
import xindang.model.intake.Cell;
import xindang.model.intake.MergedCell;
import xindang.model.intake.Sheet;
import xindang.model.intake.SheetRow;

/**
 * Reads the tables of a web page. Many systems of offices export such a page under the name .xls. Each table is a sheet.
 * Tags are read without a tree, so that memory does not grow with the page.
 */
final class HtmlSheets {
    private static final int LONGEST_TAG = 8192;
    private static final int LONGEST = 32_767;
    private static final int MOST_MERGES = 100_000;
    private static final Pattern SPAN = Pattern.compile("(colspan|rowspan)\\s*=\\s*[\"']?(\\d{1,4})");
    private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});?");
    private static final Map<String, String> ENTITIES = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("ensp", " "),
            Map.entry("emsp", " "),
            Map.entry("middot", "·"),
            Map.entry("yen", "¥"),
            Map.entry("times", "×"));

    private final String name;
    private final Progress progress;
    private final Budget budget;
    private final List<Sheet> sheets = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private List<SheetRow> rows = new ArrayList<>();
    private List<MergedCell> merges = new ArrayList<>();
    /** The merged cells that reach into the next row. */
    private final List<MergedCell> open = new ArrayList<>();

    private List<Cell> cells = new ArrayList<>();
    private int row;
    private int column;
    private int wide = 1;
    private int tall = 1;
    private boolean isRow;
    private boolean isCell;

    private HtmlSheets(String name, Progress progress) {
        this.name = name;
        this.progress = progress;
        budget = new Budget(name);
    }

    /** Returns whether a text begins like a web page with a table. */
    static boolean isPage(String head) {
        var begin = head.stripLeading().toLowerCase(Locale.ROOT);
        return begin.startsWith("<")
                && (begin.contains("<html") || begin.contains("<table") || begin.startsWith("<!doctype html"));
    }

    static List<Sheet> read(TextFile file, String name, Progress progress) throws IOException {
        var page = new HtmlSheets(name, progress);
        try (var reader = file.open()) {
            page.read(reader);
        }
        page.endTable();
        return page.sheets;
    }

    private void read(Reader reader) throws IOException {
        var skipped = "";
        for (var c = reader.read(); c >= 0; c = reader.read()) {
            if (c != '<') {
                if (skipped.isEmpty() && isCell && text.length() < LONGEST) {
                    text.append((char) c);
                }
                continue;
            }
            var tag = tag(reader);
            var element = element(tag);
            if (skipped.isEmpty() && (element.equals("style") || element.equals("script"))) {
                skipped = "/" + element;
            } else if (element.equals(skipped)) {
                skipped = "";
            } else if (skipped.isEmpty()) {
                tag(element, tag);
            }
        }
    }

    /** Returns what follows {@code <} up to {@code >}; a comment up to its end. */
    private static String tag(Reader reader) throws IOException {
        var tag = new StringBuilder();
        for (var c = reader.read(); c >= 0; c = reader.read()) {
            var isComment = tag.length() >= 3 && tag.charAt(0) == '!' && tag.charAt(1) == '-' && tag.charAt(2) == '-';
            if (c == '>' && (!isComment || tag.toString().endsWith("--"))) {
                break;
            }
            if (tag.length() > LONGEST_TAG) {
                tag.delete(3, tag.length() - 3);
            }
            tag.append((char) c);
        }
        return tag.toString();
    }

    private static String element(String tag) {
        var end = 0;
        while (end < tag.length()
                && (Character.isLetterOrDigit(tag.charAt(end)) || (end == 0 && tag.charAt(0) == '/'))) {
            end++;
        }
        return tag.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private void tag(String element, String tag) {
        switch (element) {
            case "table", "/table" -> endTable();
            case "tr" -> {
                endRow();
                isRow = true;
            }
            case "/tr" -> endRow();
            case "td", "th" -> {
                endCell();
                isRow = true;
                isCell = true;
                wide = 1;
                tall = 1;
                var spans = SPAN.matcher(tag.toLowerCase(Locale.ROOT));
                while (spans.find()) {
                    var span = Math.max(1, Integer.parseInt(spans.group(2)));
                    if (spans.group(1).equals("colspan")) {
                        wide = Math.min(span, SheetLimits.MOST_CELLS);
                    } else {
                        tall = span;
                    }
                }
            }
            case "/td", "/th" -> endCell();
            case "br", "/p", "/div" -> {
                if (isCell && text.length() > 0) {
                    text.append('\n');
                }
            }
            default -> {}
        }
    }

    private void endCell() {
        if (!isCell) {
            return;
        }
        var number = row + 1;
        while (isCovered(number, column)) {
            column++;
        }
        if (column < SheetLimits.MOST_CELLS) {
            var plain = plain(text.toString());
            if (!plain.isEmpty()) {
                while (cells.size() < column) {
                    cells.add(Cell.BLANK);
                }
                var cell = new Cell(plain, Cell.Kind.TEXT);
                budget.add(cell);
                cells.add(cell);
            }
            if ((wide > 1 || tall > 1) && merges.size() < MOST_MERGES) {
                var merge = new MergedCell(number, number + tall - 1, column, column + wide - 1);
                merges.add(merge);
                if (tall > 1) {
                    open.add(merge);
                }
            }
        }
        column += wide;
        text.setLength(0);
        isCell = false;
    }

    private boolean isCovered(int number, int at) {
        return open.stream()
                .anyMatch(merge -> merge.firstRow() < number && merge.firstColumn() <= at && merge.lastColumn() >= at);
    }

    private static String plain(String text) {
        return ENTITY.matcher(text.strip())
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(entity(found.group(1), found.group())))
                .replace('\u00a0', ' ')
                .replaceAll("[ \\t\\r]*\\n\\s*", "\n")
                .strip();
    }

    private static String entity(String name, String whole) {
        if (!name.startsWith("#")) {
            return ENTITIES.getOrDefault(name, whole);
        }
        var isHex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
        var code = isHex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
        return Character.isValidCodePoint(code) ? Character.toString(code) : whole;
    }

    private void endRow() {
        endCell();
        if (isRow) {
            if (row >= SheetLimits.MOST_ROWS) {
                throw SheetLimits.tooLarge(name);
            }
            row++;
            budget.row(cells.size());
            rows.add(new SheetRow(row, cells));
            open.removeIf(merge -> merge.lastRow() <= row);
            progress.check();
        }
        cells = new ArrayList<>();
        column = 0;
        isRow = false;
    }

    private void endTable() {
        endRow();
        if (!rows.isEmpty()) {
            var sheet = sheets.isEmpty() ? name : name + " " + (sheets.size() + 1);
            sheets.add(new Sheet(name, sheet, rows, merges));
        }
        rows = new ArrayList<>();
        merges = new ArrayList<>();
        row = 0;
        open.clear();
    }
}
