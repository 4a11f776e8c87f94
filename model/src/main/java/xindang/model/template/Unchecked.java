package xindang.model.template;

import java.util.List;
import xindang.model.archive.Content;
import xindang.model.archive.Paths;

/**
 * Finds blocks of bad information that were not checked. The item {@code checkedOn} of a block contains the day of the
 * check. Without it, a record without rows proves nothing, and vetoes about such rows are undecided.
 */
public final class Unchecked {
    private static final String ITEM = "checkedOn";

    private Unchecked() {}

    /**
     * Returns the titles of the blocks with the item {@code checkedOn} but without its value, in the order of the
     * template.
     */
    public static List<String> of(Template template, Content content) {
        return template.blocks().stream()
                .filter(block -> block.field(ITEM).isPresent()
                        && content.get(Paths.of(block.id(), ITEM)).isEmpty())
                .map(Block::title)
                .toList();
    }
}
