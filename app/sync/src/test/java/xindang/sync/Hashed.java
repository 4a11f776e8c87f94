package xindang.sync;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import xindang.model.archive.Conflict;
import xindang.model.archive.Content;
import xindang.model.archive.Paths;
import xindang.model.archive.Row;
import xindang.model.archive.Withheld;

/** Values by their hashes, so that an office that keeps the mark of a value is equal to the one that wrote it. */
final class Hashed {
    private Hashed() {}

    static Map<String, String> of(Content content) {
        return of(content.asMap());
    }

    private static Map<String, String> of(Map<String, String> values) {
        var hashed = new TreeMap<String, String>();
        values.forEach((path, value) -> hashed.put(path, Withheld.digest(value)));
        return hashed;
    }

    /** The conflict with the hashes of its values, those of a row each by itself. */
    static Conflict of(Conflict conflict) {
        return new Conflict(
                conflict.id(),
                conflict.record(),
                conflict.path(),
                text(conflict.path(), conflict.base()),
                side(conflict, conflict.kept()),
                side(conflict, conflict.offered()));
    }

    private static Conflict.Side side(Conflict conflict, Conflict.Side side) {
        return new Conflict.Side(
                text(conflict.path(), side.value()), side.user(), side.device(), side.at(), side.change());
    }

    /** @param value of a path, or the text of the row when it is the path of one */
    static Optional<String> text(String path, Optional<String> value) {
        return Paths.isRow(path)
                ? value.map(text -> of(Row.read(path, value)).toString())
                : value.map(Withheld::digest);
    }
}
