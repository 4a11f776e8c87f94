package xindang.model.keeping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import xindang.model.archive.Conflict;
import xindang.model.archive.Content;
import xindang.model.archive.FieldChange;
import xindang.model.archive.Row;
import xindang.model.common.Violation;
import xindang.model.law.Past;

/** A person's decision about a conflict: one of the two values, the value before them, or another value. */
public final class Resolution {
    /** Keeps the present value of the record. The decision changes no value, but states the values it is based on. */
    public static final Resolution KEPT = new Resolution(Choice.KEPT, "");

    /** Replaces the present value by the offered one. */
    public static final Resolution OFFERED = new Resolution(Choice.OFFERED, "");

    /** Restores the value that both writers saw. */
    public static final Resolution BASE = new Resolution(Choice.BASE, "");

    private final Choice choice;
    private final String text;

    private Resolution(Choice choice, String text) {
        this.choice = choice;
        this.text = text;
    }

    /** Makes a decision for another value, as a person types it. */
    public static Resolution typed(String text) {
        return new Resolution(Choice.TYPED, text);
    }

    boolean isTyped() {
        return choice == Choice.TYPED;
    }

    boolean isKept() {
        return choice == Choice.KEPT;
    }

    /**
     * Returns why this decision is not allowed when the law locks the values of a conflict. A typed value may replace a
     * withheld one.
     */
    Optional<Violation> closedBy(Past.Reason reason) {
        return switch (reason) {
            case CONSENT -> Optional.of(Violation.of("law.consent.missing"));
            case WITHHELD -> isTyped() ? Optional.empty() : Optional.of(Violation.of("law.withheld"));
            case CHILD -> Optional.of(Violation.of("law.child.locked"));
            case TERM -> Optional.empty();
        };
    }

    /** Returns the value after this decision, for a conflict about one value. */
    Optional<String> of(Conflict conflict, Content now) {
        return switch (choice) {
            case BASE -> conflict.base();
            case KEPT -> now.kept(conflict.path());
            case OFFERED -> conflict.offered().value();
            case TYPED -> Optional.of(text).filter(value -> !value.isBlank());
        };
    }

    /**
     * Returns the content after this decision, for a conflict about a whole row. If the row exists, only those of its
     * values change that the offered side changed.
     */
    Content ofRow(Conflict conflict, Content now) {
        var base = Row.read(conflict.path(), conflict.base());
        var offered = Row.read(conflict.path(), conflict.offered().value());
        var present = Row.values(now, conflict.path());
        return switch (choice) {
            case BASE -> replaced(now, present, base);
            case OFFERED -> replaced(now, present, mended(present, base, offered));
            case KEPT, TYPED -> now;
        };
    }

    /**
     * Returns the changes of a decision. If they change none of the conflict's values, adds each of these values as
     * unchanged. Another office that decides the same conflict differently can then see this decision.
     */
    List<FieldChange> stated(Conflict conflict, Content now, List<FieldChange> fields) {
        var present = Row.values(now, conflict.path()).keySet();
        Collection<String> paths =
                !conflict.isRow() ? List.of(conflict.path()) : present.isEmpty() ? paths(conflict) : present;
        if (fields.stream().anyMatch(field -> isOf(conflict, field.path()))) {
            return fields;
        }
        var stated = new ArrayList<>(fields);
        paths.forEach(path -> stated.add(new FieldChange(path, now.kept(path), now.kept(path))));
        return stated;
    }

    private static boolean isOf(Conflict conflict, String path) {
        return conflict.isRow() ? path.startsWith(conflict.path() + ".") : path.equals(conflict.path());
    }

    /** Returns the paths of the values that any side of a row's conflict has. */
    private static Collection<String> paths(Conflict conflict) {
        var paths = new TreeSet<String>();
        for (var text : List.of(
                conflict.base(), conflict.kept().value(), conflict.offered().value())) {
            paths.addAll(Row.read(conflict.path(), text).keySet());
        }
        return paths;
    }

    private static Content replaced(Content now, Map<String, String> present, Map<String, String> row) {
        var all = new TreeMap<String, String>();
        present.keySet().forEach(path -> all.put(path, ""));
        all.putAll(row);
        return now.with(all);
    }

    private static Map<String, String> mended(
            Map<String, String> present, Map<String, String> base, Map<String, String> offered) {
        if (present.isEmpty() || offered.isEmpty()) {
            return offered;
        }
        var row = new TreeMap<>(present);
        base.forEach((path, value) -> {
            if (!offered.containsKey(path)) {
                row.put(path, "");
            }
        });
        offered.forEach((path, value) -> {
            if (!value.equals(base.get(path))) {
                row.put(path, value);
            }
        });
        return row;
    }

    private enum Choice {
        BASE,
        KEPT,
        OFFERED,
        TYPED
    }
}
