package xindang.model.template;

import java.util.List;
import xindang.model.archive.Content;
import xindang.model.archive.Paths;

/** How far a record is filled: of the required items that apply, and of the blocks that may be filled at all. */
public final class Completeness {
    private Completeness() {}

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

        Share plus(Share other) {
            return new Share(filled + other.filled, total + other.total);
        }
    }

    /** The whole record: every block's share together. */
    public static Share of(Template template, Content content) {
        var share = new Share(0, 0);
        for (var block : template.blocks()) {
            share = share.plus(of(block, template.paths(block), content));
        }
        return share;
    }

    /**
     * One block: fields outside groups that are asked under their condition, and the required fields of each row. A group
     * without rows does not count: many households have no forest.
     */
    public static Share of(Block block, Content content) {
        return of(block, paths(block), content);
    }

    /** The paths of the fields of a block in their order. */
    static List<String> paths(Block block) {
        return block.fields().stream()
                .map(field -> Paths.of(block.id(), field.id()))
                .toList();
    }

    private static Share of(Block block, List<String> paths, Content content) {
        var filled = 0;
        var total = 0;
        // most blocks of a household are empty
        var any = content.hasBlock(block.id());
        for (var i = 0; i < paths.size(); i++) {
            var field = block.fields().get(i);
            var path = paths.get(i);
            if (field.isGroup()) {
                for (var row : any ? content.rows(path) : List.<String>of()) {
                    for (var inner : field.fields()) {
                        if (inner.required()) {
                            total++;
                            filled +=
                                    content.get(Paths.of(path, row, inner.id())).isPresent() ? 1 : 0;
                        }
                    }
                }
            } else if (counts(field, content)) {
                total++;
                filled += any && content.get(path).isPresent() ? 1 : 0;
            }
        }
        return new Share(filled, total);
    }

    private static boolean counts(Field field, Content content) {
        return field.type() != FieldType.NOTE
                && field.derived().isEmpty()
                && field.condition()
                        .map(condition -> condition.holds(content.get(condition.field())))
                        .orElse(true);
    }
}
