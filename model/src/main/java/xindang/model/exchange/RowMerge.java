package xindang.model.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import xindang.model.archive.Change;
import xindang.model.archive.Conflict;
import xindang.model.archive.Content;
import xindang.model.archive.FieldChange;
import xindang.model.archive.Paths;
import xindang.model.archive.Row;
import xindang.model.archive.Withheld;

/**
 * Finds rows that one change deletes and another changes. Each is one conflict about the whole row, and none of its
 * values is written.
 *
 * <p>A change deletes a row when it deletes values of the row and does nothing else to it. A change makes a row when
 * all its values of the row are new. A change that only deletes or only adds some values of an existing row also lists
 * one unchanged value, the witness, with equal values before and after ({@link #withStaying}). A decision that keeps
 * the present values lists them in the same way. The two cases differ: a witness is listed together with changed values
 * of its row.
 */
public final class RowMerge {
    private RowMerge() {}

    /** Returns the field changes, with one witness for each row that loses or gains some values and keeps others. */
    public static List<FieldChange> withStaying(Content before, List<FieldChange> fields) {
        if (before.isEmpty()) {
            return fields;
        }
        var result = new ArrayList<>(fields);
        byRow(fields).forEach((row, changes) -> {
            if (deletes(changes) || makes(changes)) {
                var paths = changes.stream().map(FieldChange::path).toList();
                Row.values(before, row).entrySet().stream()
                        .filter(value -> !paths.contains(value.getKey()))
                        .findFirst()
                        .map(stays -> new FieldChange(
                                stays.getKey(), Optional.of(stays.getValue()), Optional.of(stays.getValue())))
                        .ifPresent(result::add);
            }
        });
        result.sort(Comparator.comparing(FieldChange::path));
        return result;
    }

    /** Returns whether a field is a witness: it states that its row exists while other values of the row change. */
    static boolean isWitness(List<FieldChange> fields, FieldChange field) {
        return field.before().equals(field.after())
                && field.after().isPresent()
                && Paths.row(field.path())
                        .filter(row -> fields.stream()
                                .anyMatch(other -> (other.after().isEmpty()
                                                || other.before().isEmpty())
                                        && Paths.row(other.path())
                                                .filter(row::equals)
                                                .isPresent()))
                        .isPresent();
    }

    /** Returns the fields without those that a decision lists as unchanged. */
    static List<FieldChange> withoutStated(List<FieldChange> fields) {
        return fields.stream()
                .filter(field -> !field.before().equals(field.after()) || isWitness(fields, field))
                .toList();
    }

    /**
     * Returns the conflicts about whole rows.
     *
     * @param late whether another person has already decided the conflict that the change decides; the change then
     *     writes no different value
     */
    static List<Conflict> clashes(
            Content now,
            Change change,
            List<FieldChange> changed,
            boolean late,
            Function<String, Optional<Conflict.Side>> lastWriter) {
        var clashes = new ArrayList<Conflict>();
        byRow(changed).forEach((row, fields) -> {
            var present = Row.values(now, row);
            if (present.isEmpty()) {
                deletedBefore(row, fields, change, late, lastWriter).ifPresent(clashes::add);
            } else if (deletes(fields) && (late || !sawAll(fields, present))) {
                var seen = side(fields, true);
                clashes.add(Merge.conflict(
                        change,
                        row,
                        Row.text(seen),
                        Row.text(present),
                        Optional.empty(),
                        writer(present, seen, lastWriter)));
            }
        });
        return clashes;
    }

    private static Map<String, List<FieldChange>> byRow(List<FieldChange> fields) {
        var rows = new LinkedHashMap<String, List<FieldChange>>();
        for (var field : fields) {
            Paths.row(field.path()).ifPresent(row -> rows.computeIfAbsent(row, key -> new ArrayList<>())
                    .add(field));
        }
        return rows;
    }

    private static boolean deletes(List<FieldChange> fields) {
        return fields.stream().allMatch(field -> field.after().isEmpty());
    }

    private static boolean makes(List<FieldChange> fields) {
        return fields.stream().allMatch(field -> field.before().isEmpty());
    }

    private static boolean sawAll(List<FieldChange> fields, Map<String, String> present) {
        var seen = side(fields, true);
        return seen.keySet().equals(present.keySet())
                && present.entrySet().stream().allMatch(value -> isSame(seen, value));
    }

    private static boolean isSame(Map<String, String> seen, Map.Entry<String, String> present) {
        return Withheld.same(Optional.ofNullable(seen.get(present.getKey())), Optional.of(present.getValue()));
    }

    /** Returns the values before, or after, by path. */
    private static Map<String, String> side(List<FieldChange> fields, boolean before) {
        var values = new TreeMap<String, String>();
        for (var field : fields) {
            (before ? field.before() : field.after()).ifPresent(value -> values.put(field.path(), value));
        }
        return values;
    }

    /**
     * Returns the author of the first value of the row that the deleting person did not see; of the first value when
     * the person saw all.
     */
    private static Optional<Conflict.Side> writer(
            Map<String, String> present,
            Map<String, String> seen,
            Function<String, Optional<Conflict.Side>> lastWriter) {
        return present.entrySet().stream()
                .filter(value -> !isSame(seen, value))
                .findFirst()
                .or(() -> present.entrySet().stream().findFirst())
                .flatMap(value -> lastWriter.apply(value.getKey()));
    }

    /** Returns a conflict when a change continues a row that another person has deleted. */
    private static Optional<Conflict> deletedBefore(
            String row,
            List<FieldChange> fields,
            Change change,
            boolean late,
            Function<String, Optional<Conflict.Side>> lastWriter) {
        if (deletes(fields)) {
            return Optional.empty();
        }
        var deletion = lastWriter.apply(row);
        var was = Row.read(row, deletion.flatMap(Conflict.Side::value));
        if (!late && makes(fields)) {
            return Optional.empty();
        }
        var base = new TreeMap<>(side(fields, true));
        base.putAll(was);
        var offered = new TreeMap<>(base);
        fields.forEach(field -> offered.put(field.path(), field.after().orElse("")));
        return Optional.of(Merge.conflict(change, row, Row.text(base), Optional.empty(), Row.text(offered), deletion));
    }
}
