package xindang.model.template;

import xindang.model.archive.Content;

/**
 * Whether it is known that somebody looked for bad information. A template asks for the day in the item {@code checkedOn} of the
 * block that holds the rows; without it a record without rows says nothing, and vetoes over such rows are undecided.
 */
public final class Unchecked {
    private static final String ITEM = "checkedOn";

    private Unchecked() {}

    /** True when a template asks for the day and a content does not have it. */
    public static boolean of(Template template, Content content) {
        return template.terms().stream()
                .map(term -> term.group().substring(0, term.group().indexOf('.') + 1) + ITEM)
                .distinct()
                .anyMatch(path ->
                        template.field(path).isPresent() && content.get(path).isEmpty());
    }
}
