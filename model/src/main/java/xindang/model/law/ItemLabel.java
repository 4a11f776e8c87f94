package xindang.model.law;

import xindang.model.archive.Paths;
import xindang.model.template.Block;
import xindang.model.template.Field;
import xindang.model.template.Template;

/** Finds the label of a consent item: a block, a field or a group. */
final class ItemLabel {
    private ItemLabel() {}

    static String of(Template template, String item) {
        return template.field(Paths.of(ConsentRow.GROUP, "*", "blocks"))
                .flatMap(Field::table)
                .flatMap(template::table)
                .flatMap(table -> table.label(item))
                .or(() -> template.block(item).map(Block::title))
                .or(() -> template.field(item).map(Field::label))
                .orElse(item);
    }
}
