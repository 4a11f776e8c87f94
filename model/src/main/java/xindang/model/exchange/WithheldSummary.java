package xindang.model.exchange;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import xindang.model.archive.Paths;
import xindang.model.template.Field;
import xindang.model.template.Template;
import xindang.model.template.Templates;

/**
 * How many values that arrived were not kept (依法不收), and in which items; never the values.
 *
 * @param places how many
 * @param fields labels of the items, or paths of what is no item
 */
public record WithheldSummary(int places, List<String> fields) {
    public WithheldSummary {
        fields = List.copyOf(fields);
    }

    /** What an archive did not keep so far. */
    public static WithheldSummary of(List<WithheldChange> withheld, Templates templates) {
        var fields = new TreeSet<String>();
        var places = 0;
        for (var change : withheld) {
            for (var place : change.places()) {
                places++;
                if (!place.path().isEmpty()) {
                    fields.add(label(templates, place.path()).orElseGet(() -> Paths.pattern(place.path())));
                }
            }
        }
        return new WithheldSummary(places, List.copyOf(fields));
    }

    public boolean isEmpty() {
        return places == 0;
    }

    /** The items in one text. */
    public String names() {
        return String.join("、", fields);
    }

    private static Optional<String> label(Templates templates, String path) {
        return templates.subjects().stream()
                .map((Template template) -> template.field(path))
                .flatMap(Optional::stream)
                .map(Field::label)
                .findFirst();
    }
}
