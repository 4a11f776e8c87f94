package xindang.desktop.form;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** The archives worked on last, for the key that fills a field as it was with the household before. */
final class LastArchive {
    /** The one before, and the one that is open when it is opened again. */
    private static final int REMEMBERED = 2;

    private final Deque<Entry> entries = new ArrayDeque<>();

    /** An archive as it stood when it was left. */
    record Entry(String type, UUID id, Map<String, String> texts) {
        /** What stood in a field; in a row of a group, the field of the row at the same place. */
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

    /** An archive that was erased is remembered no more. */
    void forget(UUID id) {
        entries.removeIf(entry -> entry.id().equals(id));
    }

    /** The archive of a type that was worked on before this one. */
    Optional<Entry> before(String type, UUID id) {
        return entries.stream()
                .filter(entry -> entry.type().equals(type) && !entry.id().equals(id))
                .findFirst();
    }
}
