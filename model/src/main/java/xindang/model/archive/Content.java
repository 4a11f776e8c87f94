package xindang.model.archive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The values of a record: an immutable map from path to value. Values are canonical texts: a date is
 * {@code 2026-11-18}, an amount is {@code 67000.00}, yes is {@code true}, and a coded item is its code. A value is
 * never empty; an unknown item has no entry. Because the map is flat, difference, merge, history and search are one
 * simple loop for every kind of subject.
 *
 * <p>A received value that may not be kept is replaced by its mark ({@link Withheld}). {@link #get} and {@link #text}
 * return no value for a mark. {@link #kept} and {@link #asMap} return the marks, for code that copies, compares or
 * merges contents.
 */
public final class Content {
    public static final Content EMPTY = new Content(new String[0], new String[0]);

    /**
     * Paths in ascending order, and the value of each. Two arrays, because a large import holds and compares thousands
     * of contents.
     */
    private final String[] paths;

    private final String[] values;

    private Content(String[] paths, String[] values) {
        this.paths = paths;
        this.values = values;
    }

    public static Content of(Map<String, String> values) {
        return EMPTY.with(values);
    }

    /** Returns the value at a path; absent where it is withheld. */
    public Optional<String> get(String path) {
        return kept(path).filter(value -> !Withheld.is(value));
    }

    /** Returns the value at a path; empty when there is none or it is withheld. */
    public String text(String path) {
        return get(path).orElse("");
    }

    /** Returns the value at a path, or the mark of a withheld value. */
    public Optional<String> kept(String path) {
        var at = Arrays.binarySearch(paths, path);
        return at < 0 ? Optional.empty() : Optional.of(values[at]);
    }

    /** Returns the paths of withheld values, in ascending order. */
    public List<String> withheld() {
        var found = new ArrayList<String>();
        for (var i = 0; i < paths.length; i++) {
            if (Withheld.is(values[i])) {
                found.add(paths[i]);
            }
        }
        return found;
    }

    /** Returns this content without the marks of withheld values. The result may be shown and used in calculations. */
    public Content known() {
        var marks = withheld();
        if (marks.isEmpty()) {
            return this;
        }
        var known = new TreeMap<>(asMap());
        known.keySet().removeAll(marks);
        return Content.of(known);
    }

    /** Returns a copy of all values in the order of their paths, with the marks of withheld values. */
    public SortedMap<String, String> asMap() {
        var map = new TreeMap<String, String>();
        forEach(map::put);
        return Collections.unmodifiableSortedMap(map);
    }

    /** Passes all values to the action in the order of their paths, with the marks of withheld values. */
    public void forEach(BiConsumer<? super String, ? super String> action) {
        for (var i = 0; i < paths.length; i++) {
            action.accept(paths[i], values[i]);
        }
    }

    /** Returns the number of values. */
    public int size() {
        return paths.length;
    }

    /** Returns the paths of the values, in ascending order. */
    public List<String> paths() {
        return Collections.unmodifiableList(Arrays.asList(paths));
    }

    public boolean isEmpty() {
        return paths.length == 0;
    }

    /** Returns the keys of the rows of a group ({@code block.group}), in ascending order. */
    public List<String> rows(String group) {
        var prefix = group + ".";
        var rows = new ArrayList<String>();
        for (var i = from(prefix); i < paths.length && paths[i].startsWith(prefix); i++) {
            var end = paths[i].indexOf('.', prefix.length());
            // all paths of a row are adjacent
            if (end > 0 && (rows.isEmpty() || !isOf(paths[i], prefix.length(), end, rows.get(rows.size() - 1)))) {
                rows.add(paths[i].substring(prefix.length(), end));
            }
        }
        return rows;
    }

    private static boolean isOf(String path, int start, int end, String row) {
        return row.length() == end - start && path.startsWith(row, start);
    }

    /** Returns whether any path of the block has a value. */
    public boolean hasBlock(String block) {
        var first = from(block + ".");
        return first < paths.length && paths[first].startsWith(block) && paths[first].startsWith(".", block.length());
    }

    /** Returns the index of the first path that is not less than a text. */
    private int from(String text) {
        var at = Arrays.binarySearch(paths, text);
        return at < 0 ? -1 - at : at;
    }

    /** Returns this content with one value set; a null or empty value deletes the entry. */
    public Content with(String path, @Nullable String value) {
        return with(new String[] {path}, new @Nullable String[] {value});
    }

    /** Returns this content with the given values in place of its own; an empty value deletes the entry. */
    public Content with(Map<String, String> more) {
        var sorted =
                more instanceof SortedMap<String, String> map && map.comparator() == null ? more : new TreeMap<>(more);
        return with(sorted.keySet().toArray(String[]::new), sorted.values().toArray(String[]::new));
    }

    /** Returns this content after the changes. Does not compare the values before. */
    public Content with(List<FieldChange> changes) {
        var changed = new String[changes.size()];
        var after = new @Nullable String[changed.length];
        for (var i = 0; i < changed.length; i++) {
            var change = changes.get(i);
            changed[i] = change.path();
            after[i] = change.after().orElse(null);
            if (i > 0 && changed[i].compareTo(changed[i - 1]) <= 0) {
                return with(sorted(changes));
            }
        }
        return with(changed, after);
    }

    private static SortedMap<String, String> sorted(List<FieldChange> changes) {
        var sorted = new TreeMap<String, String>();
        for (var change : changes) {
            sorted.put(change.path(), change.after().orElse(""));
        }
        return sorted;
    }

    /** Makes the union in one pass, because both lists are in the order of their paths. */
    private Content with(String[] changed, @Nullable String[] after) {
        var united = new String[paths.length + changed.length];
        var kept = new String[united.length];
        var size = 0;
        var own = 0;
        for (var i = 0; i < changed.length; i++) {
            while (own < paths.length && paths[own].compareTo(changed[i]) < 0) {
                united[size] = paths[own];
                kept[size++] = values[own++];
            }
            if (own < paths.length && paths[own].equals(changed[i])) {
                own++;
            }
            var value = after[i];
            if (value != null && !value.isEmpty()) {
                united[size] = changed[i];
                kept[size++] = value;
            }
        }
        var remaining = paths.length - own;
        System.arraycopy(paths, own, united, size, remaining);
        System.arraycopy(values, own, kept, size, remaining);
        size += remaining;
        return size == united.length
                ? new Content(united, kept)
                : new Content(Arrays.copyOf(united, size), Arrays.copyOf(kept, size));
    }

    /** Returns whether the changes, applied to an empty content, make this content. */
    public boolean isMadeBy(List<FieldChange> changes) {
        return changes.size() == size() && EMPTY.with(changes).equals(this);
    }

    /** Returns the changes that turn this content into the other, in the order of paths. */
    public List<FieldChange> changesTo(Content other) {
        var changes = new ArrayList<FieldChange>(Math.max(size(), other.size()));
        var own = 0;
        var its = 0;
        while (own < paths.length || its < other.paths.length) {
            var order =
                    own == paths.length ? 1 : its == other.paths.length ? -1 : paths[own].compareTo(other.paths[its]);
            if (order < 0) {
                changes.add(new FieldChange(paths[own], Optional.of(values[own++]), Optional.empty()));
            } else if (order > 0) {
                changes.add(FieldChange.set(other.paths[its], other.values[its++]));
            } else {
                if (!values[own].equals(other.values[its])) {
                    changes.add(new FieldChange(paths[own], Optional.of(values[own]), Optional.of(other.values[its])));
                }
                own++;
                its++;
            }
        }
        return changes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Content content
                && Arrays.equals(paths, content.paths)
                && Arrays.equals(values, content.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(paths) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Content[" + paths.length + " values]";
    }
}
