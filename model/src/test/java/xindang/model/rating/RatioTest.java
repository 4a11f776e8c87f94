package xindang.model.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import xindang.model.json.JsonValue;

/** A number compared with the mean of the village or the town. */
final class RatioTest {
    private static final String RATIO =
            """
            {"kind":"ratio","input":"n","average":"village","atLeast":5,"unit":"10000","unitText":" 万","period":"y",
             "bands":[{"below":"1","points":"1","text":"不到平均"},{"from":"1","points":"3","text":"平均以上"}]}
            """;

    @Test
    void theMeanNeedsEnoughSubjectsAndTheOtherDivisionIsTheSubstitute() {
        assertEquals("3: 6.00 ÷ 5.00 万 = 1.20（2025 年） 本村 5 户平均 5.00 万", fired(RATIO, averages("50000", 5, "90000", 9)));
        assertEquals(
                "1: 6.00 ÷ 9.00 万 = 0.67（2025 年） 本乡镇 9 户平均 9.00 万", fired(RATIO, averages("50000", 4, "90000", 9)));
        var town = RATIO.replace("village", "town");
        assertEquals("1: 6.00 ÷ 9.00 万 = 0.67（2025 年） 本乡镇 5 户平均 9.00 万", fired(town, averages("50000", 5, "90000", 5)));
        assertEquals("3: 6.00 ÷ 5.00 万 = 1.20（2025 年） 本村 5 户平均 5.00 万", fired(town, averages("50000", 5, "90000", 4)));
        assertEquals("当地有资料的只有 4 户，不到 5 户，没有平均数，不计分", fired(RATIO, averages("50000", 3, "90000", 4)));
        assertEquals("当地有资料的只有 0 户，不到 5 户，没有平均数，不计分", fired(RATIO, Averages.none(Village.AT)));
    }

    @Test
    void aMeanThatIsNotAboveZeroComparesNothing() {
        for (var mean : List.of("0", "-1")) {
            assertEquals("本村平均数不大于零，不能比较，不计分", fired(RATIO, averages(mean, 5, "90000", 9)));
        }
        assertEquals("3: 6.00 ÷ 0.00 万 = 600000.00（2025 年） 本村 5 户平均 0.00 万", fired(RATIO, averages("0.1", 5, "1", 1)));
    }

    @Test
    void theRatioIsRoundedHalfUpToTwoDecimalsBeforeItIsCompared() {
        assertEquals("3: 6.00 ÷ 6.03 万 = 1.00（2025 年） 本村 5 户平均 6.03 万", fired(RATIO, averages("60300", 5, "1", 1)));
        assertEquals("1: 6.00 ÷ 6.04 万 = 0.99（2025 年） 本村 5 户平均 6.04 万", fired(RATIO, averages("60400", 5, "1", 1)));
    }

    @Test
    void aNumberOfTenUnitsHasOneDecimal() {
        assertEquals("1: 6.00 ÷ 10.00 万 = 0.60（2025 年） 本村 5 户平均 10.00 万", fired(RATIO, averages("99999", 5, "1", 1)));
        assertEquals("1: 6.00 ÷ 10.0 万 = 0.60（2025 年） 本村 5 户平均 10.0 万", fired(RATIO, averages("100000", 5, "1", 1)));
    }

    @Test
    void theNextStepIsTheNextBand() {
        var rule = Rules.read(JsonValue.parse(RATIO));
        assertEquals(
                Optional.of(new Rule.Better(new BigDecimal("2"), "平均以上")),
                rule.better(scope(averages("90000", 5, "1", 1))));
        assertEquals(Optional.empty(), rule.better(scope(averages("50000", 5, "1", 1))));
        assertEquals(new BigDecimal("3"), rule.maximum());
        assertEquals(2, rule.steps().size());
        var nothing = new Scope(Map.of(), averages("50000", 5, "1", 1), Map.of());
        assertEquals(Optional.empty(), rule.fire(nothing));
        assertEquals(Optional.empty(), rule.whyMissing(nothing), "only the value is missing");
        assertEquals(Optional.empty(), rule.whyMissing(scope(averages("50000", 5, "1", 1))));
    }

    @Test
    void aTextIsFilledInItsFormats() {
        var scope = new Scope(
                Map.of("n", "123456.5", "r", "0.12345", "codes", "a,b"),
                Averages.none(Village.AT),
                Map.of("codes", Map.of("a", "甲")));
        assertEquals(
                Optional.of("12.35 万，12.3%，123456.5 和 123457，甲、b。"),
                scope.fill("{n:wan} 万，{r:percent}，{n:one} 和 {n:whole}，{codes:label}。"));
        assertEquals(Optional.of("123456.5"), scope.fill("{n}"));
        assertEquals(Optional.of("没有空"), scope.fill("没有空"));
        assertEquals(Optional.empty(), scope.fill("{n} {z}"));
        assertEquals(Optional.empty(), scope.fill("{codes:wan}"));
    }

    @Test
    void eachDivisionIsCountedAtItsOwnLevel() {
        var local = new Averages.Local(Village.AT);
        local.add("230184101", Map.of("land", "10"), Village.FORM);
        local.add("230184101205", Map.of("land", "20"), Village.FORM);
        local.add("230184101205", Map.of(), Village.FORM);
        assertEquals(3, local.subjects());
        var mean = new Averages.Mean(new BigDecimal("15"), 2);
        assertEquals(Map.of("land", mean), local.at("230184101205").town());
        assertEquals(Map.of("land", mean), local.at("230184101").town());
        assertEquals(
                Map.of("land", new Averages.Mean(BigDecimal.TEN, 1)),
                local.at("230184101").village());
        assertEquals(Map.of(), local.at("230184102").village());
    }

    private static Averages averages(String village, long villagers, String town, long townspeople) {
        return new Averages(
                Village.AT,
                Map.of("n", new Averages.Mean(new BigDecimal(village), villagers)),
                Map.of("n", new Averages.Mean(new BigDecimal(town), townspeople)));
    }

    private static Scope scope(Averages averages) {
        return new Scope(Map.of("n", "60000", "y", "2025"), averages, Map.of());
    }

    private static String fired(String json, Averages averages) {
        var rule = Rules.read(JsonValue.parse(json));
        var scope = scope(averages);
        return rule.fire(scope)
                .map(fired -> Numbers.plain(fired.points()) + ": " + fired.value() + " " + fired.note())
                .orElseGet(() -> rule.whyMissing(scope).orElse(""));
    }
}
