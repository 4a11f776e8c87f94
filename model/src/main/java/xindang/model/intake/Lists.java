package xindang.model.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import xindang.model.archive.Paths;
import xindang.model.common.Violation;
import xindang.model.template.Field;
import xindang.model.template.FieldType;
import xindang.model.template.Template;

/**
 * Puts the values of a roster over the values of a record. A cell with a whole list, such as 农机具, replaces or adds to the
 * rows of its group as the template says; see {@link Field.Later}.
 *
 * <p>{@link RowReader} marks such a list by an empty value at the path of its group. It marks 无 in the same way.
 */
final class Lists {
    private final Template template;
    private final List<Column> columns;

    Lists(Template template, List<Column> columns) {
        this.template = template;
        this.columns = columns;
    }

    /** Returns whether a path and its value mark a list that was read, or an item that the roster says is none. */
    static boolean isMark(String value) {
        return value.isEmpty();
    }

    /**
     * Puts read values over the values of a record.
     *
     * @param values values of the record; changed by this method
     * @param of the row, for its name and its cells
     * @return warnings about rows that the roster does not name
     */
    List<Problem> put(NavigableMap<String, String> values, Map<String, String> read, RowReader.Read of) {
        var lists = new TreeSet<String>();
        read.forEach((path, value) -> {
            if (!isMark(value)) {
                return;
            }
            if (template.field(path).filter(Field::isGroup).isPresent()) {
                lists.add(path);
            } else {
                values.remove(path);
            }
        });
        read.forEach((path, value) -> {
            if (!isMark(value) && lists.stream().noneMatch(group -> path.startsWith(group + "."))) {
                values.put(path, value);
            }
        });
        var unnamed = new ArrayList<Problem>();
        for (var group : lists) {
            var rows = rows(group, read);
            var there = rows(group, values);
            var others = list(group, rows, there, values);
            var isDeleted = later(group) == Field.Later.REPLACE;
            if (!others.isEmpty() && (isDeleted || rows.isEmpty())) {
                unnamed.add(problem(of, group, isDeleted, others));
            }
        }
        return unnamed;
    }

    private Problem problem(RowReader.Read of, String group, boolean isDeleted, List<String> names) {
        var column = columns.stream()
                .filter(each -> each.path().equals(Optional.of(group)))
                .findFirst();
        return new Problem(
                of.row().number(),
                of.name(),
                column.map(Column::heading).orElse(""),
                Problem.Severity.WARNING,
                Violation.of(isDeleted ? "intake.list.replaced" : "intake.list.staying", String.join("、", names)),
                column.map(found -> of.row().cell(found.index()).text()).orElse(""));
    }

    private Field.Later later(String group) {
        return template.field(group).map(Field::later).orElse(Field.Later.ADD);
    }

    private List<String> list(
            String group,
            Map<String, Map<String, String>> rows,
            Map<String, Map<String, String>> there,
            NavigableMap<String, String> values) {
        var free = new LinkedHashMap<>(there);
        var used = new LinkedHashSet<>(there.keySet());
        for (var row : rows.entrySet()) {
            var key = same(group, row.getValue(), free);
            key.ifPresent(free::remove);
            var at = key.orElseGet(() -> unused(row.getKey(), used));
            used.add(at);
            row.getValue().forEach((item, value) -> values.put(Paths.of(group, at, item), value));
        }
        if (later(group) == Field.Later.REPLACE) {
            free.forEach((key, row) -> row.keySet().forEach(item -> values.remove(Paths.of(group, key, item))));
        }
        return free.values().stream().map(row -> words(group, row)).toList();
    }

    /** Returns the first text of a row, or else the label of its code. */
    private String words(String group, Map<String, String> row) {
        return template.field(group).orElseThrow().fields().stream()
                .filter(field -> row.containsKey(field.id()))
                .filter(field -> field.type() == FieldType.TEXT || field.type() == FieldType.CODE)
                .findFirst()
                .map(field -> label(field, row.getOrDefault(field.id(), "")))
                .orElse("…");
    }

    private String label(Field field, String value) {
        return field.table()
                .flatMap(template::table)
                .flatMap(table -> table.label(value))
                .orElse(value);
    }

    /** Returns the key of the row that is about the same thing: with the same name, or the same code where there is no name. */
    private Optional<String> same(String group, Map<String, String> row, Map<String, Map<String, String>> there) {
        for (var type : new FieldType[] {FieldType.TEXT, FieldType.CODE}) {
            var item = template.field(group).orElseThrow().fields().stream()
                    .filter(field -> field.type() == type)
                    .map(Field::id)
                    .filter(row::containsKey)
                    .findFirst();
            if (item.isPresent()) {
                var found = there.entrySet().stream()
                        .filter(other -> row.getOrDefault(item.get(), "")
                                .equals(other.getValue().get(item.get())))
                        .map(Map.Entry::getKey)
                        .findFirst();
                if (found.isPresent() || type == FieldType.TEXT) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static String unused(String wanted, Set<String> used) {
        var key = wanted;
        for (var n = 1; used.contains(key); n++) {
            key = "i" + n;
        }
        return key;
    }

    private static Map<String, Map<String, String>> rows(String group, Map<String, String> values) {
        var rows = new LinkedHashMap<String, Map<String, String>>();
        var prefix = group + ".";
        values.forEach((path, value) -> {
            if (path.startsWith(prefix) && !value.isEmpty()) {
                var rest = path.substring(prefix.length());
                var dot = rest.indexOf('.');
                if (dot > 0) {
                    rows.computeIfAbsent(rest.substring(0, dot), key -> new HashMap<>())
                            .put(rest.substring(dot + 1), value);
                }
            }
        });
        return rows;
    }
}
