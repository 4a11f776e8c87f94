package xindang.model.keeping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Conflict;
import xindang.model.archive.Content;
import xindang.model.archive.Draft;
import xindang.model.archive.FieldChange;
import xindang.model.archive.Row;
import xindang.model.common.AppException;
import xindang.model.common.Ids;
import xindang.model.region.Divisions;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.testing.InMemoryArchiveStore;

class ArchivesTest {
    private static final Instant NOON = Instant.parse("2026-11-18T04:00:00Z");
    private static final String VILLAGE = "230113107200";
    private static final String NUMBER = "230112199001011233";
    private static final String USER = "王海燕";
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final ShippedTemplates TEMPLATES = ShippedTemplates.load();

    private final InMemoryArchiveStore store = new InMemoryArchiveStore("XD-TEST-01", TEMPLATES, CLOCK);
    private final Ids ids = new Ids(CLOCK, new Random(7));
    private final Archives archives = new Archives(store, TEMPLATES, Divisions.harbin(), ids, CLOCK);

    @Test
    void sexAndBirthFollowFromTheNumber() {
        var content = content(created(Map.of()));
        assertEquals("1", content.text("head.sex"));
        assertEquals("1990-01-01", content.text("head.birth"));
    }

    @Test
    void aWrongCheckDigitIsRefusedAtItsPathAndNothingIsSaved() {
        var outcome = create(Map.of("head.number", "230112199001011234"));
        assertEquals(List.of("head.number resident.checkdigit"), codes(outcome));
        assertEquals(
                0,
                store.list(xindang.model.archive.RecordFilter.all("household"), first())
                        .total());
    }

    @Test
    void aWrongNumberIsKeptAsWrittenWhenMarkedUnverifiedWithAReason() {
        var outcome = create(Map.of("head.number", "230112199001011234", "head.unverified", "是"));
        assertEquals(List.of("head.unverifiedReason record.unverified.reason"), codes(outcome));

        var kept = create(Map.of(
                "head.number", "230112199001011234", "head.unverified", "是", "head.unverifiedReason", "户口簿号码有误"));
        assertEquals("230112199001011234", content(id(kept)).text("head.number"));
    }

    @Test
    void aRightNumberVerifiesWhoWasKeptUnverified() {
        var id = id(create(Map.of(
                "head.number", "230112199001011234", "head.unverified", "是", "head.unverifiedReason", "户口簿号码有误")));
        assertTrue(archives.edit(id, Map.of("head.phone", "13945112787"), USER).isDone());
        assertEquals("true", content(id).text("head.unverified"));

        assertTrue(archives.edit(id, Map.of("head.number", NUMBER), USER).isDone());
        assertEquals("", content(id).text("head.unverified"));
        assertEquals("", content(id).text("head.unverifiedReason"));
    }

    @Test
    void nameAndNumberAreWantedOnce() {
        var outcome = archives.create("household", VILLAGE, Map.of("head.phone", "13945112786"), USER);
        assertEquals(List.of("head.name record.name.missing", "head.number record.number.missing"), codes(outcome));
    }

    @Test
    void theSameNumberInAnotherArchiveIsRefusedWithWhoHasIt() {
        created(Map.of());
        var outcome = create(Map.of("head.name", "关志国"));
        assertEquals(List.of("head.number record.number.duplicate"), codes(outcome));
        assertEquals("那守田", outcome.violations().get(0).violation().args().get(0));
    }

    @Test
    void incomeIsLockedUntilNoticeAndWrittenConsentAreOnFile() {
        var id = created(Map.of());
        var income = Map.of("income.years.y2025.year", "2025", "income.years.y2025.totalIncome", "67000");
        assertEquals(
                List.of(
                        "income.years.y2025.totalIncome law.consent.missing",
                        "income.years.y2025.year law.consent.missing"),
                codes(archives.edit(id, income, USER)));

        archives.giveConsent(id, Map.of("noticeAt", "2026-11-18", "signedAt", "2026-11-18"), USER);
        assertTrue(archives.edit(id, income, USER).isDone());
        assertEquals("67000.00", content(id).text("income.years.y2025.totalIncome"));
    }

    @Test
    void consentWithoutNoticeOpensNothing() {
        var id = created(Map.of());
        archives.giveConsent(id, Map.of("signedAt", "2026-11-18"), USER);
        assertEquals(
                List.of("finance.deposits law.consent.missing"),
                codes(archives.edit(id, Map.of("finance.deposits", "5万元"), USER)));
    }

    @Test
    void anItemThatEndedLongAgoIsNotTakenWhatOfItIsTyped() {
        var id = created(Map.of());
        var item = Map.of("adverse.items.a1.fact", "贷款逾期", "adverse.items.a1.endsOn", "2020年3月1日");
        var refused = archives.edit(id, item, USER);
        assertEquals(
                List.of("adverse.items.a1.endsOn law.term.over", "adverse.items.a1.fact law.term.over"),
                codes(refused));
        assertEquals(
                List.of("不良记录", "5"), refused.violations().get(0).violation().args());
        assertFalse(content(id).hasBlock("adverse"));

        assertTrue(
                archives.edit(id, Map.of("adverse.items.a1.fact", "贷款逾期", "adverse.items.a1.endsOn", "2024年3月1日"), USER)
                        .isDone());
        assertEquals(
                List.of("adverse.items.a1.endsOn law.term.over"),
                codes(archives.edit(id, Map.of("adverse.items.a1.endsOn", "2020-03-01"), USER)));
        assertEquals("2024-03-01", content(id).text("adverse.items.a1.endsOn"));
    }

    @Test
    void aConflictOverAnItemWhoseTermIsOverBringsItsValueNotBack() {
        var id = created(Map.of());
        var fact = FieldChange.set("adverse.items.a1.fact", "贷款逾期");
        var end = FieldChange.set("adverse.items.a1.endsOn", "2020-03-01");
        arrives(id, List.of(end, fact));
        arrives(
                id,
                List.of(
                        new FieldChange(end.path(), end.after(), Optional.empty()),
                        new FieldChange(fact.path(), fact.after(), Optional.empty())));
        var conflict = new Conflict(
                new UUID(1, 1),
                id,
                fact.path(),
                fact.after(),
                new Conflict.Side(Optional.empty(), USER, "A", NOON, new UUID(2, 2)),
                new Conflict.Side(Optional.of("贷款逾期半年"), "关志国", "B", NOON, new UUID(3, 3)));
        store.raise(conflict);
        assertEquals(
                List.of(fact.path() + " law.term.gone"),
                codes(archives.resolve(conflict.id(), Resolution.OFFERED, USER)));
        assertTrue(archives.resolve(conflict.id(), Resolution.KEPT, USER).isDone());
        assertFalse(content(id).hasBlock("adverse"));
    }

    private void arrives(UUID record, List<FieldChange> fields) {
        var of = store.find(record).orElseThrow();
        store.save(List.of(new Draft(
                new UUID(9, store.history(record).size()),
                record,
                of.template(),
                fields,
                USER,
                NOON,
                "edit",
                List.of())));
    }

    @Test
    void lockedValuesMayAlwaysBeTakenAway() {
        var id = created(Map.of());
        archives.giveConsent(
                id,
                Map.of("kind", "paper", "reference", "批-1", "noticeAt", "2026-11-01", "signedAt", "2026-11-01"),
                USER);
        archives.edit(id, Map.of("finance.deposits", "50000"), USER);
        archives.withdrawConsent(id, Map.of("signedAt", "2026-11-18"), USER);

        assertFalse(archives.edit(id, Map.of("finance.deposits", "60000"), USER).isDone());
        assertTrue(archives.edit(id, Map.of("finance.deposits", ""), USER).isDone());
        assertEquals(Optional.empty(), content(id).get("finance.deposits"));
    }

    @Test
    void aForbiddenItemTypedIntoANoteIsRefused() {
        var id = created(Map.of());
        assertEquals(
                List.of("file.note law.forbidden.text.religion"),
                codes(archives.edit(id, Map.of("file.note", "宗 教 信 仰：无"), USER)));
        assertTrue(archives.edit(id, Map.of("file.note", "玉米有病虫害，已防治"), USER).isDone());
    }

    @Test
    void aForbiddenItemInASentenceIsRefusedAndOneThatCameFromElsewhereStopsNothing() {
        var id = created(Map.of());
        var refused = archives.edit(id, Map.of("file.note", "有糖尿病史"), USER);
        assertEquals(List.of("file.note law.forbidden.text.disease"), codes(refused));
        assertEquals(List.of("糖尿病"), refused.violations().get(0).violation().args());
        assertEquals("", content(id).text("file.note"));
        assertTrue(archives.edit(id, Map.of("file.note", "2025年玉米遭病虫害减产"), USER).isDone());

        var record = store.find(id).orElseThrow();
        var came = new Draft(
                ids.next(),
                id,
                record.template(),
                List.of(new FieldChange("file.note", record.content().get("file.note"), Optional.of("信教"))),
                "别处",
                NOON,
                "exchange",
                List.of());
        store.save(List.of(came));
        assertTrue(archives.edit(id, Map.of("head.phone", "13945112786"), USER).isDone());
        assertTrue(archives.edit(id, Map.of("file.note", ""), USER).isDone());
    }

    @Test
    void childrenUnderFourteenHaveNameAndRelationOnly() {
        var id = created(Map.of());
        var outcome = archives.edit(
                id,
                Map.of(
                        "family.members.m1.name", "那小田",
                        "family.members.m1.relation", "子",
                        "family.members.m1.birth", "2018-05-01"),
                USER);
        assertEquals(List.of("family.members.m1.birth law.child.item"), codes(outcome));
        assertTrue(archives.edit(
                        id,
                        Map.of(
                                "family.members.m1.name", "那小田",
                                "family.members.m1.relation", "子",
                                "family.members.m1.under14", "是"),
                        USER)
                .isDone());
    }

    @Test
    void aWifeWithAManSNumberIsAskedAboutNotRefused() {
        var id = created(Map.of());
        var outcome = archives.edit(
                id,
                Map.of(
                        "family.members.m1.name", "关志国",
                        "family.members.m1.relation", "妻",
                        "family.members.m1.number", "11010519491231002X"),
                USER);
        assertTrue(outcome.isDone());
        assertTrue(
                outcome.warnings().stream().noneMatch(w -> w.violation().code().equals("check.once")));
        var wrong = archives.edit(id, Map.of("family.members.m1.relation", "夫"), USER);
        assertEquals(
                List.of("check.clash"),
                wrong.warnings().stream()
                        .map(w -> w.violation().code())
                        .toList()
                        .subList(0, 1));
    }

    @Test
    void moreWorkersThanPeopleIsAWarning() {
        var outcome = create(Map.of("head.people", "2", "head.workers", "3"));
        assertEquals(
                List.of("head.workers check.part"),
                outcome.warnings().stream()
                        .map(w -> w.path() + " " + w.violation().code())
                        .toList());
    }

    @Test
    void unknownPathsAndUnreadableValuesAreNamed() {
        var id = created(Map.of());
        assertEquals(
                List.of("head.health record.path.unknown", "head.people number.unreadable"),
                codes(archives.edit(id, new TreeMap<>(Map.of("head.health", "好", "head.people", "若干口")), USER)));
    }

    @Test
    void aDraftOfTheProgramIsHeldAgainstTheSameRules() {
        var id = created(Map.of());
        var draft = new Draft(
                ids.next(),
                id,
                TEMPLATES.get("household").ref(),
                List.of(FieldChange.set("finance.deposits", "1.00"), FieldChange.set("head.ethnic", "满族人")),
                USER,
                NOON,
                "sync",
                List.of());
        assertEquals(
                List.of("head.ethnic field.code", "finance.deposits law.consent.missing"),
                codes(archives.save(List.of(draft))));
    }

    @Test
    void movingToAnotherVillageMovesTheRecord() {
        var id = created(Map.of());
        var village = Divisions.harbin()
                .villagesIn(xindang.model.value.DivisionCode.of("230113107"))
                .get(1);
        assertTrue(
                archives.edit(id, Map.of("file.village", village.name()), USER).isDone());
        assertEquals(village.code().padded(), store.find(id).orElseThrow().region());
    }

    @Test
    void viewingNeedsAPurposeAndIsWrittenDown() {
        var id = created(Map.of());
        assertFalse(archives.view(id, " ", USER).isDone());
        assertEquals("那守田", archives.view(id, "信用户评定", USER).get().content().text("head.name"));
        var queries = store.about(id, "query", 10);
        assertEquals(1, queries.size());
        assertEquals("信用户评定", queries.get(0).content().text("query.purpose"));
    }

    @Test
    void aConflictIsDecidedForOneSideOrAThirdValue() {
        var id = created(Map.of());
        var conflict = new Conflict(
                new UUID(1, 1),
                id,
                "head.phone",
                Optional.of("13945112786"),
                new Conflict.Side(Optional.of("13945112786"), USER, "A", NOON, new UUID(2, 2)),
                new Conflict.Side(Optional.of("13804518888"), "关志国", "B", NOON, new UUID(3, 3)));
        store.raise(conflict);
        assertEquals(
                List.of("head.phone phone.length"),
                codes(archives.resolve(conflict.id(), Resolution.typed("1380451"), USER)));

        assertTrue(archives.resolve(conflict.id(), Resolution.OFFERED, USER).isDone());
        assertEquals("13804518888", content(id).text("head.phone"));
        assertEquals(List.of(), store.conflicts());
        assertThrows(AppException.class, () -> archives.resolve(conflict.id(), Resolution.KEPT, USER));
    }

    private UUID clash(
            UUID record, String path, Optional<String> base, Optional<String> kept, Optional<String> offered) {
        var conflict = new Conflict(
                ids.next(),
                record,
                path,
                base,
                new Conflict.Side(kept, USER, "A", NOON, new UUID(2, 2)),
                new Conflict.Side(offered, "关志国", "B", NOON, new UUID(3, 3)));
        store.raise(conflict);
        return conflict.id();
    }

    @Test
    void keepingKeepsWhatTheRecordSaysNowAndChangesNothing() {
        var id = created(Map.of());
        var conflict =
                clash(id, "head.phone", Optional.empty(), Optional.of("13945112786"), Optional.of("13804518888"));
        archives.edit(id, Map.of("head.phone", "13800000036"), USER);

        var decided = archives.resolve(conflict, Resolution.KEPT, USER);

        assertEquals("13800000036", content(id).text("head.phone"));
        assertEquals(List.of(), decided.get().changes().get(0).changed());
        assertEquals(
                List.of(new FieldChange("head.phone", Optional.of("13800000036"), Optional.of("13800000036"))),
                decided.get().changes().get(0).fields());
        assertEquals(List.of(), store.conflicts());
    }

    private static final String MACHINE = "machines.items.h1";

    @Test
    void aWholeRowIsKeptOrDeleted() {
        var row = Map.of(MACHINE + ".name", "四轮拖拉机", MACHINE + ".year", "2024");
        var id = created(row);
        var text = Row.text(Row.values(content(id), MACHINE));
        assertTrue(archives.resolve(clash(id, MACHINE, text, text, Optional.empty()), Resolution.OFFERED, USER)
                .isDone());
        assertFalse(content(id).hasBlock("machines"));

        var offered = text.map(it -> it.replace("2024", "2025"));
        assertTrue(archives.resolve(clash(id, MACHINE, text, Optional.empty(), offered), Resolution.OFFERED, USER)
                .isDone());
        assertEquals("2025", content(id).text(MACHINE + ".year"));
        assertEquals("四轮拖拉机", content(id).text(MACHINE + ".name"));
    }

    @Test
    void aRowThatCameBackMeanwhileGetsOnlyWhatWasChangedInIt() {
        var id = created(Map.of(MACHINE + ".name", "四轮拖拉机", MACHINE + ".year", "2024"));
        var base = Row.text(Row.values(content(id), MACHINE));
        archives.edit(id, Map.of(MACHINE + ".name", "联合收割机"), USER);
        var offered = base.map(it -> it.replace("2024", "2025"));

        archives.resolve(clash(id, MACHINE, base, Optional.empty(), offered), Resolution.OFFERED, USER);

        assertEquals("联合收割机", content(id).text(MACHINE + ".name"));
        assertEquals("2025", content(id).text(MACHINE + ".year"));
    }

    @Test
    void emptyingAValueOfARowNamesOneThatStays() {
        var id = created(Map.of(MACHINE + ".name", "四轮拖拉机", MACHINE + ".year", "2024"));

        var saved = archives.edit(id, Map.of(MACHINE + ".year", ""), USER).get();

        assertEquals(
                List.of(MACHINE + ".year"),
                saved.changes().get(0).changed().stream().map(FieldChange::path).toList());
        assertEquals(2, saved.changes().get(0).fields().size());
    }

    @Test
    void whatIsLockedIsDecidedByNothingButStayingLocked() {
        var id = created(Map.of());
        var conflict = clash(id, "finance.deposits", Optional.of("1.00"), Optional.of("2.00"), Optional.empty());

        for (var blind : List.of(Resolution.OFFERED, Resolution.BASE, Resolution.typed("3"))) {
            assertEquals(
                    List.of("finance.deposits law.consent.missing"), codes(archives.resolve(conflict, blind, USER)));
        }
        assertTrue(archives.resolve(conflict, Resolution.KEPT, USER).isDone());
        assertEquals(List.of(), store.conflicts());
    }

    private UUID created(Map<String, String> more) {
        return id(create(more));
    }

    private Outcome<xindang.model.archive.SaveReceipt> create(Map<String, String> more) {
        var typed = new TreeMap<>(Map.of("head.name", "那守田", "head.number", NUMBER, "head.phone", "13945112786"));
        typed.putAll(more);
        return archives.create("household", VILLAGE, typed, USER);
    }

    private static UUID id(Outcome<xindang.model.archive.SaveReceipt> outcome) {
        return outcome.get().changes().get(0).record();
    }

    private Content content(UUID id) {
        return store.find(id).orElseThrow().content();
    }

    private static xindang.model.archive.RecordFilter.Window first() {
        return xindang.model.archive.RecordFilter.Window.first(10);
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.violations().stream()
                .map(finding -> finding.path() + " " + finding.violation().code())
                .toList();
    }
}
