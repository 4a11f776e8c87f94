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
 * Finds the rows that a change deletes and somebody else changed, or the other way round: each is one conflict about the
 * whole row, and none of its values is written.
 *
 * <p>A change deletes a row when all it has of the row are values taken away, and makes a row when all it has are values that
 * were not there. One that only empties or only adds single fields of a row names a value that stays, from that value to the
 * same ({@link #withStaying}). A decision that keeps what is there names it in the same way; a witness is named beside values
 * that change, so the two are not confused.
 */
public final class RowMerge {
    private RowMerge() {}

    /** The changes of fields with one that stays, for each row that loses or gains some values and keeps others. */
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

    /** Whether a field is named only to say that its row is there, while others of its values change. */
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

    /** The fields without those of which a decision says that they stay as they are. */
    static List<FieldChange> withoutStated(List<FieldChange> fields) {
        return fields.stream()
                .filter(field -> !field.before().equals(field.after()) || isWitness(fields, field))
                .toList();
    }

    /** @param late whether the change decides what somebody else decided before: then it writes nothing that differs */
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

    /** The values that a change has before, or after. */
    private static Map<String, String> side(List<FieldChange> fields, boolean before) {
        var values = new TreeMap<String, String>();
        for (var field : fields) {
            (before ? field.before() : field.after()).ifPresent(value -> values.put(field.path(), value));
        }
        return values;
    }

    /** Who wrote the first value of the row that the deleter did not see, or the first when it saw all. */
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

    /** A row that a change goes on with, and that somebody deleted meanwhile. */
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
