package xindang.model.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import xindang.model.common.AppException;
import xindang.model.json.JsonValue;

/** Each kind of rule: its points at the limits of its ranges, its text, its next step and its maximum. */
final class RulesTest {
    private static final String BANDS =
            """
            {"kind":"bands","input":"n","bands":[
              {"below":"10","points":"1","text":"不到 10"},
              {"from":"10","below":"20","points":"4","text":"10 到 20"},
              {"from":"20","points":"2","text":"20 以上"}]}
            """;
    private static final String CODES =
            """
            {"kind":"codes","input":"c","codes":{
              "low":{"points":"0","text":"差"},
              "fair":{"points":"2","text":"中","value":"{n} 分的中"},
              "high":{"points":"3","text":"好"}}}
            """;
    private static final String ANY_CODE =
            """
            {"kind":"each","input":"c","maximum":"5","codes":{
              "a":{"points":"2","text":"省级"},"*":{"points":"0.5","text":"其他"}}}
            """;

    @Test
    void aBandContainsItsLowerLimitAndNotItsUpperLimit() {
        assertEquals("1 of 4: -3, 不到 10", fired(BANDS, Map.of("n", "-3")));
        assertEquals("1 of 4: 9.9999, 不到 10", fired(BANDS, Map.of("n", "9.9999")));
        assertEquals("4 of 4: 10, 10 到 20", fired(BANDS, Map.of("n", "10.00")));
        assertEquals("4 of 4: 19.9999, 10 到 20", fired(BANDS, Map.of("n", "19.9999")));
        assertEquals("2 of 4: 20, 20 以上", fired(BANDS, Map.of("n", "20")));
        assertEquals("", fired(BANDS, Map.of("n", "many")));
        assertEquals("", fired(BANDS, Map.of()));
    }

    @Test
    void theNextBandHasTheFewestAdditionalPoints() {
        assertEquals("+1 20 以上", better(BANDS, Map.of("n", "3")));
        assertEquals("+2 10 到 20", better(BANDS, Map.of("n", "25")));
        assertEquals("", better(BANDS, Map.of("n", "15")));
        assertEquals("", better(BANDS, Map.of()));
        assertEquals(List.of("1 不到 10", "4 10 到 20", "2 20 以上"), steps(BANDS));
        assertThrows(AppException.class, () -> rule("{\"kind\":\"bands\",\"input\":\"n\",\"bands\":[]}"));
    }

    @Test
    void aCodeGivesItsPointsAndACodeOfNoOptionGivesAReason() {
        assertEquals("0 of 3: low, 差", fired(CODES, Map.of("c", "low")));
        assertEquals("2 of 3: 7 分的中, 中", fired(CODES, Map.of("c", "fair", "n", "7")));
        assertEquals("2 of 3: 不好不坏, 中", fired(CODES, Map.of("c", "fair")), "the pattern has no number");
        assertEquals("", fired(CODES, Map.of("c", "other")));
        assertEquals(Optional.of("other：评分表没有这一项的分，不计分"), rule(CODES).whyMissing(scope(Map.of("c", "other"))));
        assertEquals(Optional.empty(), rule(CODES).whyMissing(scope(Map.of("c", "low"))));
        assertEquals(Optional.empty(), rule(CODES).whyMissing(scope(Map.of())));
        assertEquals("+2 中", better(CODES, Map.of("c", "low")));
        assertEquals("+1 好", better(CODES, Map.of("c", "fair")));
        assertEquals("", better(CODES, Map.of("c", "high")));
        assertEquals(List.of("0 差", "2 中", "3 好"), steps(CODES));
    }

    @Test
    void yesAndNoHaveTheirUsualTextsUnlessTheFormHasOthers() {
        var plain = "{\"kind\":\"yesNo\",\"input\":\"c\",\"yes\":\"2\",\"no\":\"0.5\"}";
        assertEquals("2 of 2: 是, 是", fired(plain, Map.of("c", "true")));
        assertEquals("0.5 of 2: 否, 否", fired(plain, Map.of("c", "false")));
        assertEquals("+1.5 是", better(plain, Map.of("c", "false")));
        var named =
                "{\"kind\":\"yesNo\",\"input\":\"c\",\"yes\":\"1\",\"no\":\"0\",\"yesText\":\"参保\",\"noText\":\"未参保\"}";
        assertEquals("1 of 1: 参保, 参保", fired(named, Map.of("c", "true")));
        assertEquals("0 of 1: 未参保, 未参保", fired(named, Map.of("c", "false")));
    }

    @Test
    void eachHonourCountsAndTheSumStopsAtTheMaximum() {
        assertEquals("2 of 5: 省级 1 项, 省级每项 2 分", fired(ANY_CODE, Map.of("c", "a")));
        assertEquals("4 of 5: 省级 2 项, 省级每项 2 分", fired(ANY_CODE, Map.of("c", "a,a")));
        assertEquals("3 of 5: 其他 2 项、省级 1 项, 其他每项 0.5 分，省级每项 2 分", fired(ANY_CODE, Map.of("c", "a,x,y")));
        assertEquals("5 of 5: 省级 3 项, 省级每项 2 分", fired(ANY_CODE, Map.of("c", "a,a,a")));
        assertEquals("", better(ANY_CODE, Map.of("c", "a")));
        assertEquals(List.of("2 省级", "0.5 其他"), steps(ANY_CODE));

        var listed = ANY_CODE.replace("\"*\"", "\"b\"");
        assertEquals("2 of 5: 省级 1 项, 省级每项 2 分", fired(listed, Map.of("c", "x,a")));
        assertEquals("", fired(listed, Map.of("c", "x")), "an honour of no listed level is no honour of this form");
    }

    @Test
    void aStepBegunCostsItsWholeDeductionAndThePointsStopAtZero() {
        var steps =
                """
                {"kind":"steps","input":"n","base":"40","step":"5","deduct":"3","maximum":"8","text":"每 5 岁减 3"}
                """;
        assertEquals("8 of 8: 40, 每 5 岁减 3", fired(steps, Map.of("n", "40")));
        assertEquals("5 of 8: 45, 每 5 岁减 3", fired(steps, Map.of("n", "45")));
        assertEquals("2 of 8: 45.1, 每 5 岁减 3", fired(steps, Map.of("n", "45.1")));
        assertEquals("0 of 8: 51, 每 5 岁减 3", fired(steps, Map.of("n", "51")));
        assertEquals("+3 每 5 岁减 3", better(steps, Map.of("n", "51")));
        assertEquals("", better(steps, Map.of("n", "40")));
        assertEquals("+1 每 5 岁减 3", better(steps.replace("\"3\"", "\"1\""), Map.of("n", "90")));
        assertEquals(List.of("8 每 5 岁减 3"), steps(steps));
    }

    @Test
    void aCommitteeOfThreeDropsTheBestAndTheWorstAndOneOfTwoDropsNone() {
        var rule = "{\"kind\":\"committee\",\"input\":\"c\",\"maximum\":\"20\",\"members\":2,\"text\":\"评议\"}";
        assertEquals("16.5 of 20: 2 人，均 16.5 分, 评议", fired(rule, Map.of("c", "16,17")));
        assertEquals("16 of 20: 3 人，均 16.0 分, 评议", fired(rule, Map.of("c", "20,16,2")));
        assertEquals("17 of 20: 4 人，均 17.0 分, 评议", fired(rule, Map.of("c", "16.9,17,1,20")), "16.95 half up");
        assertEquals("20 of 20: 2 人，均 20 分, 评议", fired(rule, Map.of("c", "24,26")));
        assertEquals("0 of 20: 2 人，均 0 分, 评议", fired(rule, Map.of("c", "-4,-6")));
        assertEquals("", fired(rule, Map.of("c", "16,x")));
        assertEquals("", better(rule, Map.of("c", "16,17")));
        assertEquals(List.of("20 评议"), steps(rule));
    }

    @Test
    void partsAddUpWhatIsKnownAndNameWhatIsNot() {
        var rule = "{\"kind\":\"parts\",\"parts\":[{\"label\":\"面积\",\"rule\":" + BANDS
                + "},{\"label\":\"等级\",\"rule\":" + CODES + "}]}";
        assertEquals("6 of 7: 12，12 分的中, 10 到 20 4 分，中 2 分", fired(rule, Map.of("n", "12", "c", "fair")));
        assertEquals("4 of 4: 12, 10 到 20 4 分，等级没有资料", fired(rule, Map.of("n", "12")));
        assertEquals("4 of 4: 12, 10 到 20 4 分，other：评分表没有这一项的分，不计分", fired(rule, Map.of("n", "12", "c", "other")));
        assertEquals("", fired(rule, Map.of()));
        assertEquals("+2 中", better(rule, Map.of("n", "3", "c", "low")), "the part that gains most");
        assertEquals(new BigDecimal("7"), rule(rule).maximum());
        assertEquals(6, steps(rule).size());
        assertEquals(Optional.of("other：评分表没有这一项的分，不计分"), rule(rule).whyMissing(scope(Map.of("c", "other"))));
    }

    @Test
    void theFirstRuleWithDataCountsOutOfTheGreatestMaximum() {
        var rule = "{\"kind\":\"either\",\"rules\":[" + CODES + "," + BANDS + "]}";
        assertEquals("3 of 4: high, 好", fired(rule, Map.of("n", "12", "c", "high")));
        assertEquals("4 of 4: 12, 10 到 20", fired(rule, Map.of("n", "12")));
        assertEquals("", fired(rule, Map.of()));
        assertEquals("+1 20 以上", better(rule, Map.of("n", "3")));
        assertEquals("", better(rule, Map.of("n", "3", "c", "high")));
        assertEquals("", better(rule, Map.of()));
        assertEquals(6, steps(rule).size());
        assertEquals(Optional.of("other：评分表没有这一项的分，不计分"), rule(rule).whyMissing(scope(Map.of("c", "other"))));
    }

    @Test
    void refusesANumberThatIsNone() {
        var steps =
                "{\"kind\":\"steps\",\"input\":\"n\",\"base\":\"x\",\"step\":\"5\",\"deduct\":\"3\",\"maximum\":\"8\",\"text\":\"\"}";
        assertThrows(AppException.class, () -> rule(steps));
    }

    private static Rule rule(String json) {
        return Rules.read(JsonValue.parse(json));
    }

    private static Scope scope(Map<String, String> inputs) {
        return new Scope(inputs, Averages.none(Village.AT), Map.of("c", Map.of("fair", "不好不坏")));
    }

    private static String fired(String json, Map<String, String> inputs) {
        return rule(json)
                .fire(scope(inputs))
                .map(fired -> Numbers.plain(fired.points()) + " of " + Numbers.plain(fired.assessed()) + ": "
                        + fired.value() + ", " + fired.text() + fired.note())
                .orElse("");
    }

    private static String better(String json, Map<String, String> inputs) {
        return rule(json)
                .better(scope(inputs))
                .map(better -> "+" + Numbers.plain(better.gain()) + " " + better.text())
                .orElse("");
    }

    private static List<String> steps(String json) {
        return rule(json).steps().stream()
                .map(step -> Numbers.plain(step.points()) + " " + step.text())
                .toList();
    }
}
