package xindang.model.intake;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells rows that are no subject from those that are: blank rows, totals, repeated headers and footers. */
final class RowKinds {
    private static final Set<String> TOTALS = Set.of("合计", "总计", "小计", "共计", "累计", "本页合计", "本页小计", "总合计");
    private static final Set<String> ENDS = Set.of("合计", "总计", "共计", "总合计");
    private static final List<String> FOOTERS =
            List.of("填表人", "制表", "审核", "负责人", "填报", "备注", "说明", "注", "经办", "复核", "单位盖章", "日期");

    private final List<Column> columns;

    RowKinds(List<Column> columns) {
        this.columns = columns;
    }

    /** What the row is, when it is no subject. */
    Optional<NonRow> nonRow(SheetRow row) {
        if (row.isBlank()) {
            return Optional.of(new NonRow(row.number(), NonRow.Kind.BLANK, ""));
        }
        var first =
                row.cells().stream().filter(cell -> !cell.isBlank()).findFirst().orElse(Cell.BLANK);
        var word = Heading.word(first.text());
        if (TOTALS.contains(word)) {
            return Optional.of(new NonRow(row.number(), NonRow.Kind.TOTAL, first.text()));
        }
        if (repeatsHeader(row)) {
            return Optional.of(new NonRow(row.number(), NonRow.Kind.HEADER, first.text()));
        }
        var filled = row.cells().stream().filter(cell -> !cell.isBlank()).count();
        if (filled <= 2 && first.kind() == Cell.Kind.TEXT && FOOTERS.stream().anyMatch(word::startsWith)) {
            return Optional.of(new NonRow(row.number(), NonRow.Kind.FOOTER, first.text()));
        }
        return Optional.empty();
    }

    /** Whether what follows the row is no longer the list: a total of all, not of a page or a village. */
    boolean ends(SheetRow row) {
        return ENDS.contains(Heading.word(firstText(row)));
    }

    /** The first text of the row. */
    String firstText(SheetRow row) {
        return row.cells().stream()
                .filter(cell -> !cell.isBlank())
                .findFirst()
                .map(cell -> cell.text().strip())
                .orElse("");
    }

    /** A row that only numbers the lines of a form, or holds nothing in any column that is read. */
    boolean saysNothing(SheetRow row) {
        return columns.stream().filter(Column::isRead).allMatch(column -> row.cell(column.index())
                .isBlank());
    }

    /** Offices print the header again on every page and copy it along. */
    private boolean repeatsHeader(SheetRow row) {
        var read = 0;
        var same = 0;
        for (var column : columns) {
            if (column.isRead()) {
                read++;
                var text = row.cell(column.index()).text().strip();
                same += !text.isEmpty() && text.equals(column.heading()) ? 1 : 0;
            }
        }
        return same >= 2 && same * 2 >= read;
    }
}
