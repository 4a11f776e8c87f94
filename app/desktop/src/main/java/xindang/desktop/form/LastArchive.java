package xindang.desktop.form;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** The records edited last. A key copies a field from the previous one. */
final class LastArchive {
    /** The current record and the previous one. */
    private static final int REMEMBERED = 2;

    private final Deque<Entry> entries = new ArrayDeque<>();

    /** The texts of a record when its form was closed. */
    record Entry(String type, UUID id, Map<String, String> texts) {
        /** Returns the text of a field. For a row of a group it uses the row at the same position. */
        String text(String path, Function<String, List<String>> rows) {
            return texts.getOrDefault(sameRow(path, rows), "");
        }

        private String sameRow(String path, Function<String, List<String>> rows) {
            var field = path.lastIndexOf('.');
            var row = path.lastIndexOf('.', field - 1);
            if (row < 0 || path.lastIndexOf('.', row - 1) < 0) {
                return path;
            }
            var group = path.substring(0, row);
            var at = rows.apply(group).indexOf(path.substring(row + 1, field));
            return texts.keySet().stream()
                    .filter(text -> text.startsWith(group + "."))
                    .map(text -> text.substring(0, text.indexOf('.', group.length() + 1)))
                    .distinct()
                    .skip(Math.max(0, at))
                    .findFirst()
                    .map(there -> there + path.substring(field))
                    .orElse(path);
        }
    }

    void keep(String type, UUID id, Map<String, String> texts) {
        entries.removeIf(entry -> entry.id().equals(id));
        entries.push(new Entry(type, id, new TreeMap<>(texts)));
        while (entries.size() > REMEMBERED) {
            entries.removeLast();
        }
    }

    /** Removes an erased record. */
    void forget(UUID id) {
        entries.removeIf(entry -> entry.id().equals(id));
    }

    /** Returns the previous record of a type. */
    Optional<Entry> before(String type, UUID id) {
        return entries.stream()
                .filter(entry -> entry.type().equals(type) && !entry.id().equals(id))
                .findFirst();
    }
}
