package xindang.model.intake;

import java.util.List;

/**
 * The result of an import or a dry run. {@code rows = accepted + rejected.size() + nonRows.size()}, all of them rows.
 *
 * @param sheets the sheets that were read, at least one
 * @param problems the problems of all sheets, by sheet and row
 * @param places how many rows were read in each place, and where the place was read
 * @param otherSheets names of the other sheets with a header row, which were not read
 */
public record IntakeResult(
        List<SheetResult> sheets,
        IntakeCounts counts,
        List<Problem> problems,
        List<PlacedRows> places,
        List<String> otherSheets,
        Mode mode) {
    public IntakeResult {
        sheets = List.copyOf(sheets);
        problems = List.copyOf(problems);
        places = List.copyOf(places);
        otherSheets = List.copyOf(otherSheets);
    }

    /** Whether the import writes. */
    public enum Mode {
        DRY_RUN,
        SAVED
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

    /** Returns the number of rows of all sheets. */
    public int rows() {
        return sheets.stream().mapToInt(SheetResult::rows).sum();
    }

    public int accepted() {
        return counts.accepted();
    }

    public int warned() {
        return counts.warned();
    }

    public int created() {
        return counts.created();
    }

    public int updated() {
        return counts.updated();
    }

    public int unchanged() {
        return counts.unchanged();
    }

    public int lockedRows() {
        return counts.lockedRows();
    }

    public int withdrawnRows() {
        return counts.withdrawnRows();
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
