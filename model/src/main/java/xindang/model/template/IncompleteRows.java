package xindang.model.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import xindang.model.archive.Content;
import xindang.model.archive.Paths;

/**
 * Rows of bad information that lack a required item. Such a row is a draft. It is not printed, counted or rated, and
 * its subject has no grade while it exists. A wrong choice in a list box must not cause a veto.
 */
public final class IncompleteRows {
    private IncompleteRows() {}

    /**
     * A row with missing required items, in a group with a term.
     *
     * @param group path of the group, such as {@code adverse.items}
     * @param row key of the row
     * @param missing the required items without a value, never empty
     */
    public record Row(String group, String row, List<Field> missing) {
        public Row {
            missing = List.copyOf(missing);
        }

        /** Returns the path of the first missing item. */
        public String path() {
            return Paths.of(group, row, missing.get(0).id());
        }
    }

    /** Returns the incomplete rows of a content, in the order of its groups and rows. */
    public static List<Row> of(Template template, Content content) {
        var incomplete = new ArrayList<Row>();
        for (var term : template.terms()) {
            var fields = template.field(term.group()).map(Field::fields).orElse(List.of());
            for (var row : content.rows(term.group())) {
                var missing = fields.stream()
                        .filter(field -> lacks(content, Paths.of(term.group(), row), field))
                        .toList();
                if (!missing.isEmpty()) {
                    incomplete.add(new Row(term.group(), row, missing));
                }
            }
        }
        return List.copyOf(incomplete);
    }

    /** Returns the number of incomplete rows by group, for groups that have such rows. */
    public static Map<String, Integer> counts(Template template, Content content) {
        var counts = new TreeMap<String, Integer>();
        of(template, content).forEach(row -> counts.merge(row.group(), 1, Integer::sum));
        return counts;
    }

    /** Returns the content without its incomplete rows, for printing, counting and rating. */
    public static Content without(Template template, Content content) {
        var incomplete = of(template, content);
        if (incomplete.isEmpty()) {
            return content;
        }
        var complete = new TreeMap<>(content.asMap());
        for (var row : incomplete) {
            var prefix = Paths.of(row.group(), row.row()) + ".";
            complete.keySet().removeIf(path -> path.startsWith(prefix));
        }
        return Content.of(complete);
    }

    private static boolean lacks(Content content, String row, Field field) {
        if (!field.required() || content.get(row + "." + field.id()).isPresent()) {
            return false;
        }
        return field.condition()
                .map(condition -> condition.holds(content.get(row + "." + condition.field())))
                .orElse(true);
    }
}
