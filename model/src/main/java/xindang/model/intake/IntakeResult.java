package xindang.model.intake;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import xindang.model.law.Gate;
import xindang.model.template.Template;

/**
 * What an import did, or would do. {@code rows = accepted + rejected.size() + nonRows.size()}.
 *
 * @param rows rows the file holds
 * @param accepted rows taken, those with warnings included
 * @param warned accepted rows with at least one warning
 * @param created records that are new
 * @param updated records that changed
 * @param unchanged rows that said nothing new
 * @param lockedRows accepted rows of which a consent-needed value was left out
 * @param withdrawnRows accepted rows of people who refused or withdrew a consent, which stays closed
 * @param otherSheets names of the sheets that have a header row too and were not read
 * @param rejected numbers of the rejected rows, with the rows to give back; what stands in a refused column is left out
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

    /** A forbidden value that was not read does not come back either: the rows given back are a file of ours. */
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

    /** The same result of a file of which these sheets too have a header row and were not read. */
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

    /** Whether anything was written. */
    public enum Mode {
        DRY_RUN,
        SAVED
    }

    /**
     * The rows of the file down to its header. What the titles say, such as the year, holds for the rows below them; what the law
     * forbids to say again is left out.
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

    /** Headings of the columns of one use, in their order. */
    public List<String> headings(Column.Use use) {
        return columns.stream()
                .filter(column -> column.use() == use)
                .map(Column::heading)
                .toList();
    }
}
