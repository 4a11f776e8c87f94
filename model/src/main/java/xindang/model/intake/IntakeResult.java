package xindang.model.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The result of an import or a dry run. {@code rows = accepted + rejected.size() + nonRows.size()}, all of them rows.
 *
 * @param shape whether the sheets have one row for each household or for each person
 * @param sheets the sheets that were read, at least one, all of the same shape
 * @param problems the problems of all sheets, by sheet and row
 * @param places how many rows were read in each place, and where the place was read
 * @param otherSheets names of the other sheets with a header row, which were not read
 * @param hiddenSheets names of hidden sheets, which were not read
 * @param id id of the import, by which it can be undone; absent when it saved nothing
 * @param changed the changed values of existing records, in the order of the rows
 */
public record IntakeResult(
        Shape shape,
        List<SheetResult> sheets,
        List<Problem> problems,
        List<PlacedRows> places,
        List<String> otherSheets,
        List<String> hiddenSheets,
        Mode mode,
        Optional<UUID> id,
        List<ChangedValue> changed) {
    public IntakeResult {
        changed = List.copyOf(changed);
        sheets = List.copyOf(sheets);
        problems = List.copyOf(problems);
        places = List.copyOf(places);
        otherSheets = List.copyOf(otherSheets);
        hiddenSheets = List.copyOf(hiddenSheets);
    }

    /** Returns whether a person must choose between a value of the archive and one of the file. */
    public boolean asks() {
        return problems.stream().anyMatch(problem -> problem.severity() == Problem.Severity.QUESTION);
    }

    /** Returns the reasons of the rejected rows of a sheet by row number; see {@link ReturnedRows}. */
    public Map<Integer, String> reasons(SheetResult sheet, Function<Problem, String> sentence) {
        var own =
                problems.stream().filter(problem -> problem.isIn(sheet.sheet())).toList();
        return ReturnedRows.below(sheet.headings()).reasons(sheet.rejected(), own, sentence);
    }

    /** Whether the import writes. */
    public enum Mode {
        DRY_RUN,
        SAVED
    }

    /** Returns the numbers of all sheets. */
    public IntakeCounts counts() {
        return sheets.stream().map(SheetResult::counts).reduce(IntakeCounts.NONE, IntakeCounts::plus);
    }

    /** Returns the first sheet that was read. */
    public SheetResult first() {
        return sheets.get(0);
    }

    public Sheet sheet() {
        return first().sheet();
    }

    /** Returns the number of the last row of the headings of the first sheet. */
    public int headerRow() {
        return first().headerRow();
    }

    /** Returns the columns of the first sheet. */
    public List<Column> columns() {
        return first().columns();
    }

    /** Returns the columns of all sheets. */
    public List<Column> allColumns() {
        return sheets.stream().flatMap(sheet -> sheet.columns().stream()).toList();
    }

    /** Returns the number of rows of all sheets. */
    public int rows() {
        return sheets.stream().mapToInt(SheetResult::rows).sum();
    }

    public int accepted() {
        return counts().accepted();
    }

    public int warned() {
        return counts().warned();
    }

    public int created() {
        return counts().created();
    }

    public int updated() {
        return counts().updated();
    }

    public int unchanged() {
        return counts().unchanged();
    }

    public int lockedRows() {
        return counts().lockedRows();
    }

    public int withdrawnRows() {
        return counts().withdrawnRows();
    }

    /** Returns the number of rows that the files hide. They are read. */
    public int hiddenRows() {
        return sheets.stream().mapToInt(sheet -> sheet.sheet().hiddenRows()).sum();
    }

    /** Returns the number of accepted subjects. */
    public int households() {
        return counts().households();
    }

    /** Returns the number of accepted subjects and members. */
    public int people() {
        return counts().people();
    }

    /** Returns the rejected rows of all sheets. */
    public List<SheetRow> rejected() {
        return sheets.stream().flatMap(sheet -> sheet.rejected().stream()).toList();
    }

    /** Returns the rows of all sheets that are no subject. */
    public List<NonRow> nonRows() {
        return sheets.stream().flatMap(sheet -> sheet.nonRows().stream()).toList();
    }

    /** Returns the headings of the columns of one use in all sheets, in their order. */
    public List<String> headings(Column.Use use) {
        return sheets.stream()
                .flatMap(sheet -> sheet.columns().stream())
                .filter(column -> column.use() == use)
                .map(Column::heading)
                .distinct()
                .toList();
    }
}
