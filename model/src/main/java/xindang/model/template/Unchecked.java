package xindang.model.template;

import java.util.List;
import xindang.model.archive.Content;
import xindang.model.archive.Paths;

/**
 * Whether it is known that somebody looked for bad information. A template asks for the day in the item {@code checkedOn} of the
 * block that holds the rows; without it a record without rows says nothing, and vetoes over such rows are undecided.
 */
public final class Unchecked {
    private static final String ITEM = "checkedOn";

    private Unchecked() {}

    /** Titles of the blocks of which a template asks for the day and a content does not have it, in the order of the template. */
    public static List<String> of(Template template, Content content) {
        return template.blocks().stream()
                .filter(block -> block.field(ITEM).isPresent()
                        && content.get(Paths.of(block.id(), ITEM)).isEmpty())
                .map(Block::title)
                .toList();
    }
}
