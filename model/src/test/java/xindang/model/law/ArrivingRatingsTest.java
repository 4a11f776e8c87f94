package xindang.model.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Content;
import xindang.model.archive.FieldChange;
import xindang.model.archive.Withheld;
import xindang.model.common.Ids;
import xindang.model.keeping.Archives;
import xindang.model.rating.RatingForms;
import xindang.model.rating.Ratings;
import xindang.model.region.Divisions;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.template.Template;
import xindang.model.testing.InMemoryArchiveStore;

/** The system's own records: what the program writes comes in, what only looks like it does not. */
class ArrivingRatingsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-18T02:00:00Z"), ZoneOffset.UTC);
    private static final ShippedTemplates TEMPLATES = ShippedTemplates.load();
    private static final Template RATING = TEMPLATES.get("rating");

    private final InMemoryArchiveStore store = new InMemoryArchiveStore("XD-TEST-01", TEMPLATES, CLOCK);
    private final Ids ids = new Ids(CLOCK, new Random(7));
    private final Archives archives = new Archives(store, TEMPLATES, Divisions.harbin(), ids, CLOCK);

    @Test
    void letsInWhateverTheProgramWrites() {
        var household = begun();
        archives.view(household, "贷前调查", "张敏");
        rated(household);
        var seen = new ArrayList<String>();

        for (var record : List.of(
                household,
                store.about(household, "query", 1).get(0).id(),
                store.about(household, "rating", 1).get(0).id())) {
            var change = store.history(record).get(0);
            var after = Content.EMPTY.with(change.fields());
            assertEquals(
                    List.of(),
                    Gate.arriving(
                            TEMPLATES.find(change.template()),
                            new Arrival(change, Content.EMPTY, after, List.of(), false),
                            CLOCK.instant(),
                            Divisions.harbin()));
            seen.add(change.template().id());
        }

        assertEquals(List.of("household", "query", "rating"), seen);
    }

    @Test
    void refusesARatingThatDoesNotSayWhatItsInputsSay() {
        var rating = rated(begun());
        assertEquals(List.of(), objections(rating));

        assertEquals(List.of("value.type rating.inputs"), objections(rating.with("rating.score", "99.9")));
        assertEquals(List.of("value.type rating.inputs"), objections(rating.with("rating.formDigest", "0".repeat(64))));
        assertEquals(List.of("value.type rating.inputs"), objections(rating.with("rating.grade", "AAAA")));
        assertEquals(List.of("value.type rating.inputs"), objections(rating.with("rating.digest", "")));
        assertEquals(List.of("value.type rating.grade"), objections(rating.with("rating.grade", "优等生一二三四")));
        assertEquals(List.of("value.type rating.at"), objections(rating.with("rating.at", "昨天")));
        assertEquals(List.of("value.type rating.at"), objections(rating.with("rating.at", "2026-11-18T02:00:00.000Z")));
    }

    @Test
    void refusesARatingWithoutInputs() {
        var rating = rated(begun());

        assertEquals(List.of("value.type rating.inputs"), objections(rating.with("rating.inputs", null)));
        assertEquals(
                List.of("value.masked rating.inputs", "value.type rating.inputs"),
                objections(rating.with("rating.inputs", Withheld.of(rating.text("rating.inputs")))),
                "a mark explains nothing");
        assertEquals(
                List.of("value.type rating.inputs"),
                objections(Content.of(Map.of(
                        "rating.subject", new UUID(1, 2).toString(), "rating.grade", "AAA", "rating.score", "100"))));
    }

    @Test
    void refusesInputsOfAnotherShape() {
        var rating = rated(begun());
        var stored = rating.text("rating.inputs");

        assertEquals(List.of(), inputs(rating, stored));
        for (var other : List.of(
                stored.replace("{\"averages", "{\"abc\":\"1\",\"averages"),
                " " + stored,
                stored.replace("\"inputs\":{", "\"inputs\":{\"a\":\"信奉基督教\","),
                stored.replace("\"inputs\":{", "\"inputs\":{\"a\":[\"1\"],"),
                stored.replace("\"on\"", "\"onn\""),
                "[]",
                "{}",
                "[[[[[[[[[\"1\"]]]]]]]]]",
                "{\"a\":1.5}",
                "{\"a\":1")) {
            assertNotEquals(stored, other);
            assertEquals(Set.of("value.type rating.inputs"), Set.copyOf(inputs(rating, other)), other);
        }
        assertEquals(
                List.of("value.long rating.inputs", "value.type rating.inputs"),
                inputs(rating, "[" + "1,".repeat(200_000) + "1]"));
    }

    @Test
    void refusesLongTextsInInputs() {
        var rating = rated(begun());
        var stored = rating.text("rating.inputs");
        var text = stored.replace("\"inputs\":{", "\"inputs\":{\"a\":\"%s\",");
        assertEquals(List.of(), inputs(rating, text.formatted("1".repeat(500))));
        assertEquals(List.of("value.type rating.inputs"), inputs(rating, text.formatted("1".repeat(501))));
    }

    private static List<String> inputs(Content rating, String json) {
        return objections(rating.with("rating.inputs", json));
    }

    private UUID begun() {
        return archives.create(
                        "household",
                        "230113107200",
                        Map.of("head.name", "周海山", "head.number", "230112199001011233"),
                        "张敏")
                .get()
                .changes()
                .get(0)
                .record();
    }

    private Content rated(UUID household) {
        new Ratings(store, TEMPLATES, RatingForms.shipped(), ids, CLOCK).rate(household, "张敏");
        return store.about(household, "rating", 1).get(0).content();
    }

    private static List<String> objections(Content rating) {
        var fields = Content.EMPTY.changesTo(rating).toArray(FieldChange[]::new);
        return Arrivals.of(RATING, fields).into(Content.EMPTY).stream()
                .map(objection -> objection.code() + " " + objection.path())
                .toList();
    }
}
