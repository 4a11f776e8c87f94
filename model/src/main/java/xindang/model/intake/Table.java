package xindang.model.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A sheet as a table: the rows above it, its headings, and the rows below them.
 *
 * @param sheet the sheet as it is stored
 * @param titles the rows above the headings
 * @param header the rows of the headings, one to three
 * @param headings one heading for each column, made of the rows of the header; its number is that of the last one
 * @param units the units that a title states for all columns
 * @param rows the rows below the headings; a merged cell belongs to all its rows
 */
record Table(
        Sheet sheet,
        List<SheetRow> titles,
        List<SheetRow> header,
        SheetRow headings,
        StatedUnits units,
        List<SheetRow> rows) {
    private static final Pattern YEAR = Pattern.compile("(20\\d\\d)\\s*年");

    /** @param first index of the first row of the header */
    static Table of(Sheet sheet, int first, List<SheetRow> header, SheetRow headings) {
        var titles = sheet.rows().subList(0, first);
        var below = sheet.rows().subList(first + header.size(), sheet.rows().size());
        return new Table(sheet, titles, header, headings, StatedUnits.of(titles), filled(below, sheet.merges()));
    }

    /** Writes the text of a cell that is merged over several rows into each of them. */
    private static List<SheetRow> filled(List<SheetRow> rows, List<MergedCell> merges) {
        var tall = merges.stream()
                .filter(merge -> merge.lastRow() > merge.firstRow())
                .sorted((one, other) -> Integer.compare(one.firstRow(), other.firstRow()))
                .toList();
        if (tall.isEmpty() || rows.isEmpty()) {
            return rows;
        }
        var filled = new ArrayList<SheetRow>(rows.size());
        var open = new HashMap<Integer, Open>();
        var next = 0;
        for (var row : rows) {
            while (next < tall.size() && tall.get(next).firstRow() <= row.number()) {
                var merge = tall.get(next++);
                // a merge that begins between the rows of the file has no text
                var text = merge.firstRow() == row.number() ? row.cell(merge.firstColumn()) : Cell.BLANK;
                open.put(merge.firstColumn(), new Open(merge, text));
            }
            open.values().removeIf(each -> each.merge().lastRow() < row.number());
            filled.add(open.isEmpty() ? row : filled(row, open));
        }
        return filled;
    }

    private static SheetRow filled(SheetRow row, Map<Integer, Open> open) {
        var cells = new ArrayList<>(row.cells());
        open.forEach((column, each) -> {
            while (cells.size() <= column) {
                cells.add(Cell.BLANK);
            }
            if (cells.get(column).isBlank()) {
                cells.set(column, each.cell());
            }
        });
        return new SheetRow(row.number(), cells);
    }

    /** A merged cell that has not ended yet. */
    private record Open(MergedCell merge, Cell cell) {}

    /** Returns the texts above and beside the table that may name its place and its year. */
    Stream<String> titleTexts() {
        return titles.stream().flatMap(row -> row.cells().stream()).map(Cell::text);
    }

    /** Returns the year of the table: the first year in a title, otherwise the year of a day. */
    int year(LocalDate today) {
        return titleTexts()
                .map(YEAR::matcher)
                .filter(Matcher::find)
                .findFirst()
                .map(found -> Integer.parseInt(found.group(1)))
                .orElseGet(today::getYear);
    }

    /** Returns the text of a row of titles. */
    static Optional<String> firstText(SheetRow row) {
        return row.cells().stream()
                .map(Cell::text)
                .filter(text -> !text.isBlank())
                .findFirst();
    }
}
