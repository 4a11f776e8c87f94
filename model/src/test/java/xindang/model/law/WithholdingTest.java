package xindang.model.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import xindang.model.archive.Author;
import xindang.model.archive.Body;
import xindang.model.archive.Change;
import xindang.model.archive.FieldChange;
import xindang.model.archive.TemplateRef;
import xindang.model.archive.Withheld;
import xindang.model.common.Digest;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.template.Template;
import xindang.model.wire.ChangeJson;

class WithholdingTest {
    private static final Template HOUSEHOLD = ShippedTemplates.load().get("household");
    private static final TemplateRef REF = HOUSEHOLD.ref();

    private static Change change(String user, String origin, FieldChange... fields) {
        return new Change(
                Change.FORMAT,
                new UUID(1, 1),
                new UUID(2, 2),
                REF,
                new Body.Fields(List.of(fields), List.of()),
                Author.of(new UUID(5, 1), user),
                Instant.parse("2026-11-23T02:00:00Z"),
                origin,
                "LL-77-7777",
                1,
                Change.GENESIS,
                Optional.empty());
    }

    private static Withholding withheld(FieldChange... fields) {
        return Withholding.of(Gate::arrivingValue, HOUSEHOLD, change("张敏", "screen", fields));
    }

    static Stream<FieldChange> hostile() {
        return Stream.of(
                FieldChange.set("file.note", "血型AB型"),
                FieldChange.set("finance.deposits", "<script>alert(1)</script>"),
                FieldChange.set("file.note", "好".repeat(2_000_000)),
                FieldChange.set("head.birth", "1979-02-31"),
                FieldChange.set("head.birth", "去年"),
                FieldChange.set("file.village", "230184100201x"),
                FieldChange.set("head.sex", "妖"),
                FieldChange.set("head.name", "王\u0000德才"),
                FieldChange.set("head.name", "王德才（糖尿病）"),
                FieldChange.set("head.phone", "javascript:1"),
                FieldChange.set("head.number", "患有艾滋病"));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatIsNoValueOfItsFieldIsReplacedByItsMark(FieldChange hostile) {
        var kept = withheld(hostile, FieldChange.set("head.phone", "13845612378"));

        var value = hostile.after().orElseThrow();
        assertEquals(
                Optional.of(Withheld.of(value)), kept.change().fields().get(0).after());
        assertEquals(hostile.path(), kept.places().get(0).path());
        assertEquals(Digest.of(value), kept.places().get(0).hash());
        assertFalse(ChangeJson.write(kept.change()).contains(value));
        assertFalse(kept.places().toString().contains(value));
    }

    @ParameterizedTest
    @CsvSource({
        "file.note, 家里有三口人",
        "finance.deposits, 67000.00",
        "head.birth, 1979-02",
        "file.village, 230184100201",
        "head.name, 王德才",
        "head.phone, 13845612378"
    })
    void aLawfulChangeComesInAsItIs(String path, String value) {
        var change = change("张敏", "screen", FieldChange.set(path, value));

        assertSame(
                change, Withholding.of(Gate::arrivingValue, HOUSEHOLD, change).change());
    }

    @Test
    void theValueBeforeIsJudgedToo() {
        var kept = withheld(new FieldChange("file.note", Optional.of("血型AB型"), Optional.of("常住")));

        var field = kept.change().fields().get(0);
        assertEquals(Optional.of(Withheld.of("血型AB型")), field.before());
        assertEquals(Optional.of("常住"), field.after());
        assertEquals(1, kept.places().size());
    }

    @Test
    void anotherListOfWordsJudgesOtherwise() {
        var change = change("张敏", "screen", FieldChange.set("file.note", "血型AB型"));

        assertSame(
                change,
                Withholding.of((template, sent, path, value) -> Optional.empty(), HOUSEHOLD, change)
                        .change());
    }

    @Test
    void aNameThatSaysWhatIsForbiddenIsNotKept() {
        var kept = Withholding.of(
                Gate::arrivingValue, HOUSEHOLD, change("张敏（乙肝）", "screen", FieldChange.set("file.note", "常住")));

        assertEquals(Withholding.NAME, kept.change().user());
        assertEquals(Optional.of("常住"), kept.change().fields().get(0).after());
        assertEquals(Withholding.AUTHOR, kept.places().get(0).path());
    }

    @Test
    void aRowWhoseKeySaysWhatIsForbiddenIsLeftOut() {
        var kept = withheld(FieldChange.set("family.members.aizibing.name", "王小明"), FieldChange.set("file.note", "常住"));

        assertEquals(
                List.of("file.note"),
                kept.change().fields().stream().map(FieldChange::path).toList());
        assertFalse(kept.places().toString().contains("aizibing"));
        assertEquals("family.members.*.name", kept.places().get(0).path());
    }

    @Test
    void theReasonOfAnErasureIsJudgedToo() {
        assertEquals(new Body.Erasure("本人要求"), erased("本人要求").change().body());
        var kept = erased("本人患糖尿病");
        assertEquals(new Body.Erasure(Withholding.NAME), kept.change().body());
        assertEquals(
                List.of(new Withholding.Place(Withholding.REASON, Digest.of("本人患糖尿病"), "law.forbidden")),
                kept.places());
    }

    private static Withholding erased(String reason) {
        var fields = change("张敏", "erase");
        return Withholding.of(
                Gate::arrivingValue,
                HOUSEHOLD,
                new Change(
                        Change.FORMAT,
                        fields.id(),
                        fields.record(),
                        REF,
                        new Body.Erasure(reason),
                        fields.by(),
                        fields.at(),
                        "erase",
                        fields.device(),
                        1,
                        Change.GENESIS,
                        Optional.empty()));
    }

    @Test
    void anOriginThatIsNoWordIsNotKept() {
        var kept =
                Withholding.of(Gate::arrivingValue, HOUSEHOLD, change("张敏", "糖尿病", FieldChange.set("file.note", "常住")));
        assertEquals(Withholding.NAME, kept.change().origin());
        assertEquals("origin", kept.places().get(0).path());
        var again = Withholding.of(Gate::arrivingValue, HOUSEHOLD, kept.change());
        assertEquals(List.of(), again.places());
        assertEquals(1, kept.and(again).places().size());
    }

    @Test
    void aPathThatIsNoneIsLeftOut() {
        for (var path : List.of("head", "head name.x", "head.shoe", "a.b.c.d.e", "x" + ".y".repeat(200))) {
            var kept = withheld(FieldChange.set(path, "43"), FieldChange.set("file.note", "常住"));
            assertEquals(1, kept.change().fields().size(), path);
            assertEquals("", kept.places().get(0).path());
            assertEquals(
                    path.equals("head.shoe") ? "field.unknown" : "field.path",
                    kept.places().get(0).code());
        }
    }

    @Test
    void aMarkStaysAMark() {
        var mark = Withheld.of("血型AB型");

        var kept = withheld(FieldChange.set("file.note", mark));

        assertEquals(Optional.of(mark), kept.change().fields().get(0).after());
        assertEquals(List.of(), kept.places());
    }

    @Test
    void anUnknownTemplateStillKnowsForbiddenWords() {
        var none = Template.unknown(new TemplateRef("household", 9));

        var kept = Withholding.of(
                Gate::arrivingValue,
                none,
                change("张敏", "screen", FieldChange.set("new.item", "血型AB型"), FieldChange.set("new.other", "x")));

        assertTrue(Withheld.is(kept.change().fields().get(0).after().orElseThrow()));
        assertEquals(Optional.of("x"), kept.change().fields().get(1).after());
    }

    @Test
    void nobodyCanTypeAMark() {
        var field = HOUSEHOLD.field("head.number").orElseThrow();
        var context = new xindang.model.template.ReadingContext(
                LocalDate.of(2026, 11, 23),
                xindang.model.region.Divisions.harbin(),
                xindang.model.value.DivisionCode.of("230184"),
                "");

        assertFalse(Gate.read(HOUSEHOLD, field, Withheld.of("x"), context).isOk());
        assertTrue(Gate.masked(field, Withheld.of("x")).isPresent());
    }
}
