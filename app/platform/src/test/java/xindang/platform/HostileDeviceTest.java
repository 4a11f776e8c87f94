package xindang.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.archive.Change;
import xindang.model.archive.FieldChange;
import xindang.model.archive.TemplateRef;
import xindang.model.archive.Withheld;
import xindang.model.exchange.Push;
import xindang.model.json.JsonValue;
import xindang.model.testing.RatingFields;
import xindang.model.wire.ExchangeJson;

/** A device that signs as it should and checks nothing: none of what it sends reaches another device. */
class HostileDeviceTest {
    private static final TemplateRef HOUSEHOLD = new TemplateRef("household", 1);
    private static final String MARK = "血型AB型";
    private static final FieldChange[] SIGNED = {
        FieldChange.set("consents.given.c1.kind", "signed"),
        FieldChange.set("consents.given.c1.noticeAt", "2026-11-01"),
        FieldChange.set("consents.given.c1.signedAt", "2026-11-01")
    };

    @TempDir
    Path data;

    private final SetClock clock = new SetClock();
    private Platform platform;
    private RawDevice hostile;
    private RawDevice other;

    @BeforeEach
    void start() {
        platform = Platform.start(Platform.Config.local(0, data, PlatformContract.TEMPLATES, clock));
        hostile = device("LL-66-ffff");
        other = device("LL-02-b002");
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    private RawDevice device(String name) {
        return RawDevice.enrolled(platform, name, PlatformContract.TOWN, clock);
    }

    @Test
    void setsEachHostileValueAsideByItsCodeAndItemAndRepeatsNone() {
        var sent = new LinkedHashMap<FieldChange, String>();
        sent.put(FieldChange.set("file.note", MARK), "law.forbidden file.note");
        sent.put(FieldChange.set("file.note", "好".repeat(300_000)), "value.long file.note");
        sent.put(FieldChange.set("finance.loanBalance", "<script>alert(1)</script>"), "value.type finance.loanBalance");
        sent.put(FieldChange.set("head.birth", "二〇二六年十三月"), "value.type head.birth");
        sent.put(FieldChange.set("head.phone", "139****0000"), "value.masked head.phone");
        sent.put(FieldChange.set("head.ethnic", "<b>"), "value.type head.ethnic");
        sent.put(FieldChange.set("head.number", "230184197503044219"), "value.type head.number");
        sent.put(FieldChange.set("finance.deposits", "87654.32"), "law.consent.missing finance.deposits");
        sent.put(FieldChange.set("adverse.items.a1.endsOn", "2019-04-17"), "law.term.over adverse.items.a1.endsOn");
        sent.put(FieldChange.set("family.members.jidujiao.name", "张三丰"), "field.key ");
        sent.put(FieldChange.set("consents.given.x", MARK), "field.unknown consents.given.x");
        sent.put(new FieldChange("file.note", Optional.of(MARK), Optional.of("住在村东头")), "law.forbidden file.note");
        var begun = hostile.household("王德才");
        hostile.push(begun);

        sent.forEach((field, said) -> {
            var answer = hostile.push(hostile.change(begun.record(), RawDevice.VILLAGE, field));
            assertEquals(said, reason(answer.body()));
            assertFalse(answer.body().contains(value(field)), answer.body());
        });

        var pulled = other.pull("").body();
        assertEquals(1, JsonValue.parse(pulled).list("changes").size());
        sent.keySet().forEach(field -> assertFalse(pulled.contains(value(field))));
    }

    private static String value(FieldChange field) {
        return field.before().or(field::after).orElseThrow();
    }

    @Test
    void setsAsideWhatIsWrongAroundTheValues() {
        var at = clock.instant();
        var name = FieldChange.set("head.name", "王德才");
        assertEquals("change.author ", pushed(MARK, "screen", at, name));
        assertEquals("change.author ", pushed("张".repeat(5000), "screen", at, name));
        assertEquals("change.origin ", pushed("张敏", MARK, at, name));
        assertEquals("change.at ", pushed("张敏", "screen", Instant.parse("1599-12-31T23:59:59Z"), name));
        assertEquals("change.at ", pushed("张敏", "screen", Instant.parse("9999-12-31T00:00:01Z"), name));

        assertEquals(0, JsonValue.parse(other.pull("").body()).list("changes").size());
    }

    private String pushed(String user, String origin, Instant at, FieldChange... fields) {
        return reason(
                hostile.push(hostile.change(UUID.randomUUID(), HOUSEHOLD, RawDevice.VILLAGE, user, origin, at, fields))
                        .body());
    }

    @Test
    void setsAsideRatingsQueriesAndReportsThatTheProgramDidNotWrite() {
        var subject = hostile.household("王德才");
        hostile.push(subject);
        var about = subject.record().toString();
        var inputs = "{\"grade\":\"AAA\"}";
        var sent = Map.of(
                FieldChange.set("rating.grade", MARK), "law.forbidden rating.grade",
                FieldChange.set("rating.inputs", inputs), "value.type rating.inputs",
                FieldChange.set("rating.inputs", "[".repeat(3000)), "value.type rating.inputs",
                FieldChange.set("rating.form", MARK), "law.forbidden rating.form",
                FieldChange.set("rating.extra", MARK), "field.unknown rating.extra",
                FieldChange.set("query.purpose", MARK), "law.forbidden query.purpose",
                FieldChange.set("query.at", MARK), "law.forbidden query.at",
                FieldChange.set("report.digest", "<script>"), "value.type report.digest",
                FieldChange.set("report.number", "<script>"), "value.type report.number",
                FieldChange.set("report.issuer", MARK), "law.forbidden report.issuer");

        sent.forEach((field, said) -> {
            var type = field.path().substring(0, field.path().indexOf('.'));
            var answer = hostile.push(hostile.change(
                    UUID.randomUUID(), new TemplateRef(type, 1), "", FieldChange.set(type + ".subject", about), field));
            assertEquals(said, reason(answer.body()));
        });

        assertEquals(1, JsonValue.parse(other.pull("").body()).list("changes").size());
    }

    @Test
    void setsAsideARatingThatItsInputsDoNotGive() {
        var subject = hostile.household("王德才");
        hostile.push(subject);
        var inputs = RatingFields.inputs();
        var json = JsonValue.parse(inputs);
        var better = inputs.replace("\"score\":\"" + json.text("score") + "\"", "\"score\":\"100\"")
                .replace("\"grade\":\"" + json.text("grade") + "\"", "\"grade\":\"AAA\"");

        assertNotEquals(inputs, better);
        assertEquals(
                "value.type rating.inputs",
                reason(hostile.push(rating(subject.record(), better)).body()));
        assertEquals(List.of("applied"), RawDevice.verdicts(hostile.push(rating(subject.record(), inputs))));
        assertFalse(other.pull("").body().contains("AAA"));
    }

    private Change rating(UUID subject, String inputs) {
        return hostile.change(
                UUID.randomUUID(),
                new TemplateRef("rating", 1),
                "",
                RatingFields.of(subject, inputs).toArray(FieldChange[]::new));
    }

    @Test
    void judgesAChangeThatWaitedWhenItIsReleased() {
        var record = UUID.randomUUID();
        var begins = other.change(record, RawDevice.VILLAGE, with(FieldChange.set("head.name", "王德才"), SIGNED));
        var bad = hostile.change(
                record,
                RawDevice.VILLAGE,
                new FieldChange("finance.loanBalance", Optional.of("1.00"), Optional.of("<script>")));
        var good = hostile.change(
                record,
                RawDevice.VILLAGE,
                new FieldChange("finance.deposits", Optional.of("1.00"), Optional.of("87654.32")));

        assertEquals(List.of("deferred", "deferred"), RawDevice.verdicts(hostile.push(bad, good)));
        assertEquals(
                new Push.Waiting(
                        1, bad.id(), record, new Push.Reason("record.unknown", "", Texts.ofReason("record.unknown"))),
                pending(hostile).waiting().get(1));
        assertEquals(List.of(), pending(other).waiting(), "each device hears of its own");
        other.push(begins);

        var pulled = other.pull("").body();
        assertFalse(pulled.contains("<script>"), pulled);
        var changes = JsonValue.parse(pulled).list("changes");
        assertEquals(2, changes.size());
        assertEquals(good.id().toString(), changes.get(1).at("change").text("id"), "its consent lay in the beginning");
        assertEquals(
                List.of(new Push.Late(
                        2,
                        1,
                        Optional.of(bad.id()),
                        new Push.Reason("value.type", "finance.loanBalance", Texts.ofReason("value.type")))),
                pending(hostile).setAside());
        assertEquals(List.of(), pending(hostile).waiting());
        var own = JsonValue.parse(hostile.pull("").body()).list("changes");
        assertEquals(
                List.of("applied", "quarantined", "conflict"),
                own.stream().map(change -> change.text("verdict")).toList());
    }

    @Test
    void aChangeThatWaitsReachesNoRecordOfAnotherRegionOrKind() {
        var stranger = RawDevice.enrolled(platform, "LL-77-eeee", "230184101", clock);
        var record = UUID.randomUUID();
        var kind = UUID.randomUUID();
        var reaches = stranger.change(
                record,
                "230184101201",
                new FieldChange("head.phone", Optional.of("13800000000"), Optional.of("13911111111")));
        var asQuery = hostile.change(
                kind,
                new TemplateRef("query", 1),
                "",
                new FieldChange("query.purpose", Optional.of("贷前调查"), Optional.of("贷后管理")));

        assertEquals(List.of("deferred"), RawDevice.verdicts(stranger.push(reaches)));
        assertEquals(List.of("deferred"), RawDevice.verdicts(hostile.push(asQuery)));
        other.push(
                other.change(
                        record,
                        RawDevice.VILLAGE,
                        FieldChange.set("head.name", "王德才"),
                        FieldChange.set("head.phone", "13800000000")),
                other.change(kind, RawDevice.VILLAGE, FieldChange.set("head.name", "李桂芝")));

        assertEquals(2, JsonValue.parse(other.pull("").body()).list("changes").size());
        assertEquals(
                "change.region", pending(stranger).setAside().get(0).reason().code());
        assertEquals(
                "change.template", pending(hostile).setAside().get(0).reason().code());
    }

    @Test
    void takesNothingFromOthersThatItWouldNotTakeFromTheirMaker() {
        var maker = new RawDevice(platform, "LL-03-c003", clock);
        var bad = maker.change(UUID.randomUUID(), RawDevice.VILLAGE, FieldChange.set("file.note", MARK));
        var good = maker.household("李桂芝");

        assertEquals("{\"accepted\":1}", hostile.handover(bad, good).body());
        var pulled = other.pull("").body();

        assertFalse(pulled.contains(MARK), pulled);
        assertEquals(1, JsonValue.parse(pulled).list("changes").size());
        maker.join(maker.enrol(platform.code(PlatformContract.TOWN), PlatformContract.TOWN)
                .body());
        assertEquals(List.of("quarantined", "duplicate"), RawDevice.verdicts(maker.push(bad, good)));
    }

    @Test
    void handsOverNothingInTheNameOfAnotherWhileNothingIsLost() {
        var maker = device("LL-03-c003");
        var begun = maker.household("李桂芝");
        maker.push(begun);
        var forged = maker.change(begun.record(), RawDevice.VILLAGE, FieldChange.set("head.phone", "13800000009"));
        var right = JsonValue.parse(hostile.pull("").body()).text("cursor");
        var digit = right.endsWith("0") ? "1" : "0";
        var otherSeal = right.substring(0, right.length() - 1) + digit;

        for (var cursor : List.of("", right, "7" + right, "9-0123456789abcdef", otherSeal, "x")) {
            assertEquals("{\"accepted\":0}", hostile.handoverAt(cursor, forged).body(), cursor);
        }
        assertEquals(1, JsonValue.parse(other.pull("").body()).list("changes").size());
        var own = hostile.household("王德才");
        assertEquals("{\"accepted\":1}", hostile.handover(own).body(), "what it made itself");
    }

    @Test
    void doesNotLoseAWithdrawalBehindWhatWasSavedBeforeIt() {
        var record = UUID.randomUUID();
        hostile.push(hostile.change(record, RawDevice.VILLAGE, with(FieldChange.set("head.name", "王德才"), SIGNED)));
        // saved under the consent, not sent yet
        var saved = hostile.change(record, RawDevice.VILLAGE, FieldChange.set("finance.deposits", "87654.32"));
        other.push(other.change(record, RawDevice.VILLAGE, withdrawal("c2", "2026-11-23")));
        var withdraws = hostile.change(record, RawDevice.VILLAGE, withdrawal("c3", "2026-11-23"));
        var after = hostile.change(record, RawDevice.VILLAGE, FieldChange.set("house.houses.h1.value", "1.00"));
        var late = hostile.change(
                record,
                HOUSEHOLD,
                RawDevice.VILLAGE,
                "张敏",
                "screen",
                clock.instant().plus(Duration.ofDays(3)),
                FieldChange.set("finance.deposits", "1.00"));

        var answer = hostile.push(saved, withdraws, after, late);

        assertEquals(List.of("applied", "applied", "applied", "quarantined"), RawDevice.verdicts(answer));
    }

    @Test
    void emptiesNoRecordAndMakesNoneWithoutAName() {
        var begun = other.household("王德才");
        other.push(begun);
        var phone = FieldChange.set("head.phone", "13800000001");
        other.push(other.change(begun.record(), RawDevice.VILLAGE, phone));
        var sent = new LinkedHashMap<FieldChange, String>();
        sent.put(new FieldChange("head.name", Optional.of("王德才"), Optional.empty()), "record.name.missing head.name");
        sent.put(
                new FieldChange("head.name", Optional.of("王德才"), Optional.of(Withheld.of("李四"))),
                "value.masked head.name");
        sent.put(
                new FieldChange("head.phone", phone.after(), Optional.of(Withheld.of("13800000002"))),
                "value.masked head.phone");

        sent.forEach((field, said) -> assertEquals(
                said,
                reason(hostile.push(hostile.change(begun.record(), RawDevice.VILLAGE, field))
                        .body())));
        assertEquals(
                "record.name.missing head.name",
                reason(hostile.push(hostile.change(UUID.randomUUID(), RawDevice.VILLAGE, phone))
                        .body()));
        assertEquals(
                "change.region file.village",
                reason(hostile.push(hostile.move(begun.record(), RawDevice.VILLAGE, "230100000000"))
                        .body()));
        assertEquals(2, JsonValue.parse(other.pull("").body()).list("changes").size());
    }

    @Test
    void noDecisionReopensWhatAPersonClosed() {
        var record = UUID.randomUUID();
        hostile.push(hostile.change(record, RawDevice.VILLAGE, with(FieldChange.set("head.name", "王德才"), SIGNED)));
        other.push(other.change(record, RawDevice.VILLAGE, withdrawal("c2", "2026-11-20")));
        var reopens = new FieldChange("consents.given.c2.kind", Optional.of("withdrawn"), Optional.of("signed"));

        assertEquals(
                "law.consent.rewritten consents.given.c2.kind",
                reason(hostile.push(hostile.change(record, RawDevice.VILLAGE, reopens))
                        .body()));
        assertEquals(
                "law.consent.rewritten consents.given.c2.kind",
                reason(hostile.push(hostile.deciding(record, UUID.randomUUID(), reopens))
                        .body()));
    }

    @Test
    void noDecisionRewritesAProofOverWhichNobodyClashes() {
        var record = UUID.randomUUID();
        var receiver = "consents.given.c1.receiver";
        other.push(other.change(
                record,
                RawDevice.VILLAGE,
                with(FieldChange.set("head.name", "王德才"), with(FieldChange.set(receiver, "甲银行"), SIGNED))));
        other.push(other.change(record, RawDevice.VILLAGE, FieldChange.set("head.phone", "13800000001")));
        var rewrites = new FieldChange(receiver, Optional.of("甲银行"), Optional.of("乙银行"));
        var prepares = new FieldChange(receiver, Optional.of("丙银行"), Optional.of("乙银行"));
        var refused = "law.consent.rewritten " + receiver;

        assertEquals(
                refused,
                reason(hostile.push(hostile.deciding(record, UUID.randomUUID(), rewrites))
                        .body()));
        assertEquals(
                refused,
                reason(hostile.push(hostile.change(record, RawDevice.VILLAGE, prepares))
                        .body()));

        var clashes = hostile.push(hostile.change(
                record,
                RawDevice.VILLAGE,
                new FieldChange("head.phone", Optional.of("13800000009"), Optional.of("13800000002"))));
        var open = UUID.fromString(JsonValue.parse(clashes.body())
                .list("outcomes")
                .get(0)
                .texts("conflicts")
                .get(0));
        assertEquals(
                refused,
                reason(hostile.push(hostile.deciding(record, open, rewrites)).body()),
                "about the phone");
        assertEquals(
                List.of("applied"),
                RawDevice.verdicts(hostile.push(hostile.deciding(
                        record,
                        open,
                        new FieldChange("head.phone", Optional.of("13800000001"), Optional.of("13800000002"))))));
        assertFalse(other.pull("").body().contains("乙银行"));
    }

    private static Push.Pending pending(RawDevice device) {
        return ExchangeJson.pending(
                JsonValue.parse(device.get("/device/pending").body()));
    }

    private static FieldChange[] withdrawal(String row, String day) {
        return new FieldChange[] {
            FieldChange.set("consents.given." + row + ".kind", "withdrawn"),
            FieldChange.set("consents.given." + row + ".signedAt", day)
        };
    }

    private static FieldChange[] with(FieldChange first, FieldChange... more) {
        var all = new ArrayList<FieldChange>();
        all.add(first);
        all.addAll(List.of(more));
        return all.toArray(FieldChange[]::new);
    }

    private static String reason(String answer) {
        var outcome = JsonValue.parse(answer).list("outcomes").get(0);
        return outcome.has("reason")
                ? outcome.at("reason").text("code") + " " + outcome.at("reason").text("field")
                : outcome.text("verdict") + " " + outcome.text("change");
    }
}
