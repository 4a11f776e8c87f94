package xindang.model.intake;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import xindang.model.law.Gate;
import xindang.model.template.Template;

/**
 * The result of an import or a dry run. {@code rows = accepted + rejected.size() + nonRows.size()}.
 *
 * @param rows number of rows in the file
 * @param accepted number of accepted rows, including those with warnings
 * @param warned number of accepted rows with at least one warning
 * @param created number of new records
 * @param updated number of changed records
 * @param unchanged number of rows without any change
 * @param lockedRows number of accepted rows with a consent-needed value that was left out
 * @param withdrawnRows number of accepted rows of people whose refusal or withdrawal stays valid
 * @param otherSheets names of the other sheets with a header row, which were not read
 * @param rejected the rejected rows, for returning them, without the values of refused columns
 */
public record IntakeResult(
        Sheet sheet,
        int headerRow,
        List<Column> columns,
        int rows,
        int accepted,
        int warned,
        int created,
        int updated,
        int unchanged,
        int lockedRows,
        int withdrawnRows,
        List<SheetRow> rejected,
        List<NonRow> nonRows,
        List<Problem> problems,
        List<String> otherSheets,
        Mode mode) {
    public IntakeResult {
        columns = List.copyOf(columns);
        rejected = List.copyOf(rejected);
        nonRows = List.copyOf(nonRows);
        problems = List.copyOf(problems);
        otherSheets = List.copyOf(otherSheets);
    }

    /**
     * Removes forbidden values from returned rows. The program did not read them, and the returned file is written by
     * the program.
     */
    static List<SheetRow> withoutRefused(List<SheetRow> rows, List<Column> columns, Template template) {
        var refused = refused(columns);
        return rows.stream()
                .map(row -> row.without(refused).without(forbidden(row, columns, template)))
                .toList();
    }

    private static Set<Integer> forbidden(SheetRow row, List<Column> columns, Template template) {
        return IntStream.range(0, row.cells().size())
                .filter(i -> Gate.words(
                                template,
                                columns.stream()
                                        .filter(column -> column.index() == i)
                                        .findFirst()
                                        .flatMap(Column::path)
                                        .flatMap(template::field),
                                row.cell(i).text())
                        .isPresent())
                .boxed()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns this result with the names of other sheets with a header row, which were not read. */
    IntakeResult leaving(List<String> others) {
        return new IntakeResult(
                sheet,
                headerRow,
                columns,
                rows,
                accepted,
                warned,
                created,
                updated,
                unchanged,
                lockedRows,
                withdrawnRows,
                rejected,
                nonRows,
                problems,
                others,
                mode);
    }

    /** Whether the import writes. */
    public enum Mode {
        DRY_RUN,
        SAVED
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

    private static Set<Integer> refused(List<Column> columns) {
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

    /** Returns the headings of the columns of one use, in their order. */
    public List<String> headings(Column.Use use) {
        return columns.stream()
                .filter(column -> column.use() == use)
                .map(Column::heading)
                .toList();
    }
}
