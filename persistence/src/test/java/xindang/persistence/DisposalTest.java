package xindang.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xindang.model.testing.ExchangeStoreContract.pulled;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.Change;
import xindang.model.archive.Content;
import xindang.model.archive.Draft;
import xindang.model.archive.FieldChange;
import xindang.model.archive.RecordFilter;
import xindang.model.archive.TemplateRef;
import xindang.model.archive.Undone;
import xindang.model.exchange.ExchangeStore;
import xindang.model.exchange.Verdict;
import xindang.model.law.Gate;
import xindang.model.law.SureDay;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.template.Templates;
import xindang.model.testing.ArchiveStoreContract;
import xindang.persistence.disk.ArchiveFinding;
import xindang.persistence.keys.Argon2;

/** Rows whose term is over are gone at the first opening after it, from this archive and from the other offices'. */
class DisposalTest {
    private static final String PASSWORD = "密码密码密码密码";
    private static final String LAST_DAY = "2025-03-01";
    private static final String DAY_AFTER = "2025-03-02";
    private static final String ROW = "adverse.items.a1.";
    private static final Map<String, String> VALUES = Map.of(
            "head.name",
            "那守田",
            "head.number",
            "230112199001011233",
            ROW + "kind",
            "overdue",
            ROW + "fact",
            "贷款逾期四个月",
            ROW + "endsOn",
            "2020-03-01",
            "adverse.items.a2.fact",
            "联保代偿未清");

    @TempDir
    Path folder;

    private final Village village = new Village(7);
    private final UUID record = village.id();

    @BeforeEach
    void create() {
        make("office").close();
        try (var workspace = open("office", LAST_DAY)) {
            workspace.archives().save(List.of(draft(record, VALUES)));
        }
    }

    @Test
    void aRowIsGoneTheDayAfterItsTermAndNotBefore() throws Exception {
        try (var workspace = open("office", LAST_DAY)) {
            assertEquals(Content.of(VALUES), content(workspace));
        }
        try (var workspace = open("office", DAY_AFTER)) {
            assertEquals(List.of("adverse.items.a2.fact"), adverse(workspace));
            assertEquals("那守田", content(workspace).text("head.name"));
            var history = workspace.archives().history(record);
            assertEquals(2, history.size());
            assertEquals("retention", history.get(1).origin());
            assertEquals("王海燕", history.get(1).user());
            assertEquals(3, history.get(1).fields().size());
            assertEquals(List.of(), workspace.check());
        }
        var before = dump();
        open("office", DAY_AFTER).close();
        assertEquals(before, dump());
        Files.delete(folder.resolve("office/archive.mv.db"));
        open("office", DAY_AFTER).close();
        assertEquals(before, dump());
    }

    @Test
    void theTermOfARecordWhoseImportWasUndoneRunsOnAndItStaysHidden() throws Exception {
        try (var workspace = open("office", LAST_DAY)) {
            var mark = Undone.mark(Content.of(VALUES));
            workspace.archives().save(List.of(draft(record, Map.of(Undone.PATH, mark))));
            assertEquals(List.of(), workspace.archives().counts("household", ""));
        }
        try (var workspace = open("office", DAY_AFTER)) {
            assertEquals(List.of("adverse.items.a2.fact"), adverse(workspace));
            assertTrue(workspace.archives().find(record).orElseThrow().isUndone());
            assertEquals(List.of(), workspace.archives().counts("household", ""));
            assertEquals(List.of(), workspace.check());
        }
        var before = dump();
        Files.delete(folder.resolve("office/archive.mv.db"));
        open("office", DAY_AFTER).close();
        assertEquals(before, dump());
    }

    @Test
    void aClockThatIsAheadOfWhatIsSureDeletesNothing() throws Exception {
        for (var day : List.of("2025-04-02", "2027-03-01", "2031-06-01")) {
            try (var workspace = open("office", day)) {
                assertEquals(
                        List.of(ArchiveFinding.of("clock.ahead", ArchiveFinding.Severity.NOTE, day, "1")),
                        workspace.findings(),
                        day);
                workspace.archives().save(List.of(village.named("夏日")));
            }
            // what was saved under that clock makes it no surer
            open("office", day).close();
        }
        try (var workspace = open("office", LAST_DAY)) {
            assertEquals(Content.of(VALUES), content(workspace));
            assertEquals(List.of(), workspace.findings());
        }
    }

    @Test
    void whatIsSureIsDeletedUnderAClockThatIsAhead() {
        try (var workspace = open("office", LAST_DAY)) {
            workspace.exchange().setting(SureDay.SIGNED, DAY_AFTER + "T00:00:00Z");
        }
        try (var workspace = open("office", "2031-06-01")) {
            assertEquals(List.of("adverse.items.a2.fact"), adverse(workspace));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2031-06-01", "1980-01-01"})
    void aClockThatStaysWrongIsPutRightByTheLastExchange(String wrong) throws Exception {
        try (var workspace = open("office", LAST_DAY)) {
            workspace
                    .exchange()
                    .setting(
                            SureDay.SIGNED,
                            Gate.signedTime(
                                    Instant.parse(LAST_DAY + "T00:00:00Z"), Instant.parse(wrong + "T00:00:00Z")));
        }
        try (var workspace = open("office", wrong)) {
            assertEquals(Content.of(VALUES), content(workspace));
            assertEquals(List.of(), workspace.findings());
        }
        Files.delete(folder.resolve("office/archive.mv.db"));
        var later = LocalDate.parse(wrong).plusDays(10).toString();
        try (var workspace = open("office", later)) {
            var clock = Clock.fixed(Instant.parse(later + "T11:00:00Z"), ZoneOffset.UTC);
            var day = Gate.day(clock, workspace.archives());
            assertTrue(day.isSure());
            assertEquals(LocalDate.parse(LAST_DAY).plusDays(10), day.clock());
            assertEquals(
                    Instant.parse(day.clock() + "T11:00:00Z"),
                    Gate.clock(clock, workspace.archives()).instant());
        }
    }

    @Test
    void aSignedTimeMakesTheDaySureAlsoAnEarlierOne() throws Exception {
        try (var workspace = open("office", LAST_DAY)) {
            workspace.exchange().setting(SureDay.SIGNED, "2025-01-01T00:00:00Z");
        }
        try (var workspace = open("office", DAY_AFTER)) {
            assertEquals(Content.of(VALUES), content(workspace));
            workspace.exchange().setting(SureDay.SIGNED, DAY_AFTER + "T00:00:00Z");
        }
        try (var workspace = open("office", DAY_AFTER)) {
            assertEquals(List.of("adverse.items.a2.fact"), adverse(workspace));
        }
        var before = dump();
        Files.delete(folder.resolve("office/archive.mv.db"));
        open("office", DAY_AFTER).close();
        assertEquals(before, dump());
    }

    @Test
    void aPersonWhoConfirmsTheDayMakesItSure() {
        try (var workspace = open("office", "2027-03-01")) {
            workspace.confirmDay();
            assertEquals(List.of("adverse.items.a2.fact"), adverse(workspace));
            assertEquals(List.of(), workspace.findings());
        }
    }

    @Test
    void aClockThatIsBehindCountsAsTheLastSureDay() {
        try (var workspace = open("office", LAST_DAY)) {
            workspace.exchange().setting(SureDay.SIGNED, DAY_AFTER + "T00:00:00Z");
        }
        try (var workspace = open("office", "2019-01-01")) {
            assertEquals(List.of("adverse.items.a2.fact"), adverse(workspace));
        }
    }

    @Test
    void anArchiveThatKnowsNoSureTimeDeletesNothingUntilItDoes() throws Exception {
        Dump.with(
                folder.resolve("office"),
                PASSWORD,
                statement -> statement.execute("delete from setting where name = 'archive.sure'"));
        try (var workspace = open("office", DAY_AFTER)) {
            assertEquals(Content.of(VALUES), content(workspace));
            assertEquals(1, workspace.findings().size());
            workspace.archives().save(List.of(village.named("夏日")));
        }
        try (var workspace = open("office", DAY_AFTER)) {
            assertEquals(Content.of(VALUES), content(workspace));
            workspace.confirmDay();
            assertEquals(List.of("adverse.items.a2.fact"), adverse(workspace));
        }
    }

    @Test
    void whereARowEndsIsKeptWithItsRecord() throws Exception {
        assertEquals(List.of("term|1|" + LocalDate.parse(DAY_AFTER).toEpochDay()), terms());
        change("2020-03-01", "2024-03-01");
        assertEquals(List.of("term|1|" + LocalDate.parse("2029-03-02").toEpochDay()), terms());
        change("2024-03-01", "");
        assertEquals(List.of(), terms());
        open("office", "2049-01-01").close();
        try (var workspace = open("office", LAST_DAY)) {
            assertEquals(5, content(workspace).size());
        }
    }

    @Test
    void manyRecordsAreDeletedFromInSavesThatFitIntoBatches() throws Exception {
        var drafts = new ArrayList<Draft>();
        for (var n = 0; n < 450; n++) {
            drafts.add(draft(village.id(), VALUES));
        }
        try (var workspace = open("office", LAST_DAY)) {
            workspace.archives().save(drafts);
            while (workspace.exchange().seal(1000).isPresent()) {
                var batch = workspace.exchange().sealed().orElseThrow();
                workspace.exchange().receipted(batch.key(), "signed");
            }
        }
        try (var workspace = open("office", DAY_AFTER)) {
            workspace
                    .archives()
                    .each(
                            "household",
                            "",
                            each -> assertEquals(List.of("adverse.items.a2.fact"), adverse(each.content())));
            assertEquals(
                    List.of(200L, 200L, 51L),
                    workspace.exchange().seal(200, 9).stream()
                            .map(it -> it.last() - it.first() + 1)
                            .toList());
            assertEquals(
                    451,
                    workspace
                            .archives()
                            .list(RecordFilter.all("household"), RecordFilter.Window.first(1))
                            .total());
        }
        assertEquals(List.of(), terms());
    }

    @Test
    void aRecordOfALaterTemplateIsLeftAlone() {
        var later = village.id();
        try (var workspace = open("office", LAST_DAY)) {
            workspace
                    .archives()
                    .save(List.of(village.draft(
                            later, new TemplateRef("household", 99), "", Content.EMPTY.changesTo(Content.of(VALUES)))));
        }
        try (var workspace = open("office", DAY_AFTER)) {
            assertEquals(
                    Content.of(VALUES),
                    workspace.archives().find(later).orElseThrow().content());
        }
    }

    @Test
    void anArchiveWhoseTableOfTermsIsOfOtherTemplatesFillsItAnew() throws Exception {
        make("small", Village.templates()).close();
        try (var workspace = open("small", LAST_DAY, Village.templates())) {
            workspace.archives().save(List.of(draft(record, VALUES)));
        }
        try (var workspace = open("small", DAY_AFTER)) {
            assertEquals(List.of("adverse.items.a2.fact"), adverse(workspace));
        }
    }

    /** A platform that got the row after its term keeps and gives its end only. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void bothOfficesDeleteItAndNothingIsInConflict(boolean isMarked) {
        make("other").close();
        try (var office = open("office", LAST_DAY);
                var other = open("other", LAST_DAY)) {
            var change = pushed(office);
            var kept = Gate.ended(
                    ShippedTemplates.load().get(change.template()),
                    Content.EMPTY,
                    List.of(change),
                    Content.of(VALUES),
                    Instant.parse(DAY_AFTER + "T11:00:00Z"));
            settle(office, 1, change);
            settle(other, 1, isMarked ? kept.get(0).change() : change);
            assertEquals(isMarked, content(other).get(ROW + "fact").isEmpty());
            assertEquals("2020-03-01", content(other).text(ROW + "endsOn"));
        }
        try (var office = open("office", DAY_AFTER);
                var other = open("other", DAY_AFTER)) {
            assertEquals(List.of("adverse.items.a2.fact"), adverse(other));
            send(other, 2, office);
            send(office, 3, other);
            for (var each : List.of(office, other)) {
                assertEquals(List.of(), each.archives().conflicts());
                assertEquals(List.of("adverse.items.a2.fact"), adverse(each));
            }
        }
    }

    @Test
    void whatOneOfficeDeletesIsGoneAtTheOtherWhoseClockIsBehind() {
        make("other").close();
        try (var office = open("office", LAST_DAY);
                var other = open("other", LAST_DAY)) {
            send(office, 1, other);
        }
        try (var office = open("office", DAY_AFTER);
                var other = open("other", LAST_DAY)) {
            send(office, 2, other);
            assertEquals(List.of("adverse.items.a2.fact"), adverse(other));
        }
    }

    @Test
    void aConflictOverARowThatIsGoneIsDecidedByItsDeletion() {
        make("other").close();
        try (var office = open("office", LAST_DAY);
                var other = open("other", LAST_DAY)) {
            send(office, 1, other);
            other.archives()
                    .save(List.of(village.draft(
                            record,
                            ArchiveStoreContract.HOUSEHOLD,
                            "",
                            List.of(
                                    new FieldChange(ROW + "fact", Optional.of("贷款逾期四个月"), Optional.of("贷款逾期五个月")),
                                    FieldChange.set(ROW + "repair", "已还清")))));
        }
        try (var office = open("office", DAY_AFTER);
                var other = open("other", LAST_DAY)) {
            send(office, 2, other);
            assertEquals(1, other.archives().conflicts().size());
        }
        try (var other = open("other", DAY_AFTER)) {
            assertEquals(List.of(), other.archives().conflicts());
            assertEquals(List.of("adverse.items.a2.fact"), adverse(other));
        }
    }

    @Test
    void whatAnotherOfficeWroteIntoARowWhileItWasDeletedIsDeletedToo() throws Exception {
        open("office", DAY_AFTER).close();
        try (var office = open("office", DAY_AFTER)) {
            write(office, ROW + "repair");
            write(office, "adverse.items.a3.repair");
        }
        try (var office = open("office", DAY_AFTER)) {
            assertEquals(List.of("adverse.items.a2.fact", "adverse.items.a3.repair"), adverse(office));
            assertEquals(List.of(), office.check());
        }
    }

    private void write(Workspace workspace, String path) {
        var note = List.of(FieldChange.set(path, "已还清"));
        workspace.archives().save(List.of(village.draft(record, ArchiveStoreContract.HOUSEHOLD, "", note)));
    }

    private void change(String before, String after) {
        try (var workspace = open("office", LAST_DAY)) {
            workspace.archives().save(List.of(village.edit(record, ROW + "endsOn", before, after)));
        }
    }

    /** The last change of an archive, through the platform's order, to itself and to another. */
    private void send(Workspace from, long position, Workspace to) {
        var change = pushed(from);
        settle(from, position, change);
        settle(to, position, change);
    }

    private static Change pushed(Workspace from) {
        var batch = from.exchange().seal(100).orElseThrow();
        from.exchange().receipted(batch.key(), "signed");
        return batch.changes().get(batch.changes().size() - 1);
    }

    private void settle(Workspace workspace, long position, Change change) {
        workspace
                .exchange()
                .settle(
                        List.<ExchangeStore.Arrival>of(pulled(position, change, Verdict.APPLIED)),
                        "c" + position,
                        village.now());
    }

    private Workspace make(String name) {
        return make(name, ShippedTemplates.load());
    }

    private Workspace make(String name, Templates templates) {
        var setup = new Workspace.Setup(Village.CITY, "王海燕", "LL-03", Argon2.Cost.TRIAL);
        return Workspace.create(folder.resolve(name), setup, PASSWORD.toCharArray(), templates, on(LAST_DAY))
                .workspace();
    }

    private Workspace open(String name, String day) {
        return open(name, day, ShippedTemplates.load());
    }

    private Workspace open(String name, String day, Templates templates) {
        return Workspace.open(folder.resolve(name), PASSWORD.toCharArray(), templates, on(day));
    }

    private static Clock on(String day) {
        return Clock.fixed(Instant.parse(day + "T10:00:00Z"), ZoneOffset.UTC);
    }

    private Draft draft(UUID id, Map<String, String> values) {
        return village.draft(id, ArchiveStoreContract.HOUSEHOLD, "", Content.EMPTY.changesTo(Content.of(values)));
    }

    private Content content(Workspace workspace) {
        return workspace.archives().find(record).map(ArchiveRecord::content).orElseThrow();
    }

    private List<String> adverse(Workspace workspace) {
        return adverse(content(workspace));
    }

    private static List<String> adverse(Content content) {
        return content.paths().stream()
                .filter(path -> path.startsWith("adverse."))
                .toList();
    }

    private List<String> dump() throws Exception {
        return Dump.of(folder.resolve("office"), PASSWORD);
    }

    private List<String> terms() throws Exception {
        return dump().stream().filter(line -> line.startsWith("term|")).toList();
    }
}
