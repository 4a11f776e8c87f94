package xindang.model.intake;

import java.util.ArrayList;
import java.util.List;
import xindang.model.archive.Paths;
import xindang.model.law.ConsentRow;
import xindang.model.template.Template;

/** The items of a template that a column may have as target. */
public final class ColumnPlaces {
    private ColumnPlaces() {}

    /**
     * Returns paths in the order of the template: fields, groups, and items of groups with {@code *} for the row.
     * Leaves out consents, because a person or a batch of papers gives them, never a column.
     */
    public static List<String> of(Template template) {
        var places = new ArrayList<String>();
        for (var block : template.blocks()) {
            for (var field : block.fields()) {
                var path = Paths.of(block.id(), field.id());
                if (!path.equals(ConsentRow.GROUP)) {
                    places.add(path);
                    field.fields().forEach(inner -> places.add(path + ".*." + inner.id()));
                }
            }
        }
        return places;
    }

    /** Returns the paths offered to a person. Of groups it contains only items that rosters usually have. */
    public static List<String> offered(Template template) {
        return of(template).stream()
                .filter(path -> template.field(path)
                        .filter(field -> !field.aliases().isEmpty() || !(field.isGroup() || path.contains("*")))
                        .isPresent())
                .toList();
    }
}
