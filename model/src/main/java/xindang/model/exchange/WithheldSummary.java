package xindang.model.exchange;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import xindang.model.archive.Paths;
import xindang.model.template.Field;
import xindang.model.template.Template;
import xindang.model.template.Templates;

/**
 * The number of withheld values (依法不收) and their items; never the values.
 *
 * @param places number of values
 * @param fields labels of the items, or the path where there is no item
 */
public record WithheldSummary(int places, List<String> fields) {
    public WithheldSummary {
        fields = List.copyOf(fields);
    }

    /** Summarises all values that an archive has withheld. */
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

    /** Returns the items as one text. */
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
