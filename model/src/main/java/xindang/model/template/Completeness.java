package xindang.model.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import xindang.model.archive.Content;
import xindang.model.archive.Paths;

/**
 * The filled share of a record or of a block. It counts fields outside groups whose condition is met, and the required
 * fields of each row. A group without rows does not count, because many households have no forest, for example.
 */
public final class Completeness {
    /** Paths that always count. */
    private final Set<String> always = new HashSet<>();

    private final List<Conditional> conditional = new ArrayList<>();
    /** Number of fields that count in each row of a group, by the path of the group. */
    private final Map<String, Integer> required = new HashMap<>();

    private final Set<String> requiredOfRows = new HashSet<>();

    private record Conditional(String path, Condition.In when) {}

    Completeness(List<Block> blocks) {
        for (var block : blocks) {
            for (var field : block.fields()) {
                var path = Paths.of(block.id(), field.id());
                if (field.isGroup()) {
                    rows(path, field);
                } else if (field.type() != FieldType.NOTE && field.derived().isEmpty()) {
                    field.condition()
                            .ifPresentOrElse(
                                    when -> conditional.add(new Conditional(path, when)), () -> always.add(path));
                }
            }
        }
    }

    private void rows(String group, Field field) {
        for (var inner : field.fields()) {
            if (inner.required()) {
                required.merge(group, 1, Integer::sum);
                requiredOfRows.add(Paths.of(group, "*", inner.id()));
            }
        }
    }

    /**
     * A number of filled items and a total.
     *
     * @param filled items with a value
     * @param total items that count
     */
    public record Share(int filled, int total) {
        /** Returns 0 to 100; 100 when no item counts. */
        public int percent() {
            return total == 0 ? 100 : filled * 100 / total;
        }
    }

    /** Returns the share of a whole record. */
    public static Share of(Template template, Content content) {
        return template.completeness().of(content.known());
    }

    /** Returns the share of one block. */
    public static Share of(Block block, Content content) {
        return new Completeness(List.of(block)).of(content.known());
    }

    /** Counts in one pass over the values, because a record has far fewer values than possible fields. */
    private Share of(Content content) {
        var filled = 0;
        var total = always.size();
        for (var field : conditional) {
            if (field.when().holds(content.get(field.when().field()))) {
                total++;
                filled += content.get(field.path()).isPresent() ? 1 : 0;
            }
        }
        var row = "";
        for (var path : content.paths()) {
            var group = Paths.group(path);
            if (group < 0) {
                filled += always.contains(path) ? 1 : 0;
                continue;
            }
            if (row.isEmpty() || !path.startsWith(row)) {
                row = path.substring(0, path.indexOf('.', group + 1) + 1);
                total += required.getOrDefault(path.substring(0, group), 0);
            }
            filled += requiredOfRows.contains(Paths.pattern(path)) ? 1 : 0;
        }
        return new Share(filled, total);
    }
}
