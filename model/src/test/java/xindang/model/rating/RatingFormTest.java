package xindang.model.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Content;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.json.JsonValue;

/** What a form pack may say, kind by kind. */
final class RatingFormTest {
    private static final String FORM =
            """
            {"id":"t","version":1,"title":"试","type":"household","maximum":"%s","validMonths":12,
             "missing":{"minimum":"1","required":[],"grade":"资料不全"},
             "inputs":{"n":{"path":"head.people"},"list":{"totals":"review.scores","fields":["law"]}},
             "blocks":[{"id":"b","label":"块","maximum":"%s","indicators":[{"id":"i","label":"项","rule":%s}]}],
             "grades":[{"code":"A","from":"50","meaning":"好"},{"code":"B","from":"0","meaning":"差"}]}
            """;

    @Test
    void refusesAFormThatDoesNotAddUp() {
        var steps =
                "{\"kind\":\"steps\",\"input\":\"n\",\"base\":\"0\",\"step\":\"1\",\"deduct\":\"1\",\"maximum\":\"5\",\"text\":\"\"}";

        assertThrows(AppException.class, () -> RatingForms.read(FORM.formatted("6", "5", steps)));
        assertThrows(AppException.class, () -> RatingForms.read(FORM.formatted("5", "6", steps)));
        assertThrows(AppException.class, () -> RatingForms.read(FORM.formatted("5", "5", "{\"kind\":\"guess\"}")));
        assertEquals("试", RatingForms.read(FORM.formatted("5", "5", steps)).title());
    }

    @Test
    void shipsFormsWhoseWeightsAreThoseOfTheGuide() {
        assertEquals(3, Village.FORMS.all().size());
        assertEquals(
                List.of("15", "20", "20", "25", "20"),
                Village.FORM.blocks().stream()
                        .map(block -> Numbers.plain(block.maximum()))
                        .toList());
        assertEquals(
                List.of("AAA", "AA", "A", "BBB", "BB", "B", "CCC", "CC", "C", "D"),
                Village.FORMS.newest("enterprise").orElseThrow().grades().stream()
                        .map(RatingForm.Grade::code)
                        .toList());
    }

    @Test
    void refusesAShippedFormThatWasChangedWithoutANewVersion() {
        var changed = new RatingForms.Shipped("household-1.json", "0".repeat(64));

        var refusal = assertThrows(AppException.class, changed::form);

        assertEquals(ErrorCode.REFUSED, refusal.code());
    }

    @Test
    void deductsForEachStepBegun() {
        var rule = rule(
                "{\"kind\":\"steps\",\"input\":\"n\",\"base\":\"40\",\"step\":\"5\",\"deduct\":\"1\",\"maximum\":\"8\",\"text\":\"\"}");

        assertEquals("8", points(rule, Map.of("n", "40")));
        assertEquals("7", points(rule, Map.of("n", "40.1")));
        assertEquals("7", points(rule, Map.of("n", "45")));
        assertEquals("0", points(rule, Map.of("n", "400")));
        assertEquals(Optional.empty(), rule.fire(scope(Map.of())));
    }

    @Test
    void dropsTheHighestAndTheLowestOfACommittee() {
        var rule = rule("{\"kind\":\"committee\",\"input\":\"list\",\"maximum\":\"20\",\"members\":3,\"text\":\"\"}");

        assertEquals("16", points(rule, Map.of("list", "0,16,20")));
        assertEquals("15.5", points(rule, Map.of("list", "2,15,16,20")));
        assertEquals(Optional.empty(), rule.fire(scope(Map.of("list", "16,17"))));
    }

    @Test
    void takesTheTownWhereTheVillageIsTooSmall() {
        var few = new Averages(
                Village.AT,
                Map.of("n", new Averages.Mean(BigDecimal.TEN, 2)),
                Map.of("n", new Averages.Mean(BigDecimal.ONE, 200)));

        assertEquals(
                BigDecimal.ONE,
                few.of("n", Averages.Scale.VILLAGE, 5).orElseThrow().value());
        assertEquals(
                BigDecimal.TEN,
                few.of("n", Averages.Scale.VILLAGE, 2).orElseThrow().value());
    }

    @Test
    void averagesTheVillageAndTheTownApart() {
        var local = new Averages.Local(Village.AT);
        local.add("230184101205", Map.of("land", "10"), Village.FORM);
        local.add("230184101205", Map.of("land", "20"), Village.FORM);
        local.add("230184101206", Map.of("land", "60"), Village.FORM);
        local.add("230184102206", Map.of("land", "999"), Village.FORM);

        var averages = local.at("230184101205");

        assertEquals(Map.of("land", new Averages.Mean(new BigDecimal("15"), 2)), averages.village());
        assertEquals(Map.of("land", new Averages.Mean(new BigDecimal("30"), 3)), averages.town());
    }

    @Test
    void countsPartsThatAreMissingNeitherWay() {
        var values = Village.guan();
        values.remove("social.pension");

        var line = Village.line(Village.rate(values), "insurance");

        assertEquals("1 / 3 / 4", line.points() + " / " + line.assessed() + " / " + line.maximum());
        assertTrue(Content.of(values).get("social.pension").isEmpty());
    }

    private static Rule rule(String json) {
        return Rules.read(JsonValue.parse(json));
    }

    private static Scope scope(Map<String, String> inputs) {
        return new Scope(inputs, Averages.none(Village.AT), Map.of());
    }

    private static String points(Rule rule, Map<String, String> inputs) {
        return Numbers.plain(rule.fire(scope(inputs)).orElseThrow().points());
    }
}
