package xindang.model.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import xindang.model.law.Gate;
import xindang.model.template.Template;

/** Collects what becomes of the rows of one sheet. */
final class SheetReport {
    private final Template template;
    private final Table table;
    private final List<Column> columns;
    private final LocalDate today;
    private final ReturnedRows returned;
    private final List<NonRow> nonRows = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<SheetRow> rejected = new ArrayList<>();
    private final Set<Integer> warned = new HashSet<>();
    private int gaps;
    private int accepted;
    private int households;
    private int people;

    SheetReport(Template template, Table table, List<Column> columns, LocalDate today) {
        this.today = today;
        this.template = template;
        this.table = table;
        this.columns = columns;
        returned = ReturnedRows.below(table.headings());
        titles();
    }

    private void titles() {
        for (var row : table.titles()) {
            var text = Table.firstText(row);
            nonRow(
                    row.number(),
                    text.isPresent() ? NonRow.Kind.TITLE : NonRow.Kind.BLANK,
                    text.orElse("").strip());
        }
        for (var row : table.header()) {
            nonRow(row.number(), NonRow.Kind.HEADER, Table.firstText(row).orElse(""));
        }
    }

    void nonRow(int row, NonRow.Kind kind, String text) {
        nonRows.add(new NonRow(row, kind, text));
    }

    void nonRow(NonRow row) {
        nonRows.add(row);
    }

    /** Returns the rows that an earlier import rejected and that nobody changed, as problems. */
    List<Problem> returned(List<SheetRow> rows) {
        return rows.stream()
                .flatMap(row -> returned.refusal(row).stream()
                        .map(why -> new Problem(row.number(), "", "", Problem.Severity.REJECTED, why, "")))
                .toList();
    }

    /** Reports a blank row that the file does not store. */
    void gap(int row) {
        nonRow(row, NonRow.Kind.BLANK, "");
        gaps++;
    }

    void reject(List<SheetRow> rows, List<Problem> why) {
        rejected.addAll(rows);
        add(why);
    }

    /**
     * Reports the rows of an accepted subject with their warnings.
     *
     * @param hasHead whether the sheet contains the head, and not only members
     */
    void accept(HouseholdRead household, boolean hasHead, List<Problem> warnings) {
        accepted += household.rows().size();
        households++;
        people += (hasHead ? 1 : 0) + household.members().size();
        add(warnings);
        warnings.forEach(warning -> warned.add(warning.row()));
    }

    void add(List<Problem> found) {
        found.forEach(problem -> problems.add(problem.in(table.sheet())));
    }

    /** Returns the problems in the order of their rows. */
    List<Problem> problems() {
        problems.sort(Comparator.comparingInt(Problem::row));
        return problems;
    }

    private IntakeCounts counts(RowWriter written) {
        return new IntakeCounts(
                accepted,
                warned.size(),
                written.created(),
                written.updated(),
                written.unchanged(),
                written.locked(),
                written.withdrawn(),
                households,
                people);
    }

    Sheet sheet() {
        return table.sheet();
    }

    /** Returns the number of stored rows. */
    int size() {
        return table.sheet().rows().size();
    }

    SheetResult result(RowWriter written) {
        rejected.sort(Comparator.comparingInt(SheetRow::number));
        return new SheetResult(
                table.sheet(),
                table.headings().number(),
                columns,
                table.sheet().rows().size() + gaps,
                counts(written),
                withoutForbidden(rejected),
                nonRows);
    }

    /**
     * Removes forbidden values from returned rows. The program did not read them, and the returned file is written by
     * the program.
     */
    private List<SheetRow> withoutForbidden(List<SheetRow> rows) {
        var refused = SheetResult.refused(columns);
        return rows.stream()
                .map(row -> row.without(refused).without(forbidden(row)).without(ofChildren(row)))
                .toList();
    }

    /** Returns the columns with the number of a child under 14, which no file of the program passes on (article 31). */
    private Set<Integer> ofChildren(SheetRow row) {
        return IntStream.range(0, row.cells().size())
                .filter(i -> Gate.isChild(row.cell(i).text(), "", today))
                .boxed()
                .collect(Collectors.toUnmodifiableSet());
    }

    private Set<Integer> forbidden(SheetRow row) {
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
}
