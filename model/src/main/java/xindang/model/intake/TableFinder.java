package xindang.model.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import xindang.model.template.SubjectPaths;

/**
 * Finds the table of a sheet: the one to three rows whose headings name most items. Offices write titles, the unit and the
 * place above it, and group headings in a row above the headings.
 */
final class TableFinder {
    private static final int SEARCH = 60;
    private static final int MOST_ROWS = 3;
    /** Groups under which 姓名 is the name of the subject, and not that of somebody else such as 配偶. */
    private static final Pattern OF_SUBJECT = Pattern.compile("户主|承包方代表|本人|基本|农户|企业|单位|法人|从业|执业|登记|概况");

    private final ColumnMapper mapper;
    private final Set<String> identity = new HashSet<>();

    TableFinder(ColumnMapper mapper, SubjectPaths subject) {
        this.mapper = mapper;
        identity.add(subject.name());
        identity.add(subject.number());
        subject.phone().ifPresent(identity::add);
    }

    /** Returns the table of a sheet; empty when no rows name at least two items. */
    Optional<Table> find(Sheet sheet) {
        var best = Optional.<Table>empty();
        var most = 1;
        var rows = sheet.rows();
        for (var height = 1; height <= MOST_ROWS; height++) {
            for (var first = 0; first + height <= Math.min(rows.size(), SEARCH); first++) {
                var header = rows.subList(first, first + height);
                if (height > 1 && !header.stream().allMatch(TableFinder::isWords)) {
                    continue;
                }
                var headings = headings(header, sheet.merges());
                var known = known(headings);
                if (known > most) {
                    most = known;
                    best = Optional.of(new Found(first, header, headings)).map(found -> found.in(sheet));
                }
            }
        }
        return best;
    }

    private record Found(int first, List<SheetRow> header, SheetRow headings) {
        Table in(Sheet sheet) {
            return Table.of(sheet, first, header, headings);
        }
    }

    /** Returns whether a row has texts only, as every row of a header does. */
    private static boolean isWords(SheetRow row) {
        return !row.isBlank() && row.cells().stream().allMatch(cell -> cell.isBlank() || cell.kind() == Cell.Kind.TEXT);
    }

    private int known(SheetRow headings) {
        return (int) headings.cells().stream()
                .filter(cell -> cell.kind() == Cell.Kind.TEXT)
                .map(cell -> mapper.known(cell.text()))
                .filter(path -> path != null)
                .distinct()
                .count();
    }

    private SheetRow headings(List<SheetRow> header, List<MergedCell> merges) {
        var last = header.get(header.size() - 1);
        if (header.size() == 1) {
            return last;
        }
        var width = header.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        var cells = new ArrayList<Cell>(width);
        for (var column = 0; column < width; column++) {
            var parts = new ArrayList<String>();
            for (var row : header) {
                var text = text(header, row, column, merges);
                if (!text.isBlank()
                        && (parts.isEmpty() || !parts.get(parts.size() - 1).equals(text))) {
                    parts.add(text);
                }
            }
            cells.add(parts.isEmpty() ? Cell.BLANK : new Cell(heading(parts), Cell.Kind.TEXT));
        }
        return new SheetRow(last.number(), cells);
    }

    /** Returns the text of a cell of the header, also where it is merged over other columns and rows. */
    private static String text(List<SheetRow> header, SheetRow row, int column, List<MergedCell> merges) {
        var own = row.cell(column).text().strip();
        if (!own.isEmpty()) {
            return own;
        }
        for (var merge : merges) {
            if (merge.covers(row.number(), column)) {
                return header.stream()
                        .filter(each -> each.number() == merge.firstRow())
                        .map(each -> each.cell(merge.firstColumn()).text().strip())
                        .findFirst()
                        .orElse("");
            }
        }
        return "";
    }

    /** Joins a heading with the groups above it, unless it names an item alone. */
    private String heading(List<String> parts) {
        var own = parts.get(parts.size() - 1);
        var joined = String.join("", parts);
        if (parts.size() == 1 || mapper.known(joined) != null) {
            return joined;
        }
        var group = String.join("", parts.subList(0, parts.size() - 1));
        return isOf(mapper.known(own), group) ? withUnit(own, group) : joined;
    }

    private boolean isOf(@Nullable String path, String group) {
        return path != null
                && (!identity.contains(path) || OF_SUBJECT.matcher(group).find());
    }

    /** A unit of the group applies to a heading without one: 上年收支（万元） above 总收入. */
    private static String withUnit(String own, String group) {
        var unit = Heading.of(group).unit();
        return unit.isEmpty() || !Heading.of(own).unit().isEmpty() ? own : own + "（" + unit + "）";
    }
}
