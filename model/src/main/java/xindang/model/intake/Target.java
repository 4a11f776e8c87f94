package xindang.model.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xindang.model.archive.Paths;
import xindang.model.law.Gate;
import xindang.model.template.Field;
import xindang.model.template.ReadingContext;
import xindang.model.template.Template;
import xindang.model.value.Parsed;

/** The target of one column's values, with a cache of its readings, because most columns repeat a few texts. */
final class Target {
    /** Maximum number of different texts in the cache. */
    private static final int MOST = 2000;

    private final Column column;
    private final Field field;
    private final String path;
    private final Optional<Year> year;
    /** The context for reading, with the unit of the heading. */
    private final ReadingContext context;

    private final Map<String, Parsed<String>> readings = new HashMap<>();
    private final Map<String, Optional<List<Map<String, String>>>> groups = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();

    /** The year of a row, and its path. */
    record Year(String path, String text) {}

    private Target(Column column, Field field, String path, Optional<Year> year, ReadingContext context) {
        this.column = column;
        this.field = field;
        this.path = path;
        this.year = year;
        this.context = context;
    }

    /**
     * Returns the target of a column's values: a field, or in a group the row of its year, or the first row of the
     * import.
     *
     * @param year the year of the sheet
     */
    static Target of(Template template, ReadingContext context, Column column, int year) {
        var path = column.path().orElseThrow();
        var field = template.field(path).orElseThrow(() -> new IllegalStateException("no field " + path));
        var heading = context.withUnit(column.unit());
        var star = path.indexOf(".*.");
        if (star < 0) {
            return new Target(column, field, path, Optional.empty(), heading);
        }
        var group = path.substring(0, star);
        var item = path.substring(star + 3);
        if (template.field(group + ".*.year").isPresent()) {
            var of = Integer.toString(column.year().orElse(year));
            var dated = new Year(Paths.of(group, "y" + of, "year"), of);
            return new Target(column, field, Paths.of(group, "y" + of, item), Optional.of(dated), heading);
        }
        return new Target(column, field, Paths.of(group, "i1", item), Optional.empty(), heading);
    }

    Column column() {
        return column;
    }

    Field field() {
        return field;
    }

    String path() {
        return path;
    }

    ReadingContext context() {
        return context;
    }

    Optional<Year> year() {
        return year;
    }

    Parsed<String> read(Template template, String text) {
        var known = readings.get(text);
        if (known == null) {
            known = Gate.read(template, field, text, context);
            keep(readings, text, known);
        }
        return known;
    }

    Optional<List<Map<String, String>>> group(GroupText reader, String text) {
        var known = groups.get(text);
        if (known == null) {
            known = reader.read(field, text);
            keep(groups, text, known);
        }
        return known;
    }

    /** Returns the row of a group by number, from 1. */
    Row row(int n) {
        while (rows.size() < n) {
            rows.add(new Row(path + ".i" + (rows.size() + 1) + "."));
        }
        return rows.get(n - 1);
    }

    private static <T> void keep(Map<String, T> known, String text, T read) {
        if (known.size() < MOST) {
            known.put(text, read);
        }
    }

    /** A row of a group: the prefix of its paths. */
    static final class Row {
        private final String prefix;
        private final Map<String, String> paths = new HashMap<>();

        Row(String prefix) {
            this.prefix = prefix;
        }

        String prefix() {
            return prefix;
        }

        String path(String item) {
            var known = paths.get(item);
            if (known == null) {
                known = prefix.concat(item);
                paths.put(item, known);
            }
            return known;
        }
    }
}
