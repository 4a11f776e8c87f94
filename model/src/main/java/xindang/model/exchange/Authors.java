package xindang.model.exchange;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import xindang.model.archive.Change;
import xindang.model.archive.Conflict;
import xindang.model.archive.Content;
import xindang.model.archive.Paths;
import xindang.model.archive.Row;
import xindang.model.law.Due;

/**
 * The authors of the present values of a record by path, and the authors of its deleted rows with the last text of each
 * row. {@link Merge} uses them as the other side of a conflict. A row deleted because its term expired has no text
 * here.
 */
public final class Authors implements Function<String, Optional<Conflict.Side>> {
    private final Map<String, Conflict.Side> sides = new HashMap<>();

    /** Records the authors of the values that a change changed. */
    public void follow(Content before, Change change, Content after) {
        for (var field : change.fields()) {
            var path = field.path();
            var value = after.kept(path);
            if (!value.equals(before.kept(path))) {
                sides.put(path, side(change, value));
                Paths.row(path).ifPresent(row -> {
                    if (value.isPresent()) {
                        sides.remove(row);
                    }
                });
            }
        }
        deletions(before, change, after).forEach((row, text) -> sides.put(row, side(change, text)));
    }

    /**
     * Returns the rows that a change deletes, with the last text of each; the text is absent when the law forbids to
     * keep it.
     */
    public static Map<String, Optional<String>> deletions(Content before, Change change, Content after) {
        var deleted = new HashMap<String, Optional<String>>();
        for (var field : change.fields()) {
            if (field.after().isEmpty()) {
                Paths.row(field.path())
                        .filter(row -> !deleted.containsKey(row)
                                && Row.values(after, row).isEmpty()
                                && !Row.values(before, row).isEmpty())
                        .ifPresent(row -> deleted.put(
                                row,
                                change.origin().equals(Due.ORIGIN)
                                        ? Optional.empty()
                                        : Row.text(Row.values(before, row))));
            }
        }
        return deleted;
    }

    @Override
    public Optional<Conflict.Side> apply(String path) {
        return Optional.ofNullable(sides.get(path));
    }

    private static Conflict.Side side(Change change, Optional<String> value) {
        return new Conflict.Side(value, change.user(), change.device(), change.at(), change.id());
    }
}
