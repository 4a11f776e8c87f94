package xindang.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.TreeMap;
import xindang.model.archive.Conflict;
import xindang.model.archive.Content;
import xindang.model.archive.Row;

/** What a record says after a decision, from the words of the choice and nothing else. */
final class Decisions {
    private Decisions() {}

    static void check(Conflict conflict, String choice, Content before, Content after) {
        var others = new TreeMap<>(before.asMap());
        others.keySet().removeIf(path -> isOf(conflict, path));
        var left = new TreeMap<>(after.asMap());
        left.keySet().removeIf(path -> isOf(conflict, path));
        assertEquals(others, left, "a decision changes nothing else");
        switch (choice) {
            case "keeps" -> assertEquals(before.asMap(), after.asMap(), "what was there stays");
            case "takes the base" ->
                assertEquals(plain(conflict, conflict.base()), conflict.present(after), "the base is back");
            case "takes the offer" -> offered(conflict, before, after);
            default -> {}
        }
    }

    private static boolean isOf(Conflict conflict, String path) {
        return conflict.isRow() ? path.startsWith(conflict.path() + ".") : path.equals(conflict.path());
    }

    private static Optional<String> plain(Conflict conflict, Optional<String> text) {
        return conflict.isRow() ? Row.text(Row.read(conflict.path(), text)) : text;
    }

    private static void offered(Conflict conflict, Content before, Content after) {
        var offer = conflict.offered().value();
        if (!conflict.isRow()
                || offer.isEmpty()
                || Row.values(before, conflict.path()).isEmpty()) {
            assertEquals(plain(conflict, offer), conflict.present(after), "the offer is there");
            return;
        }
        var base = Row.read(conflict.path(), conflict.base());
        Row.read(conflict.path(), offer).forEach((path, value) -> {
            if (!value.equals(base.get(path))) {
                assertEquals(Optional.of(value), after.get(path), "what was offered otherwise is there");
            } else {
                assertEquals(before.get(path), after.get(path), "what was not offered otherwise stays");
            }
        });
    }
}
