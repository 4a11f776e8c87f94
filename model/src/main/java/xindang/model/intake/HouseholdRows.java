package xindang.model.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Groups the rows of persons into households. The number of the head or of the household joins rows that are not
 * adjacent. Rows without one belong to the household above, until the row of the next head.
 */
final class HouseholdRows {
    private final PersonColumns columns;
    private final Heads heads;
    private final Map<String, List<SheetRow>> byKey = new HashMap<>();
    private final List<List<SheetRow>> households = new ArrayList<>();
    private final Map<String, Integer> headNumbers = new HashMap<>();
    private final Map<Integer, String> place = new HashMap<>();
    private List<SheetRow> current = new ArrayList<>();
    private boolean serials;
    private String serial = "";
    private String headName = "";

    HouseholdRows(PersonColumns columns, Heads heads) {
        this.columns = columns;
        this.heads = heads;
    }

    /** Returns the households in the order of their first rows. */
    List<List<SheetRow>> of(Iterator<SheetRow> rows) {
        var all = new ArrayList<SheetRow>();
        rows.forEachRemaining(all::add);
        serials = columns.headNumber().isEmpty() && columns.household().isEmpty() && repeats(all);
        all.forEach(this::add);
        return households;
    }

    /** Returns the number of the row of a head, by the folded number of the head. */
    Map<String, Integer> headNumbers() {
        return headNumbers;
    }

    /** Returns whether adjacent rows have the same serial number, so that it numbers households. */
    private boolean repeats(List<SheetRow> rows) {
        var last = "";
        for (var row : rows) {
            var here = PersonColumns.text(row, columns.serial());
            if (!here.isEmpty() && here.equals(last)) {
                return true;
            }
            last = here;
        }
        return false;
    }

    private void add(SheetRow row) {
        var isHead = heads.isHead(row);
        var key = key(row, isHead);
        var own = columns.person(row, MemberGroup.NUMBER);
        if (isHead && !own.isEmpty()) {
            headNumbers.putIfAbsent(Heads.folded(own), row.number());
        }
        var isNew = isHead;
        var name = PersonColumns.text(row, columns.headName());
        if (columns.headName().isPresent() && !name.isEmpty()) {
            isNew = !Heads.isSame(name, headName);
            headName = name;
        }
        if (serials) {
            var number = PersonColumns.text(row, columns.serial());
            isNew = !number.isEmpty() && !number.equals(serial);
            serial = number.isEmpty() ? serial : number;
        }
        household(key, isNew).add(row);
    }

    private List<SheetRow> household(String key, boolean isNew) {
        if (!key.isEmpty()) {
            var known = byKey.get(key);
            if (known == null) {
                known = opened();
                byKey.put(key, known);
            }
            current = known;
        } else if (isNew || households.isEmpty()) {
            current = opened();
        }
        return current;
    }

    private List<SheetRow> opened() {
        var rows = new ArrayList<SheetRow>();
        households.add(rows);
        return rows;
    }

    /** Returns what the rows of a household share; empty when nothing joins a row to others. */
    private String key(SheetRow row, boolean isHead) {
        if (columns.headNumber().isPresent()) {
            var written = PersonColumns.text(row, columns.headNumber());
            var number = written.isEmpty() && isHead ? columns.person(row, MemberGroup.NUMBER) : written;
            return number.isEmpty() ? "" : "n" + Heads.folded(number);
        }
        var number = PersonColumns.text(row, columns.household());
        return number.isEmpty() ? "" : "h" + placed(row) + Heads.folded(number);
    }

    /** Returns the place of a row. Numbers of households repeat in other places. A blank cell repeats the row above. */
    private String placed(SheetRow row) {
        var text = new StringBuilder();
        for (var column : columns.places()) {
            var here = row.cell(column).text().strip();
            if (!here.isEmpty()) {
                place.put(column, Heads.folded(here));
            }
            text.append(place.getOrDefault(column, "")).append('|');
        }
        return text.toString();
    }

    /** Returns whether the number of a household repeats, as in a table with one row for each person. */
    boolean repeatsNumbers(List<SheetRow> rows) {
        var seen = new HashSet<String>();
        for (var row : rows) {
            var number = PersonColumns.text(row, columns.household());
            if (!number.isEmpty() && !seen.add(placed(row) + number)) {
                return true;
            }
        }
        return false;
    }
}
