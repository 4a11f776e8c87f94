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
 * What a record says: an immutable map from path to value. Values are canonical texts (a date is {@code 2026-11-18}, an
 * amount {@code 67000.00}, yes is {@code true}, a code its code), never empty; what is not known has no entry. A flat map
 * makes difference, merge, history and search the same simple loop for every kind of subject.
 *
 * <p>A value that arrived and may not be kept stands here as its mark ({@link Withheld}). Who asks for one value finds none
 * there ({@link #get}, {@link #text}); what copies, compares and merges contents has the marks ({@link #kept}, {@link #asMap}).
 */
public final class Content {
    public static final Content EMPTY = new Content(new String[0], new String[0]);

    /** Paths in their order, and the value of each: a large import holds and compares thousands of contents. */
    private final String[] paths;

    private final String[] values;

    private Content(String[] paths, String[] values) {
        this.paths = paths;
        this.values = values;
    }

    public static Content of(Map<String, String> values) {
        return EMPTY.with(values);
    }

    /** The value at a path; absent where it is withheld. */
    public Optional<String> get(String path) {
        return kept(path).filter(value -> !Withheld.is(value));
    }

    /** The value at a path, empty when there is none or it is withheld. */
    public String text(String path) {
        return get(path).orElse("");
    }

    /** The value at a path, or the mark in the place of a withheld one. */
    public Optional<String> kept(String path) {
        var at = Arrays.binarySearch(paths, path);
        return at < 0 ? Optional.empty() : Optional.of(values[at]);
    }

    /** The paths of withheld values, in their order. */
    public List<String> withheld() {
        var found = new ArrayList<String>();
        for (var i = 0; i < paths.length; i++) {
            if (Withheld.is(values[i])) {
                found.add(paths[i]);
            }
        }
        return found;
    }

    /** This content without the marks of withheld values: what may be shown and reckoned with. */
    public Content known() {
        var marks = withheld();
        if (marks.isEmpty()) {
            return this;
        }
        var known = new TreeMap<>(asMap());
        known.keySet().removeAll(marks);
        return Content.of(known);
    }

    /** All values in the order of their paths, as a map of its own, with the marks of withheld ones. */
    public SortedMap<String, String> asMap() {
        var map = new TreeMap<String, String>();
        forEach(map::put);
        return Collections.unmodifiableSortedMap(map);
    }

    /** All values in the order of their paths, with the marks of withheld ones. */
    public void forEach(BiConsumer<? super String, ? super String> action) {
        for (var i = 0; i < paths.length; i++) {
            action.accept(paths[i], values[i]);
        }
    }

    /** Number of values. */
    public int size() {
        return paths.length;
    }

    /** The paths of the values, in their order. */
    public List<String> paths() {
        return Collections.unmodifiableList(Arrays.asList(paths));
    }

    public boolean isEmpty() {
        return paths.length == 0;
    }

    /** Keys of the rows of a group ({@code block.group}) in their order. */
    public List<String> rows(String group) {
        var prefix = group + ".";
        var rows = new ArrayList<String>();
        for (var i = from(prefix); i < paths.length && paths[i].startsWith(prefix); i++) {
            var end = paths[i].indexOf('.', prefix.length());
            // the paths of a row stand together
            if (end > 0 && (rows.isEmpty() || !isOf(paths[i], prefix.length(), end, rows.get(rows.size() - 1)))) {
                rows.add(paths[i].substring(prefix.length(), end));
            }
        }
        return rows;
    }

    private static boolean isOf(String path, int start, int end, String row) {
        return row.length() == end - start && path.startsWith(row, start);
    }

    /** True when any path of the block has a value. */
    public boolean hasBlock(String block) {
        var first = from(block + ".");
        return first < paths.length && paths[first].startsWith(block) && paths[first].startsWith(".", block.length());
    }

    /** Where the first path that is not before a text stands. */
    private int from(String text) {
        var at = Arrays.binarySearch(paths, text);
        return at < 0 ? -1 - at : at;
    }

    /** This content with one value set, or taken away when null or empty. */
    public Content with(String path, @Nullable String value) {
        return with(new String[] {path}, new @Nullable String[] {value});
    }

    /** This content with these values put over its own, or taken away where they are empty. */
    public Content with(Map<String, String> more) {
        var sorted =
                more instanceof SortedMap<String, String> map && map.comparator() == null ? more : new TreeMap<>(more);
        return with(sorted.keySet().toArray(String[]::new), sorted.values().toArray(String[]::new));
    }

    /** This content after the changes, whatever it said before. */
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

    /** Both in the order of their paths, so one pass makes the union. */
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
        var rest = paths.length - own;
        System.arraycopy(paths, own, united, size, rest);
        System.arraycopy(values, own, kept, size, rest);
        size += rest;
        return size == united.length
                ? new Content(united, kept)
                : new Content(Arrays.copyOf(united, size), Arrays.copyOf(kept, size));
    }

    /** Whether the changes alone, put on nothing, make this content. */
    public boolean isMadeBy(List<FieldChange> changes) {
        return changes.size() == size() && EMPTY.with(changes).equals(this);
    }

    /** What must change in this content to make it the other, in the order of paths. */
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
