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
 * How far a record, or a block of it, is filled: fields outside groups that are asked under their condition, and the
 * required fields of each row. A group without rows does not count: many households have no forest.
 */
public final class Completeness {
    /** Paths that always count. */
    private final Set<String> asked = new HashSet<>();

    private final List<Asked> conditional = new ArrayList<>();
    /** How many fields of each row of a group count, by the path of the group. */
    private final Map<String, Integer> required = new HashMap<>();

    private final Set<String> requiredOfRows = new HashSet<>();

    private record Asked(String path, Condition.In when) {}

    Completeness(List<Block> blocks) {
        for (var block : blocks) {
            for (var field : block.fields()) {
                var path = Paths.of(block.id(), field.id());
                if (field.isGroup()) {
                    rows(path, field);
                } else if (field.type() != FieldType.NOTE && field.derived().isEmpty()) {
                    field.condition()
                            .ifPresentOrElse(when -> conditional.add(new Asked(path, when)), () -> asked.add(path));
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
     * How many of how many.
     *
     * @param filled items with a value
     * @param total items that count
     */
    public record Share(int filled, int total) {
        /** 0 to 100; 100 when nothing counts. */
        public int percent() {
            return total == 0 ? 100 : filled * 100 / total;
        }
    }

    /** The whole record. */
    public static Share of(Template template, Content content) {
        return template.completeness().of(content.known());
    }

    /** One block. */
    public static Share of(Block block, Content content) {
        return new Completeness(List.of(block)).of(content.known());
    }

    /** One pass over the values, which are few beside the fields that a record could have. */
    private Share of(Content content) {
        var filled = 0;
        var total = asked.size();
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
                filled += asked.contains(path) ? 1 : 0;
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
