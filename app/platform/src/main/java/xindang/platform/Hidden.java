package xindang.platform;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import xindang.model.archive.Change;
import xindang.model.archive.Conflict;
import xindang.model.archive.Content;
import xindang.model.archive.FieldChange;
import xindang.model.archive.Paths;
import xindang.model.archive.Row;
import xindang.model.archive.Withheld;
import xindang.model.law.Withholding;

/** The parts of a record that may not be kept: values, rows with a refused key, and a person's name. */
final class Hidden {
    private final Change change;
    private final Set<String> values = new HashSet<>();
    /** Paths that were removed, and the rows that contain them. */
    private final Set<String> paths = new HashSet<>();

    private final boolean author;

    Hidden(Change change, Withholding kept) {
        this.change = change;
        kept.places().forEach(place -> values.add(place.path() + " " + place.hash()));
        var left = new HashSet<String>();
        kept.change().fields().forEach(field -> left.add(field.path()));
        change.fields().stream()
                .map(FieldChange::path)
                .filter(path -> !left.contains(path))
                .forEach(path -> {
                    paths.add(path);
                    Paths.row(path).ifPresent(paths::add);
                });
        author = !kept.change().user().equals(change.user());
    }

    /** Returns true if the path was removed. */
    boolean path(String path) {
        return paths.contains(path);
    }

    /** Returns the value, or a mark in its place if the value is hidden. */
    String value(String path, String value) {
        return values.contains(path + " " + Withheld.digest(value)) ? Withheld.of(value) : value;
    }

    /** Returns the text of a value or of a whole row, with marks in the place of hidden values. */
    String text(String path, String text) {
        if (!Paths.isRow(path)) {
            return value(path, text);
        }
        var row = new TreeMap<>(Row.read(path, Optional.of(text)));
        row.replaceAll(this::value);
        return Row.text(row).orElse(text);
    }

    String user(String name) {
        return author && name.equals(change.user()) ? Withholding.NAME : name;
    }

    Content content(Content content) {
        var kept = new TreeMap<String, String>();
        content.forEach((path, value) -> {
            if (!path(path)) {
                kept.put(path, value(path, value));
            }
        });
        return Content.of(kept);
    }

    List<Conflict> conflicts(List<Conflict> conflicts) {
        return conflicts.stream()
                .filter(conflict -> !path(conflict.path()))
                .map(this::conflict)
                .toList();
    }

    private Conflict conflict(Conflict conflict) {
        var path = conflict.path();
        return new Conflict(
                conflict.id(),
                conflict.record(),
                path,
                conflict.base().map(text -> text(path, text)),
                side(path, conflict.kept()),
                side(path, conflict.offered()));
    }

    private Conflict.Side side(String path, Conflict.Side side) {
        return new Conflict.Side(
                side.value().map(text -> text(path, text)), user(side.user()), side.device(), side.at(), side.change());
    }

    /** Removes the hidden paths from a map by path. */
    <T> void clear(Map<String, T> byPath) {
        Predicate<String> hidden = this::path;
        byPath.keySet().removeIf(hidden);
    }
}
