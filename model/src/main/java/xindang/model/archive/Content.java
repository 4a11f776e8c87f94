package xindang.model.archive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a record says: an immutable map from path to value. Values are canonical texts (a date is {@code 2026-11-18}, an
 * amount {@code 67000.00}, yes is {@code true}, a code its code), never empty; what is not known has no entry. A flat map
 * makes difference, merge, history and search the same simple loop for every kind of subject.
 */
public final class Content {
    public static final Content EMPTY = new Content(new TreeMap<>());

    private final NavigableMap<String, String> values;

    private Content(NavigableMap<String, String> values) {
        this.values = values;
    }

    public static Content of(Map<String, String> values) {
        var copy = new TreeMap<String, String>(values);
        copy.values().removeIf(String::isEmpty);
        return new Content(copy);
    }

    public Optional<String> get(String path) {
        return Optional.ofNullable(values.get(path));
    }

    public String text(String path) {
        return values.getOrDefault(path, "");
    }

    /** All values in the order of their paths. */
    public SortedMap<String, String> asMap() {
        return Collections.unmodifiableSortedMap(values);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Keys of the rows of a group ({@code block.group}) in their order. */
    public List<String> rows(String group) {
        var prefix = group + ".";
        var first = values.ceilingKey(prefix);
        if (first == null || !first.startsWith(prefix)) {
            return List.of();
        }
        var rows = new LinkedHashSet<String>();
        for (var path : values.subMap(prefix, group + "/").keySet()) {
            var end = path.indexOf('.', prefix.length());
            if (end > 0) {
                rows.add(path.substring(prefix.length(), end));
            }
        }
        return new ArrayList<>(rows);
    }

    /** True when any path of the block has a value. */
    public boolean hasBlock(String block) {
        return !values.subMap(block + ".", block + "/").isEmpty();
    }

    /** This content with one value set, or taken away when null or empty. */
    public Content with(String path, @Nullable String value) {
        var copy = new TreeMap<>(values);
        set(copy, path, value);
        return new Content(copy);
    }

    /** This content with these values, none of them empty, put over its own. */
    public Content with(Map<String, String> more) {
        var copy = new TreeMap<>(values);
        more.forEach((path, value) -> set(copy, path, value));
        return new Content(copy);
    }

    /** This content after the changes, whatever it said before. */
    public Content with(List<FieldChange> changes) {
        var copy = new TreeMap<>(values);
        for (var change : changes) {
            set(copy, change.path(), change.after().orElse(null));
        }
        return new Content(copy);
    }

    /** Whether the changes alone, put on nothing, make this content. */
    public boolean isMadeBy(List<FieldChange> changes) {
        if (changes.size() != values.size()) {
            return false;
        }
        for (var change : changes) {
            var value = values.get(change.path());
            if (value == null || change.after().filter(value::equals).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** What must change in this content to make it the other, in the order of paths. */
    public List<FieldChange> changesTo(Content other) {
        var changes = new ArrayList<FieldChange>();
        if (values.isEmpty()) {
            other.values.forEach((path, value) -> changes.add(FieldChange.set(path, value)));
            return changes;
        }
        var paths = new java.util.TreeSet<>(values.keySet());
        paths.addAll(other.values.keySet());
        for (var path : paths) {
            var before = get(path);
            var after = other.get(path);
            if (!before.equals(after)) {
                changes.add(new FieldChange(path, before, after));
            }
        }
        return changes;
    }

    private static void set(SortedMap<String, String> map, String path, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            map.remove(path);
        } else {
            map.put(path, value);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Content content && values.equals(content.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "Content[" + values.size() + " values]";
    }
}
