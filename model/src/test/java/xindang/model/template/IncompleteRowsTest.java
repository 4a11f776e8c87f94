package xindang.model.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import xindang.model.archive.Content;
import xindang.model.shipped.ShippedTemplates;

class IncompleteRowsTest {
    private static final Templates TEMPLATES = ShippedTemplates.load();

    /** Every group with a term in every shipped template. */
    static Stream<Template> templates() {
        return Stream.of("household", "practitioner", "enterprise").map(TEMPLATES::get);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void aRowIsADraftUntilItsLastRequiredItemIsFilled(Template template) {
        for (var term : template.terms()) {
            var required = template.field(term.group()).orElseThrow().fields().stream()
                    .filter(Field::required)
                    .toList();
            assertEquals(
                    List.of("kind", "fact"), required.stream().map(Field::id).toList(), template.id());
            var content = Content.of(Map.of(term.group() + ".a.status", "open"));
            for (var field : required) {
                var row = IncompleteRows.of(template, content);
                assertEquals(1, row.size());
                assertEquals(term.group() + ".a." + field.id(), row.get(0).path());
                assertEquals(Content.EMPTY, IncompleteRows.without(template, content));
                content = content.with(term.group() + ".a." + field.id(), "x");
            }
            assertEquals(List.of(), IncompleteRows.of(template, content));
            assertSame(content, IncompleteRows.without(template, content));
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void takesAwayOnlyTheIncompleteRow(Template template) {
        var group = template.terms().get(0).group();
        var complete = Content.of(Map.of(group + ".a.kind", "other", group + ".a.fact", "x"));

        assertEquals(complete, IncompleteRows.without(template, complete.with(group + ".ab.kind", "other")));

        var longer = Content.of(Map.of(group + ".ab.kind", "other", group + ".ab.fact", "x"));
        assertEquals(longer, IncompleteRows.without(template, longer.with(group + ".a.kind", "other")));
    }
}
