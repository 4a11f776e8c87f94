package xindang.model.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.json.JsonValue;
import xindang.model.template.Condition;

/** Each mistake of a small form is named with its place; what is just right is no mistake. */
final class FormMistakesTest {
    private static final String BANDS =
            """
            {"kind":"bands","input":"a","bands":[{"below":"1","points":"0","text":"少"},{"from":"1","points":"10","text":"多"}]}
            """
                    .strip();
    private static final String COMMITTEE =
            "{\"kind\":\"committee\",\"input\":\"a\",\"maximum\":\"10\",\"members\":1,\"text\":\"甲分\"}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "version":1 | "version":0 | $.version: versions begin with 1
                    "validMonths":12 | "validMonths":0 | $.validMonths: a rating holds for a month at least
                    "maximum":"40" | "maximum":"41" | $.maximum: the blocks add up to 40
                    "maximum":"10","indicators" | "maximum":"9","indicators" | the indicators add up to 10
                    "minimum":"30" | "minimum":"40.1" | $.missing.minimum: is above the maximum
                    "required":["b"] | "required":["c"] | no indicator c
                    "drafts":"drafts" | "drafts":"draft" | $.missing.drafts: no input draft
                    "limit":"20" | "limit":"0" | a limit is above 0
                    "limit":"5" | "limit":"3.9" | 4 points are above the limit
                    "maximum":"4","members":1,"text":"奖分" | "maximum":"0","members":1,"text":"奖分" | gives no points
                    "members":1,"text":"甲分" | "members":0,"text":"甲分" | a committee has a member at least
                    "step":"0.1" | "step":"0" | a step is above 0
                    "deduct":"0.1" | "deduct":"0" | a deduction is above 0
                    "deduct":"0.1" | "deduct":"30.1" | a deduction above the maximum
                    "label":"轻否决","grade":"B" | "label":"轻否决","grade":"E" | no grade E
                    "label":"轻否决","grade":"B" | "label":"轻否决","grade":"A" | the best grade holds nobody down
                    "grade":"D","when":[{"field":"veto","in":["hard","both"]}] | "grade":"D","when":[] | has no condition
                    {"field":"points.a","below":"5"} | {"field":"points.z","below":"5"} | no input points.z
                    {"field":"points.a","below":"5"} | {"field":"points.a","below":"0"} | cannot fire: points.a
                    {b:one} | {b:one | a bracket does not close
                    {"code":"D","from":"0" | {"code":"D","from":"1" | gap from 0 to 1
                    {"code":"B","from":"60" | {"code":"B","from":"80" | grades go from the best to the worst
                    {"code":"A","from":"80" | {"code":"A","from":"101" | grades go from the best to the worst
                    {"code":"B","from":"60" | {"code":"A","from":"60" | twice A
                    "id":"two" | "id":"one" | twice one
                    "id":"malus" | "id":"bonus" | twice bonus
                    "id":"low" | "id":"dated" | twice dated
                    "id":"m2" | "id":"m1" | two indicators m1
                    "short":"乙" | "Short":"乙" | Short: unknown member
                    "hint":"多做甲" | "hints":"多做甲" | hints: unknown member
                    "years":3} | "years":3},"why":"" | why: unknown member
                    "a":{"path":"t.a"} | "a":{"path":"t.a","by":"x"} | unknown member beside path
                    "a":{"path":"t.a"} | "a":{"average":true} | says nothing of where it comes from
                    "veto":{"path":"t.veto"} | "veto":{"first":["z"]} | no input z before
                    "veto":{"path":"t.veto"} | "veto":{"first":["t.veto","a"]} | -
                    "veto":{"path":"t.veto"} | "veto":{"ratio":["a"]} | needs two inputs
                    "veto":{"path":"t.veto"} | "veto":{"change":["a","b","more"]} | needs two inputs
                    "veto":{"path":"t.veto"} | "veto":{"ratio":["a","b"]} | -
                    "veto":{"path":"t.veto"} | "veto":{"plus":["a"],"minus":["z"]} | no input z before
                    "veto":{"path":"t.veto"} | "veto":{"count":"t.rows","known":["z"]} | no input z before
                    "veto":{"path":"t.veto"} | "veto":{"count":"t.rows","known":["t.z","a"]} | cannot fire: veto
                    "veto":{"path":"t.veto"} | "veto":{"choose":[{"when":[{"field":"z","known":true}],"value":"soft"}]} | no input z before
                    "veto":{"path":"t.veto"} | "veto":{"choose":[{"when":[{"field":"a","known":true}],"value":"soft","x":"y"}]} | x: unknown member
                    "veto":{"path":"t.veto"} | "veto":{"choose":[{"when":[{"field":"a","known":true}],"value":"soft"},{"value":"hard"}]} | -
                    "veto":{"path":"t.veto"} | "veto":{"choose":[{"when":[{"field":"a","known":true}],"value":"soft"},{"value":"x"}]} | cannot fire: veto
                    "veto":{"path":"t.veto"} | "p":{"period":"t.y","by":"n","need":[["v"]]},"veto":{"cell":"t.y.*.v","by":"n","at":"p"} | -
                    "veto":{"path":"t.veto"} | "p":{"period":"t.y","by":"n","need":[["v"]]},"veto":{"cell":"t.z.*.v","by":"n","at":"p"} | is no period of this group
                    "veto":{"path":"t.veto"} | "p":{"period":"t.y","by":"n","need":[["v"]]},"veto":{"cell":"t.y.*.v","by":"m","at":"p"} | is no period of this group
                    "veto":{"path":"t.veto"} | "veto":{"cell":"t.y.*.v","by":"n","at":"a"} | is no period of this group
                    "veto":{"path":"t.veto"} | "veto":{"cell":"t.y.*.v","by":"n","at":"z"} | no input z before
                    """)
    void namesTheMistake(String right, String wrong, String said) {
        if (said.equals("-")) {
            assertEquals(
                    "小表", RatingForms.read(SmallForm.JSON.replace(right, wrong)).title());
        } else {
            assertMistake(SmallForm.JSON.replace(right, wrong), said);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "points":"0" | "points":"-1" | points below 0
                    "below":"1" | "below":"0.5" | gap from 0.5 to 1
                    "below":"1" | "below":"1.5" | overlaps the band 少
                    "below":"1", | ` ` | overlaps the band 少
                    "from":"1","points":"10" | "from":"1","below":"9","points":"10" | gap from 9
                    {"below":"1" | {"from":"-1","below":"1" | gap below -1
                    {"below":"1" | {"from":"1","below":"1" | holds no value
                    """)
    void bandsContainEachValueOnce(String right, String wrong, String said) {
        var form = SmallForm.JSON.replace(COMMITTEE, BANDS);
        assertEquals("小表", RatingForms.read(form).title());
        assertMistake(form.replace(BANDS, BANDS.replace(right, wrong)), said);
    }

    @Test
    void theFirstBandMayBeginAtTheLowestNumberOfItsInput() {
        var counted = SmallForm.JSON
                .replace("\"a\":{\"path\":\"t.a\"}", "\"a\":{\"count\":\"t.rows\"}")
                .replace(COMMITTEE, BANDS.replace("{\"below\":\"1\"", "{\"from\":\"0\",\"below\":\"1\""));
        assertEquals("小表", RatingForms.read(counted).title());
        assertMistake(counted.replace("{\"from\":\"0\"", "{\"from\":\"0.5\""), "gap below 0.5");
    }

    @Test
    void codesAreThoseThatTheInputCanHave() {
        var choose =
                "\"a\":{\"choose\":[{\"when\":[{\"field\":\"z\",\"known\":true}],\"value\":\"x\"},{\"value\":\"y\"}]}";
        var form = SmallForm.JSON
                .replace("\"a\":{\"path\":\"t.a\"}", "\"z\":{\"path\":\"t.z\"}," + choose)
                .replace(
                        COMMITTEE,
                        "{\"kind\":\"codes\",\"input\":\"a\",\"codes\":{\"x\":{\"points\":\"0\",\"text\":\"甲\"},\"y\":{\"points\":\"10\",\"text\":\"乙\"}}}");
        assertEquals("小表", RatingForms.read(form).title());
        assertMistake(form.replace("\"x\":{\"points\"", "\"w\":{\"points\""), "the input is never w");
        assertMistake(form.replace("\"x\":{\"points\"", "\"w\":{\"points\""), "gap: nothing for x");
        assertEquals(
                "小表",
                RatingForms.read(form.replace("\"x\":{\"points\"", "\"*\":{\"points\""))
                        .title());
        assertMistake(form.replace("\"points\":\"0\"", "\"points\":\"-1\""), "points below 0");
        assertMistake(form.replace("\"text\":\"乙\"", "\"text\":\"乙\",\"value\":\"{q}\""), "no input q");
    }

    /** The names of inputs are read in their order; the answer is whether some value meets the conditions. */
    @Test
    void aVetoOfWhichNoValueIsLeftCannotFire() {
        assertEquals(
                List.of(true, false, true, false, true, true, false, true, false),
                List.of(
                        fires("{\"count\":\"t.r\"}", "\"atLeast\":\"1\""),
                        fires("{\"count\":\"t.r\"}", "\"below\":\"0\""),
                        fires("{\"count\":\"t.r\",\"where\":[{\"field\":\"k\",\"known\":true}]}", "\"missing\":true"),
                        fires("{\"count\":\"t.r\"}", "\"missing\":true"),
                        fires("{\"filled\":[\"t.r\"]}", "\"below\":\"2\""),
                        fires("{\"age\":\"t.r\"}", "\"below\":\"18\""),
                        fires("{\"present\":\"t.r\"}", "\"in\":[\"false\"]"),
                        fires("{\"path\":\"t.r\"}", "\"notIn\":[\"x\"]"),
                        fires("{\"filled\":[\"t.r\"]}", "\"below\":\"1\"")));
    }

    private static boolean fires(String input, String test) {
        var veto = "{\"field\":\"v\"," + test + "}";
        var conditions = Condition.list(JsonValue.parse("{\"when\":[" + veto + "]}"), "when");
        return Domain.of(JsonValue.parse(input)).allows(conditions);
    }

    @Test
    void theFormOfARatingIsFoundByItsDigestAndTheNewestCounts() {
        var old = SmallForm.FORM;
        var young = RatingForms.read(SmallForm.JSON.replace("\"version\":1", "\"version\":2"));
        var forms = new RatingForms(List.of(old, young));
        assertEquals(2, forms.newest("household").orElseThrow().version());
        assertEquals(2, forms.find("small").orElseThrow().version());
        assertEquals(1, forms.byDigest(old.digest()).orElseThrow().version());
        assertTrue(forms.newest("enterprise").isEmpty());
        assertTrue(forms.find("large").isEmpty());
        assertTrue(forms.byDigest("").isEmpty());
        assertEquals(Map.of(1, "小表", 2, "小表"), Map.of(old.version(), old.title(), young.version(), young.title()));
    }

    private static void assertMistake(String form, String said) {
        var refusal = assertThrows(AppException.class, () -> RatingForms.read(form));
        assertEquals(ErrorCode.UNREADABLE, refusal.code());
        assertTrue(refusal.toString().contains(said), refusal.toString());
    }
}
