package xindang.model.intake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.ArchiveStore;
import xindang.model.archive.Change;
import xindang.model.archive.FieldChange;
import xindang.model.archive.Paths;
import xindang.model.law.Due;

/**
 * Finds values of the archive that a file may not replace without a question, because somebody changed them after the
 * last import. The history of the record says so: each change states the use case that made it.
 */
final class NewerWork {
    /** Keys of rows that an import counts. Other keys, such as those of years, identify what the row is about. */
    private static final Pattern COUNTED = Pattern.compile("i\\d+");

    private final ArchiveStore store;

    NewerWork(ArchiveStore store) {
        this.store = store;
    }

    /**
     * Returns the paths of the differing values that stay as the archive has them. A row whose key is only a count stays
     * as a whole, because its values belong together.
     *
     * @param ofFile the paths of the values that the file states
     * @param differing the differences between the record and the file
     */
    Set<String> kept(ArchiveRecord record, Set<String> ofFile, List<FieldChange> differing) {
        var asked = new TreeSet<String>();
        for (var change : differing) {
            if (ofFile.contains(change.path())) {
                asked.add(change.path());
            }
        }
        if (asked.isEmpty()) {
            return Set.of();
        }
        var typed = typed(store.history(record.id()));
        var units = new HashSet<String>();
        for (var path : asked) {
            if (typed.contains(path)) {
                units.add(unit(path));
            }
        }
        asked.removeIf(path -> !units.contains(unit(path)));
        return asked;
    }

    private static String unit(String path) {
        return Paths.row(path)
                .filter(row ->
                        COUNTED.matcher(row.substring(row.lastIndexOf('.') + 1)).matches())
                .orElse(path);
    }

    /**
     * Returns the paths whose last change was made neither by an import nor by the program itself. What an undone
     * import did to a path does not count.
     */
    static Set<String> typed(List<Change> history) {
        var typed = new HashSet<String>();
        var before = new HashMap<String, Deque<Boolean>>();
        for (var change : history) {
            for (var field : change.changed()) {
                note(typed, before, change.origin(), field.path());
            }
        }
        return typed;
    }

    private static void note(Set<String> typed, Map<String, Deque<Boolean>> before, String origin, String path) {
        if (origin.equals(Imports.ORIGIN)) {
            before.computeIfAbsent(path, key -> new ArrayDeque<>()).push(typed.remove(path));
        } else if (origin.equals(Imports.UNDO)) {
            if (Boolean.TRUE.equals(
                    before.getOrDefault(path, new ArrayDeque<>()).poll())) {
                typed.add(path);
            } else {
                typed.remove(path);
            }
        } else if (!origin.equals(Due.ORIGIN)) {
            typed.add(path);
        }
    }
}
