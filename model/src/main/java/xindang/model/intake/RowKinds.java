package xindang.model.intake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Distinguishes rows that are no subject: blank rows, totals, repeated headers and footers. */
final class RowKinds {
    private static final Set<String> TOTALS = Set.of("合计", "总计", "小计", "共计", "累计", "本页合计", "本页小计", "总合计");
    private static final Set<String> ENDS = Set.of("合计", "总计", "共计", "总合计");
    private static final List<String> FOOTERS =
            List.of("填表人", "制表", "审核", "负责人", "填报", "备注", "说明", "填写说明", "填表说明", "注", "经办", "复核", "单位盖章", "日期");

    private static final Pattern EXAMPLE = Pattern.compile("(?:填写|填表|填报)?(?:示例|样例|范例|举例)|例如|例$");
    private static final Pattern HINT = Pattern.compile("(?:非?必[填录选]|选[填录]|可空|不必填|系统生成|下拉选择|自动计算)项?");
    private static final Pattern POINTS = Pattern.compile("(?:满分|分值|权重)?[0-9]{1,3}分|满分|分值");

    private final List<Column> columns;

    RowKinds(List<Column> columns) {
        this.columns = columns;
    }

    /** Returns the kind of a row that is no subject; empty for a subject. */
    Optional<NonRow> nonRow(SheetRow row) {
        if (row.isBlank()) {
            return Optional.of(new NonRow(row.number(), NonRow.Kind.BLANK, ""));
        }
        var first = first(row);
        // a number is no word, and most rows begin with their serial number
        var word = first.kind() == Cell.Kind.NUMBER ? "" : Heading.word(first.text());
        if (isTotal(word)) {
            return Optional.of(new NonRow(row.number(), NonRow.Kind.TOTAL, first.text()));
        }
        if (belongsToHeader(row, word)) {
            return Optional.of(new NonRow(row.number(), NonRow.Kind.HEADER, first.text()));
        }
        if (repeatsHeader(row)) {
            return Optional.of(new NonRow(row.number(), NonRow.Kind.HEADER, first.text()));
        }
        if (filled(row) <= 2
                && first.kind() == Cell.Kind.TEXT
                && FOOTERS.stream().anyMatch(word::startsWith)) {
            return Optional.of(new NonRow(row.number(), NonRow.Kind.FOOTER, first.text()));
        }
        return Optional.empty();
    }

    /** Returns whether a row explains the headings: 必填 and 选填, an example, or the points of each column. */
    private static boolean belongsToHeader(SheetRow row, String first) {
        if (EXAMPLE.matcher(first).lookingAt()) {
            return true;
        }
        var hints = 0;
        var points = 0;
        for (var cell : row.cells()) {
            var text = Heading.word(cell.text());
            if (cell.text().contains("（示例）") || cell.text().contains("(示例)")) {
                return true;
            }
            hints += HINT.matcher(text).matches() ? 1 : 0;
            points += POINTS.matcher(text).matches() ? 1 : 0;
        }
        var filled = filled(row);
        return (hints >= 2 && hints * 2 > filled) || (points >= 2 && points * 2 > filled);
    }

    /** Returns the number of the last row with a total of all rows above it, not of a page; 0 when there is none. */
    int lastTotal(List<SheetRow> rows) {
        for (var i = rows.size() - 1; i >= 0; i--) {
            var first = first(rows.get(i));
            if (first.kind() == Cell.Kind.TEXT
                    && ENDS.stream().anyMatch(total -> isOf(total, Heading.word(first.text())))) {
                return rows.get(i).number();
            }
        }
        return 0;
    }

    private static boolean isTotal(String word) {
        return TOTALS.stream().anyMatch(total -> isOf(total, word));
    }

    /** Matches 合计, and also 合计：3户. No person has this name, but a longer name may begin with it. */
    private static boolean isOf(String total, String word) {
        return word.equals(total)
                || (word.startsWith(total) && !Character.isIdeographic(word.codePointAt(total.length())));
    }

    /** Returns the first text of the row. */
    String firstText(SheetRow row) {
        return first(row).text().strip();
    }

    /** Returns whether no column that is read has a value, as in a row with a serial number only. */
    boolean isUnfilled(SheetRow row) {
        for (var column : columns) {
            if (column.isRead() && !row.cell(column.index()).isBlank()) {
                return false;
            }
        }
        return true;
    }

    private static Cell first(SheetRow row) {
        for (var cell : row.cells()) {
            if (!cell.isBlank()) {
                return cell;
            }
        }
        return Cell.BLANK;
    }

    private static int filled(SheetRow row) {
        var filled = 0;
        for (var cell : row.cells()) {
            filled += cell.isBlank() ? 0 : 1;
        }
        return filled;
    }

    /** Returns whether a row repeats the header, which offices print on every page and copy with the rows. */
    private boolean repeatsHeader(SheetRow row) {
        var read = 0;
        var same = 0;
        for (var column : columns) {
            if (column.isRead()) {
                read++;
                same += repeats(row.cell(column.index()).text(), column.heading()) ? 1 : 0;
            }
        }
        return same >= 2 && same * 2 >= read;
    }

    private static boolean repeats(String text, String heading) {
        return text.length() >= heading.length()
                && !heading.isEmpty()
                && text.strip().equals(heading);
    }
}
