package xindang.model.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Author;
import xindang.model.archive.Body;
import xindang.model.archive.Change;
import xindang.model.archive.Conflict;
import xindang.model.archive.Content;
import xindang.model.archive.FieldChange;
import xindang.model.archive.Withheld;
import xindang.model.region.Divisions;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.template.Template;

class ArrivingTest {
    private static final ShippedTemplates TEMPLATES = ShippedTemplates.load();
    private static final Template HOUSEHOLD = TEMPLATES.get("household");
    private static final String NUMBER = "230184197503044214";
    private static final Content NAMED = Content.of(Map.of("head.name", "王德才"));
    private static final Content SIGNED = Content.of(Map.of(
            "head.name", "王德才",
            "consents.given.c1.kind", "signed",
            "consents.given.c1.noticeAt", "2026-01-05",
            "consents.given.c1.signedAt", "2026-01-05"));

    @Test
    void letsInWhatAnHonestOfficeSends() {
        assertEquals(
                List.of(),
                set(
                        "head.name",
                        "王德才",
                        "file.village",
                        "230184100201",
                        "file.note",
                        "住在村东头",
                        "head.phone",
                        "13800000000"));
        assertEquals(List.of(), set(SIGNED, "income.years.y1.year", "2025", "income.years.y1.planting", "67000.00"));
    }

    @Test
    void refusesWhatTheFirstHostileDeviceSent() {
        assertEquals(List.of("law.forbidden file.note"), set("file.note", "血型AB型"));
        assertEquals(List.of("value.long file.note"), set("file.note", "好".repeat(2_000_000)));
        assertEquals(List.of("value.type family.members.m1.birth"), set("family.members.m1.birth", "<script>"));
        assertEquals(List.of("value.type land.contracted"), set("land.contracted", "<script>"), "a field of land");
    }

    @Test
    void refusesAnItemThatIsNoneAndARowAsAWhole() {
        assertEquals(List.of("field.unknown head.religion"), set("head.religion", "x"));
        assertEquals(List.of("field.unknown consents.given.x"), set("consents.given.x", "x"));
        assertEquals(List.of("field.unknown consents.given"), set("consents.given", "x"));
        assertEquals(List.of("field.unknown head.phone.x"), set("head.phone.x", "13900000000"));
        assertEquals(
                List.of("field.unknown rating.extra", "value.type rating.inputs"),
                codes(Arrivals.of(TEMPLATES.get("rating"), FieldChange.set("rating.extra", "x"))
                        .into(NAMED)));
    }

    @Test
    void refusesPathsAndKeysThatAreNone() {
        assertEquals(List.of("field.path "), set("head.name.<b>", "x"));
        assertEquals(List.of("field.path "), set("head", "x"));
        assertEquals(List.of("field.path "), set("a.b.c.d.e", "x"));
        assertEquals(List.of("field.path "), set("family.members." + "m".repeat(65) + ".name", "张三丰"));
        assertEquals(List.of("field.key "), set("family.members.jidujiao.name", "张三丰"));
        assertEquals(
                List.of("field.twice "),
                codes(Arrivals.of(HOUSEHOLD, FieldChange.set("head.name", "王德才"), FieldChange.set("head.name", "王德"))
                        .into(NAMED)));
    }

    @Test
    void refusesAChangeAroundItsValues() {
        var change = Arrivals.of(HOUSEHOLD, FieldChange.set("head.name", "王德才"));

        assertEquals(List.of("change.author "), codes(change.by("信奉基督教的张敏").into(NAMED)));
        assertEquals(List.of("change.author "), codes(change.by(" ").into(NAMED)));
        assertEquals(List.of("change.author "), codes(change.by("张".repeat(101)).into(NAMED)));
        assertEquals(List.of("change.author "), codes(change.by("张\n敏").into(NAMED)));
        assertEquals(List.of(), codes(change.by("张".repeat(100)).into(NAMED)));
        assertEquals(List.of("change.origin "), codes(change.from("血型").into(NAMED)));
        assertEquals(
                List.of("change.at "),
                codes(change.savedAt(Instant.parse("1599-12-31T23:59:59Z")).into(NAMED)));
        assertEquals(
                List.of("change.at "),
                codes(change.savedAt(Instant.parse("9999-12-31T00:00:01Z")).into(NAMED)));
        assertEquals(
                List.of(),
                codes(change.savedAt(Instant.parse("1600-01-01T00:00:00Z")).into(NAMED)));
        assertEquals(
                List.of(),
                codes(change.savedAt(Instant.parse("9999-12-31T00:00:00Z")).into(NAMED)));
        assertEquals(
                List.of("change.large "),
                codes(change.deciding(IntStream.range(0, 1001)
                                .mapToObj(n -> new UUID(0, n))
                                .toArray(UUID[]::new))
                        .into(NAMED)));
    }

    @Test
    void refusesARecordWithoutEnd() {
        var values = new TreeMap<String, String>();
        for (var n = 0; n < 20_001; n++) {
            values.put("family.members.m" + n + ".name", "张三丰");
        }
        var full = Content.of(values);

        assertEquals(
                List.of("change.large "),
                codes(Arrivals.of(HOUSEHOLD, FieldChange.set("head.name", "王德才"))
                        .into(full)));
    }

    @Test
    void judgesTheReasonOfAnErasureAndOnlyTheFrameOfWhatIsNewer() {
        assertEquals(List.of(), body(new Body.Erasure("本人申请"), "张敏"));
        assertEquals(List.of("change.reason "), body(new Body.Erasure("本人信奉基督教"), "张敏"));
        assertEquals(List.of(), body(new Body.Newer("{}"), "张敏"));
        assertEquals(List.of("change.author "), body(new Body.Newer("{}"), "基督教徒张敏"));
    }

    @Test
    void judgesAnUnknownTemplateByItsFrameOnly() {
        var change = Arrivals.of(HOUSEHOLD, FieldChange.set("head.religion", "x"));
        var path = Arrivals.of(HOUSEHOLD, FieldChange.set("head.<b>", "x"));

        assertEquals(
                List.of(),
                Gate.arriving(
                        Optional.empty(),
                        new Arrival(change.change(), Content.EMPTY, Content.EMPTY, List.of(), false),
                        Arrivals.NOW,
                        Divisions.harbin()));
        assertEquals(
                List.of(new Objection("field.path", "")),
                Gate.arriving(
                        Optional.empty(),
                        new Arrival(path.change(), Content.EMPTY, Content.EMPTY, List.of(), false),
                        Arrivals.NOW,
                        Divisions.harbin()));
    }

    @Test
    void acceptsTheNameOfItsAuthorWhereANameBelongs() {
        var change = Arrivals.of(HOUSEHOLD, FieldChange.set("file.openedBy", "user1"));

        assertEquals(List.of(), codes(change.by("user1").into(NAMED)));
        assertEquals(List.of("value.type file.openedBy"), codes(change.into(NAMED)));
    }

    @Test
    void acceptsNumbersOfOtherDocumentsAndOfThoseWhoAreMarked() {
        assertEquals(List.of(), set("head.number", NUMBER));
        assertEquals(List.of("value.type head.number"), set("head.number", "230184197503044210"));
        assertEquals(List.of(), set("head.number", "G12345678", "head.idType", "414"));
        assertEquals(List.of("value.type head.number"), set("head.number", "g12345678", "head.idType", "414"));
        assertEquals(List.of(), set("head.number", "抄错的号", "head.unverified", "true"));
        assertEquals(List.of("value.type head.number"), set("head.number", "抄错的号", "head.unverified", "false"));
        assertEquals(List.of("value.type head.number"), set("head.number", "9".repeat(101), "head.unverified", "true"));
        assertEquals(List.of("law.forbidden head.number"), set("head.number", "乙肝患者", "head.unverified", "true"));
        assertEquals(
                List.of("value.masked head.number"),
                set("head.number", "230184********4218", "head.unverified", "true"));
        assertEquals(
                List.of(),
                set(Content.of(Map.of("head.idType", "414")), "head.number", "G12345678"),
                "the record says so");
        assertEquals(List.of("value.type family.members.m1.number"), set("family.members.m1.number", "抄错的号"));
    }

    @Test
    void judgesWhatTheWriterFoundUnlessTheRecordSaysIt() {
        var old = Content.of(Map.of("file.note", "血型AB型"));
        var takesAway = Arrivals.of(HOUSEHOLD, new FieldChange("file.note", Optional.of("血型AB型"), Optional.empty()));

        assertEquals(List.of(), codes(takesAway.into(old)));
        assertEquals(List.of("law.forbidden file.note"), codes(takesAway.into(NAMED)));
        assertEquals(
                List.of("law.forbidden file.note"),
                codes(Arrivals.of(HOUSEHOLD, new FieldChange("file.note", Optional.of("血型AB型"), Optional.of("血型AB型")))
                        .into(old)));
    }

    @Test
    void needsAConsentForWhatNeedsOne() {
        assertEquals(List.of("law.consent.missing income.years.y1.year"), set("income.years.y1.year", "2025"));
        assertEquals(List.of(), set(SIGNED, "income.years.y1.year", "2025"));
        assertEquals(
                List.of("law.consent.missing income.years.y1.year"),
                set(SIGNED.with("consents.given.c1.noticeAt", ""), "income.years.y1.year", "2025"));
        assertEquals(
                List.of(),
                codes(Arrivals.of(
                                HOUSEHOLD,
                                new FieldChange("income.years.y1.year", Optional.of("2025"), Optional.of("2025")))
                        .into(Content.of(Map.of("income.years.y1.year", "2025")))),
                "what stays is not brought");
    }

    @Test
    void judgesAConsentByTheDayOfTheSave() {
        var ended = SIGNED.with("consents.given.c1.until", "2026-06-30");
        var change = Arrivals.of(HOUSEHOLD, FieldChange.set("income.years.y1.year", "2025"));

        assertEquals(
                List.of(),
                codes(change.savedAt(Instant.parse("2026-06-30T10:00:00Z")).into(ended)));
        assertEquals(
                List.of("law.consent.missing income.years.y1.year"),
                codes(change.savedAt(Instant.parse("2026-07-02T10:00:00Z")).into(ended)));
        assertEquals(
                List.of("law.consent.missing income.years.y1.year"),
                codes(change.savedAt(Instant.parse("2024-06-30T10:00:00Z"))
                        .into(SIGNED.with("consents.given.c1.until", "2025-06-30")
                                .with("consents.given.c1.noticeAt", "2024-01-05")
                                .with("consents.given.c1.signedAt", "2024-01-05"))),
                "longer ago than a year");
        assertEquals(
                List.of(),
                codes(change.savedAt(Instant.parse("2005-01-01T00:00:00Z")).into(SIGNED)),
                "a clock that is behind");
    }

    @Test
    void letsInWhatWasSavedBeforeTheWithdrawal() {
        var withdrawn =
                SIGNED.with("consents.given.c2.kind", "withdrawn").with("consents.given.c2.signedAt", "2026-11-20");
        var change = Arrivals.of(HOUSEHOLD, FieldChange.set("income.years.y1.year", "2025"));

        assertEquals(
                List.of(),
                codes(change.savedAt(Instant.parse("2026-11-19T10:00:00Z")).into(withdrawn)));
        assertEquals(
                List.of(),
                codes(change.savedAt(Instant.parse("2026-11-20T10:00:00Z")).into(withdrawn)));
        assertEquals(
                List.of("law.consent.missing income.years.y1.year"),
                codes(change.savedAt(Instant.parse("2026-11-21T10:00:00Z")).into(withdrawn)));
        assertEquals(
                List.of("law.consent.missing income.years.y1.year"),
                codes(change.savedAt(Instant.parse("2026-11-19T10:00:00Z"))
                        .into(withdrawn.with("consents.given.c2.signedAt", ""))),
                "an undated withdrawal closes whatever was given");
        var both = Arrivals.of(
                HOUSEHOLD,
                FieldChange.set("consents.given.c3.kind", "withdrawn"),
                FieldChange.set("consents.given.c3.signedAt", "2026-11-30"),
                FieldChange.set("income.years.y1.year", "2025"));
        assertEquals(List.of("law.consent.missing income.years.y1.year"), codes(both.into(SIGNED)));
    }

    @Test
    void whoKnowsOfAWithdrawalBringsNothingThatItCloses() {
        var withdrawn =
                SIGNED.with("consents.given.c2.kind", "withdrawn").with("consents.given.c2.signedAt", "2026-11-30");
        var knows = Arrivals.of(
                HOUSEHOLD,
                FieldChange.set("consents.given.c2.reason", "不再贷款"),
                FieldChange.set("income.years.y1.year", "2025"));

        assertEquals(List.of("law.consent.missing income.years.y1.year"), codes(knows.into(withdrawn)));
    }

    @Test
    void aClockThatIsAheadEndsNoTerm() {
        var change = Arrivals.of(HOUSEHOLD, FieldChange.set("adverse.items.a1.endsOn", "2022-06-30"));

        assertEquals(
                List.of(),
                codes(change.savedAt(Instant.parse("2029-01-01T00:00:00Z")).into(SIGNED)));
    }

    @Test
    void refusesWhatHadEndedTooLongAgo() {
        var change = Arrivals.of(
                HOUSEHOLD,
                FieldChange.set("adverse.items.a1.endsOn", "2021-06-30"),
                FieldChange.set("adverse.items.a1.fact", "已结清"));

        assertEquals(
                List.of("law.term.over adverse.items.a1.endsOn", "law.term.over adverse.items.a1.fact"),
                codes(change.into(SIGNED)));
        assertEquals(
                List.of(),
                codes(change.savedAt(Instant.parse("2026-06-30T10:00:00Z")).into(SIGNED)));
        assertEquals(
                List.of("law.term.over adverse.items.a1.fact"),
                codes(Arrivals.of(HOUSEHOLD, FieldChange.set("adverse.items.a1.fact", "已结清"))
                        .into(SIGNED.with("adverse.items.a1.endsOn", "2021-06-30"))));
    }

    @Test
    void refusesItemsOfAChild() {
        var child = Content.of(Map.of("family.members.m1.under14", "true"));

        assertEquals(
                List.of("law.child.item family.members.m1.number"),
                set(child, "family.members.m1.number", NUMBER, "family.members.m1.name", "王小明"));
        assertEquals(List.of(), set("family.members.m1.number", NUMBER, "family.members.m1.name", "王小明"));
    }

    @Test
    void aSubjectBeginsWithItsNameAndLosesNeitherNameNorNumber() {
        var named = Content.of(Map.of("head.name", "王德才", "head.number", NUMBER));
        var unnamed = new FieldChange("head.name", Optional.of("王德才"), Optional.empty());
        var unnumbered = new FieldChange("head.number", Optional.of(NUMBER), Optional.empty());

        assertEquals(
                List.of("record.name.missing head.name"),
                codes(Arrivals.of(HOUSEHOLD, FieldChange.set("file.village", "230184101200"))
                        .into(Content.EMPTY)));
        assertEquals(
                List.of("record.name.missing head.name"),
                codes(Arrivals.of(HOUSEHOLD, unnamed).into(named)));
        assertEquals(
                List.of("record.number.missing head.number"),
                codes(Arrivals.of(HOUSEHOLD, unnumbered).into(named)));
        assertEquals(
                List.of(),
                codes(Arrivals.of(HOUSEHOLD, unnumbered, FieldChange.set("head.unverified", "true"))
                        .into(named)));
    }

    @Test
    void acceptsAMarkOnlyWhereTheValueIsThatItStandsFor() {
        var phone = "13904510061";
        var invented = new FieldChange("head.phone", Optional.of(phone), Optional.of(Withheld.of("13904510062")));
        var right = new FieldChange("head.phone", Optional.empty(), Optional.of(Withheld.of(phone)));
        var kept = NAMED.with("head.phone", phone);

        assertEquals(
                List.of("value.masked head.phone"),
                codes(Arrivals.of(HOUSEHOLD, invented).into(kept)));
        assertEquals(
                List.of("value.masked head.phone"),
                codes(Arrivals.of(HOUSEHOLD, right).into(NAMED)));
        assertEquals(List.of(), codes(Arrivals.of(HOUSEHOLD, right).into(kept)));
        assertEquals(
                List.of(),
                Gate.arriving(
                        Optional.of(HOUSEHOLD),
                        new Arrival(
                                Arrivals.of(HOUSEHOLD, invented).change(),
                                kept,
                                kept.with(List.of(invented)),
                                List.of(),
                                true),
                        Arrivals.NOW,
                        Divisions.harbin()),
                "handed over by an office that does not keep the value");
    }

    @Test
    void keepsConsentsAsProofs() {
        var withdrawn =
                SIGNED.with("consents.given.c2.kind", "withdrawn").with("consents.given.c2.signedAt", "2026-11-20");
        var deletes = Arrivals.of(
                HOUSEHOLD,
                new FieldChange("consents.given.c2.kind", Optional.of("withdrawn"), Optional.empty()),
                new FieldChange("consents.given.c2.signedAt", Optional.of("2026-11-20"), Optional.empty()));
        var reopens = Arrivals.of(
                HOUSEHOLD,
                new FieldChange("consents.given.c1.signedAt", Optional.of("2026-01-05"), Optional.of("2026-11-28")));

        assertEquals(
                List.of(
                        "law.consent.rewritten consents.given.c2.kind",
                        "law.consent.rewritten consents.given.c2.signedAt"),
                codes(deletes.into(withdrawn)));
        assertEquals(
                List.of(
                        "law.consent.rewritten consents.given.c2.kind",
                        "law.consent.rewritten consents.given.c2.signedAt"),
                codes(deletes.deciding(new UUID(9, 9)).into(withdrawn)));
        var clash = clash("consents.given.c1.signedAt", "2026-01-05", "2026-11-28");
        assertEquals(List.of("law.consent.rewritten consents.given.c1.signedAt"), codes(reopens.into(withdrawn)));
        assertEquals(
                List.of("law.consent.reopened consents.given.c1.signedAt"),
                codes(reopens.deciding(clash.id()).into(withdrawn, withdrawn.with(reopens.fields()), List.of(clash))));
        assertEquals(
                List.of(),
                codes(reopens.deciding(clash.id()).into(SIGNED, SIGNED.with(reopens.fields()), List.of(clash))),
                "a decision may choose which text of a proof is right");
    }

    @Test
    void aDecisionChangesAProofOnlyWhereAConflictIsAndIntoOneOfItsTexts() {
        var path = "consents.given.c1.signedAt";
        var clash = clash(path, "2026-01-05", "2026-11-28");
        var chooses =
                Arrivals.of(HOUSEHOLD, new FieldChange(path, Optional.of("2026-01-05"), Optional.of("2026-11-28")));
        var invents =
                Arrivals.of(HOUSEHOLD, new FieldChange(path, Optional.of("2026-01-05"), Optional.of("2026-11-27")));
        var beside = Arrivals.of(
                HOUSEHOLD,
                new FieldChange("consents.given.c1.noticeAt", Optional.of("2026-01-05"), Optional.of("2026-01-04")));
        var refused = List.of("law.consent.rewritten " + path);

        assertEquals(refused, codes(chooses.deciding(new UUID(9, 9)).into(SIGNED)), "there is no such conflict");
        assertEquals(refused, codes(into(chooses.deciding(new UUID(9, 9)), clash)), "it names another");
        assertEquals(refused, codes(into(invents.deciding(clash.id()), clash)), "nobody had written that");
        assertEquals(
                List.of("law.consent.rewritten consents.given.c1.noticeAt"),
                codes(into(beside.deciding(clash.id()), clash)),
                "another item");
        assertEquals(List.of(), codes(into(chooses.deciding(clash.id()), clash)));
    }

    @Test
    void whatRewritesAProofBecomesNoSideOfAConflict() {
        var lent = SIGNED.with("consents.given.c1.receiver", "甲银行");
        var unseen = new FieldChange("consents.given.c1.receiver", Optional.of("丙银行"), Optional.of("乙银行"));
        var blind = FieldChange.set("consents.given.c1.receiver", "乙银行");
        var away = new FieldChange("consents.given.c1.signedAt", Optional.of("2025-01-05"), Optional.empty());
        var addition = FieldChange.set("consents.given.c1.signedAt", "2026-01-06");

        for (var field : List.of(unseen, blind, away)) {
            assertEquals(
                    List.of("law.consent.rewritten " + field.path()),
                    codes(Arrivals.of(HOUSEHOLD, field).into(lent, lent)));
        }
        assertEquals(List.of(), codes(Arrivals.of(HOUSEHOLD, addition).into(lent, lent)), "two added the missing day");
    }

    private static List<Objection> into(Arrivals arrives, Conflict open) {
        return arrives.into(SIGNED, SIGNED.with(arrives.fields()), List.of(open));
    }

    private static Conflict clash(String path, String kept, String offered) {
        return new Conflict(
                new UUID(8, 8),
                new UUID(2, 2),
                path,
                Optional.empty(),
                new Conflict.Side(Optional.of(kept), "张敏", "LL-01-a001", Arrivals.NOW, new UUID(1, 7)),
                new Conflict.Side(Optional.of(offered), "李强", "LL-02-b002", Arrivals.NOW, new UUID(1, 8)));
    }

    @Test
    void letsAPersonSignAgain() {
        var withdrawn =
                SIGNED.with("consents.given.c2.kind", "withdrawn").with("consents.given.c2.signedAt", "2026-11-20");

        assertEquals(
                List.of(),
                set(
                        withdrawn,
                        "consents.given.c3.kind",
                        "signed",
                        "consents.given.c3.noticeAt",
                        "2026-11-28",
                        "consents.given.c3.signedAt",
                        "2026-11-28",
                        "income.years.y1.year",
                        "2025"));
    }

    @Test
    void refusesAWithdrawalThatLiesAhead() {
        var ahead = Arrivals.of(
                HOUSEHOLD,
                FieldChange.set("consents.given.c3.kind", "refused"),
                FieldChange.set("consents.given.c3.signedAt", "2026-12-02"));

        assertEquals(List.of("law.consent.future consents.given.c3.signedAt"), codes(ahead.into(NAMED)));
    }

    @Test
    void refusesAConsentThatLiesAhead() {
        var ahead = Arrivals.of(
                HOUSEHOLD,
                FieldChange.set("consents.given.c3.kind", "signed"),
                FieldChange.set("consents.given.c3.noticeAt", "2026-12-02"),
                FieldChange.set("consents.given.c3.signedAt", "2026-12-02"));

        assertEquals(
                List.of(
                        "law.consent.future consents.given.c3.noticeAt",
                        "law.consent.future consents.given.c3.signedAt"),
                codes(ahead.into(NAMED)));
        assertEquals(
                List.of(),
                codes(ahead.savedAt(Arrivals.NOW.plus(Duration.ofDays(2))).into(NAMED)),
                "a clock that is ahead");
    }

    private static List<String> body(Body body, String user) {
        var change = new Change(
                Change.FORMAT + (body instanceof Body.Newer ? 1 : 0),
                new UUID(1, 1),
                new UUID(2, 2),
                HOUSEHOLD.ref(),
                body,
                Author.of(new UUID(3, 3), user),
                Arrivals.NOW,
                "screen",
                "LL-01-a001",
                1,
                Change.GENESIS,
                Optional.empty());
        return codes(Gate.arriving(
                Optional.of(HOUSEHOLD),
                new Arrival(change, Content.EMPTY, Content.EMPTY, List.of(), false),
                Arrivals.NOW,
                Divisions.harbin()));
    }

    private static List<String> set(String... values) {
        return set(NAMED, values);
    }

    private static List<String> set(Content before, String... values) {
        var fields = new FieldChange[values.length / 2];
        for (var n = 0; n < fields.length; n++) {
            fields[n] = FieldChange.set(values[2 * n], values[2 * n + 1]);
        }
        return codes(Arrivals.of(HOUSEHOLD, fields).into(before));
    }

    private static List<String> codes(List<Objection> objections) {
        return objections.stream()
                .map(objection -> objection.code() + " " + objection.path())
                .toList();
    }
}
