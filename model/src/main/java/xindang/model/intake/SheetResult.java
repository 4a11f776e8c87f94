package xindang.model.intake;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The result of one sheet. {@code rows = accepted + rejected.size() + nonRows.size()}.
 *
 * @param headerRow number of the last row of its headings
 * @param rows number of its rows
 * @param counts the numbers of the sheet
 * @param rejected the rejected rows, for returning them, without the values of refused columns
 */
public record SheetResult(
        Sheet sheet,
        int headerRow,
        List<Column> columns,
        int rows,
        IntakeCounts counts,
        List<SheetRow> rejected,
        List<NonRow> nonRows) {
    public SheetResult {
        columns = List.copyOf(columns);
        rejected = List.copyOf(rejected);
        nonRows = List.copyOf(nonRows);
    }

    public int accepted() {
        return counts.accepted();
    }

    /**
     * Returns the rows of the file down to its header, because titles, such as the year, apply to the rows below.
     * Leaves out values that the law forbids to repeat.
     */
    public List<SheetRow> head() {
        return sheet.rows().stream()
                .filter(row -> row.number() <= headerRow)
                .map(row -> row.without(row.number() == headerRow ? refused(columns) : unlawful(row)))
                .toList();
    }

    /** Returns the last row of its headings. */
    SheetRow headings() {
        return sheet.rows().stream()
                .filter(row -> row.number() == headerRow)
                .findFirst()
                .orElseGet(() -> new SheetRow(headerRow, List.of()));
    }

    /** Returns the indexes of the columns that the law forbids to read. */
    static Set<Integer> refused(List<Column> columns) {
        return columns.stream()
                .filter(column -> column.use() == Column.Use.REFUSED)
                .map(Column::index)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<Integer> unlawful(SheetRow row) {
        return IntStream.range(0, row.cells().size())
                .filter(i -> !Repeated.isLawful(row.cell(i).text()))
                .boxed()
                .collect(Collectors.toUnmodifiableSet());
    }
}
