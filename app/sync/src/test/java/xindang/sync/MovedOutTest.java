package xindang.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.archive.ArchiveStore;
import xindang.model.archive.Change;
import xindang.model.archive.Erasing;
import xindang.model.archive.FieldChange;
import xindang.model.archive.RecordFilter;
import xindang.model.archive.RecordSummary;
import xindang.model.archive.TemplateRef;
import xindang.model.common.Progress;
import xindang.model.keeping.Archives;
import xindang.model.keeping.Departure;
import xindang.model.region.Divisions;
import xindang.model.testing.RatingFields;

/** A household that moves to another town, in real archives and on the real platform. */
class MovedOutTest {
    private static final String WUCHANG = Village.TOWN;
    private static final String LALIN = "230184101";
    private static final String SHUANGHE = "230184102";
    private static final String FROM = Village.HAMLET;
    private static final String INTO = "230184101201";

    @TempDir
    Path data;

    private Village village;
    private final List<ArchiveOffice> offices = new ArrayList<>();
    private ArchiveOffice old;
    private ArchiveOffice other;
    private SyncEngine oldEngine;
    private SyncEngine otherEngine;

    @BeforeEach
    void begin() {
        village = new Village(data.resolve("platform"), 61);
        old = office("LL-01-a001", WUCHANG);
        other = office("LL-02-b002", LALIN);
        oldEngine = village.enrolled(old, WUCHANG);
        otherEngine = village.enrolled(other, LALIN);
    }

    @AfterEach
    void end() {
        offices.forEach(ArchiveOffice::close);
        village.close();
    }

    private ArchiveOffice office(String device, String region) {
        var office = ArchiveOffice.create(data.resolve(device), device, region, village.clock);
        offices.add(office);
        return office;
    }

    private Archives archives(ArchiveOffice office) {
        return new Archives(office.archives(), Village.TEMPLATES, Divisions.harbin(), village.ids, village.clock);
    }

    private void move(ArchiveOffice office, UUID record, String place) {
        var moved = archives(office).move(record, new Departure(place, "", "随子女居住"), "张敏");
        assertEquals(List.of(), moved.violations());
    }

    private void rounds() {
        for (var round = 0; round < 2; round++) {
            oldEngine.sync(Progress.NONE);
            otherEngine.sync(Progress.NONE);
        }
    }

    private UUID household() {
        return village.household(old, "王德才");
    }

    private UUID rating(ArchiveOffice office, UUID subject) {
        var rating = village.ids.next();
        office.save(List.of(village.draft(rating, new TemplateRef("rating", 1), RatingFields.of(subject))));
        return rating;
    }

    private static void isLive(ArchiveOffice office, UUID record) {
        assertEquals(List.of(record), listed(office, Set.of()), office.device());
        assertEquals(List.of(), listed(office, Set.of(RecordSummary.Status.MOVED)), office.device());
        assertEquals(1, counted(office), office.device());
    }

    private static void hasLeft(ArchiveOffice office, UUID record) {
        assertEquals(List.of(), listed(office, Set.of()), office.device());
        assertEquals(List.of(record), listed(office, Set.of(RecordSummary.Status.MOVED)), office.device());
        assertEquals(0, counted(office), office.device());
        assertEquals(List.of(), office.conflicts(), office.device());
        var each = new ArrayList<UUID>();
        office.archives().each("household", "", found -> each.add(found.id()));
        office.archives().each("rating", "", found -> each.add(found.id()));
        assertEquals(List.of(), each, office.device());
    }

    private static List<UUID> listed(ArchiveOffice office, Set<RecordSummary.Status> statuses) {
        var filter = new RecordFilter("household", "", "", statuses);
        var page = office.archives().list(filter, RecordFilter.Window.first(50));
        assertEquals(page.items().size(), page.total());
        return page.items().stream().map(RecordSummary::id).toList();
    }

    private static long counted(ArchiveOffice office) {
        return office.archives().counts("household", "").stream()
                .mapToLong(ArchiveStore.RegionCount::records)
                .sum();
    }

    private static List<UUID> said(ArchiveOffice office, UUID record) {
        return office.history(record).stream().map(Change::id).toList();
    }

    private void same(ArchiveOffice one, ArchiveOffice two, UUID record) {
        assertEquals(one.content(record).asMap(), two.content(record).asMap());
        assertEquals(said(one, record), said(two, record));
    }

    @Test
    void theNewTownGetsTheWholeHouseholdThoughItHadPulledPastIt() {
        var record = household();
        village.edit(old, record, "head.phone", "13911111111");
        var rating = rating(old, record);
        var elsewhere = village.ids.next();
        other.save(List.of(village.draft(
                elsewhere, List.of(FieldChange.set("file.village", INTO), FieldChange.set("head.name", "李桂芝")))));
        rounds();
        assertEquals(Map.of(), other.content(record).asMap());

        move(old, record, INTO);
        hasLeft(old, record);
        rounds();

        hasLeft(old, record);
        same(old, other, record);
        assertEquals("13911111111", other.content(record).text("head.phone"));
        assertEquals(Set.of(record, elsewhere), Set.copyOf(listed(other, Set.of())));
        assertEquals(
                List.of(rating),
                other.archives().about(record, "rating", 5).stream()
                        .map(found -> found.id())
                        .toList());
        assertEquals(
                "随子女居住",
                other.archives().about(record, "move", 5).get(0).content().text("move.reason"));
        assertEquals(0, oldEngine.sync(Progress.NONE).received());
        assertEquals(0, otherEngine.sync(Progress.NONE).received());
        assertEquals(0, old.exchange().counts().waiting());
        other.reopen();
        same(old, other, record);
    }

    @Test
    void whatTheOldTownSavedBeforeItKnewCounts() {
        var record = household();
        var second = office("LL-03-c003", WUCHANG);
        var secondEngine = village.enrolled(second, WUCHANG);
        rounds();
        secondEngine.sync(Progress.NONE);

        move(old, record, INTO);
        rounds();
        village.edit(other, record, "file.group", "五组");
        village.edit(second, record, "head.phone", "13722222222");
        rating(second, record);
        otherEngine.sync(Progress.NONE);
        var report = secondEngine.sync(Progress.NONE);
        rounds();

        assertEquals(List.of(), report.setAside());
        assertEquals(0, second.exchange().counts().waiting());
        assertEquals("13722222222", other.content(record).text("head.phone"));
        assertEquals("五组", other.content(record).text("file.group"));
        assertEquals(1, other.archives().about(record, "rating", 5).size());
        hasLeft(second, record);
        hasLeft(old, record);
        assertEquals("三组", second.content(record).text("file.group"));
    }

    @Test
    void whoComesBackIsLiveAgainAndWhole() {
        var record = household();
        var second = office("LL-03-c003", WUCHANG);
        var secondEngine = village.enrolled(second, WUCHANG);
        rounds();
        secondEngine.sync(Progress.NONE);
        move(old, record, INTO);
        rounds();
        village.edit(other, record, "head.phone", "13744444444");
        village.edit(other, record, "file.group", "五组");
        // the same field, saved in the old town without knowing of the move
        village.edit(second, record, "head.phone", "13755555555");
        otherEngine.sync(Progress.NONE);
        secondEngine.sync(Progress.NONE);
        otherEngine.sync(Progress.NONE);
        var open = other.conflicts();
        assertEquals(1, open.size());
        hasLeft(second, record);
        rating(other, record);

        move(other, record, FROM);
        otherEngine.sync(Progress.NONE);
        secondEngine.sync(Progress.NONE);
        rounds();

        for (var office : List.of(old, second)) {
            isLive(office, record);
            same(old, office, record);
            assertEquals("13744444444", office.content(record).text("head.phone"));
            assertEquals("五组", office.content(record).text("file.group"));
            assertEquals(open, office.conflicts());
            assertEquals(1, office.archives().about(record, "rating", 5).size());
        }
        hasLeft(other, record);
        village.resolve(old, record, open.get(0).id(), "head.phone", "13755555555");
        rounds();
        secondEngine.sync(Progress.NONE);
        assertEquals(List.of(), second.conflicts());
        same(old, second, record);
        // a database made again from the ledger says the same
        var before = second.content(record);
        second.forgetDatabase();
        assertEquals(before, second.content(record));
        assertEquals(List.of(), second.conflicts());
        same(old, second, record);
    }

    @Test
    void aConflictThatIsOpenGoesAlong() {
        var record = household();
        var second = office("LL-03-c003", WUCHANG);
        var secondEngine = village.enrolled(second, WUCHANG);
        rounds();
        secondEngine.sync(Progress.NONE);
        village.edit(old, record, "head.phone", "13911111111");
        village.edit(second, record, "head.phone", "13922222222");
        rounds();
        secondEngine.sync(Progress.NONE);
        rounds();
        var open = old.conflicts();
        assertEquals(1, open.size());

        move(old, record, INTO);
        rounds();

        assertEquals(open, other.conflicts());
        hasLeft(old, record);
        village.resolve(other, record, open.get(0).id(), "head.phone", "13922222222");
        rounds();
        assertEquals(List.of(), other.conflicts());
        assertEquals("13922222222", other.content(record).text("head.phone"));
    }

    @Test
    void ofTwoMovesAtOnceTheFirstHoldsAndTheNewTownDecides() {
        var record = household();
        var second = office("LL-03-c003", WUCHANG);
        var secondEngine = village.enrolled(second, WUCHANG);
        var third = office("LL-04-d004", "230184102");
        var thirdEngine = village.enrolled(third, "230184102");
        rounds();
        secondEngine.sync(Progress.NONE);

        move(old, record, INTO);
        move(second, record, villageOf("230184102"));
        oldEngine.sync(Progress.NONE);
        assertEquals(List.of(), secondEngine.sync(Progress.NONE).setAside());
        rounds();
        thirdEngine.sync(Progress.NONE);
        secondEngine.sync(Progress.NONE);

        assertEquals(INTO, other.content(record).text("file.village"));
        assertEquals(
                List.of("file.village"),
                other.conflicts().stream().map(conflict -> conflict.path()).toList());
        assertEquals(List.of(record), listed(other, Set.of()));
        hasLeft(old, record);
        hasLeft(second, record);
        assertEquals(INTO, second.content(record).text("file.village"));
        assertEquals(Map.of(), third.content(record).asMap());
        assertEquals(0, second.exchange().counts().waiting());
    }

    private static String villageOf(String town) {
        return Divisions.harbin()
                .villagesIn(xindang.model.value.DivisionCode.of(town))
                .get(0)
                .code()
                .padded();
    }

    @Test
    void oneThatMovesToAnotherCountyIsSettledAndSeenAtBothEnds() {
        var far = office("SZ-01-a007", "230183100");
        var farEngine = village.enrolled(far, "230183100");
        var record = household();
        rounds();
        farEngine.sync(Progress.NONE);

        move(old, record, villageOf("230183100"));
        rounds();
        farEngine.sync(Progress.NONE);
        oldEngine.sync(Progress.NONE);

        assertEquals(0, old.exchange().counts().waiting());
        hasLeft(old, record);
        isLive(far, record);
        same(far, old, record);
        village.edit(far, record, "head.name", "王德财");
        farEngine.sync(Progress.NONE);
        assertEquals("王德财", far.content(record).text("head.name"));
    }

    @Test
    void aCountyArchiveHasItThroughoutAndAVillageArchiveLosesIt() {
        var county = office("WC-01-e005", "230184");
        var countyEngine = village.enrolled(county, "230184");
        var hamlet = office("LL-05-f006", FROM);
        var hamletEngine = village.enrolled(hamlet, FROM);
        var record = household();
        rating(old, record);
        rounds();
        countyEngine.sync(Progress.NONE);
        hamletEngine.sync(Progress.NONE);
        isLive(hamlet, record);

        move(hamlet, record, INTO);
        hamletEngine.sync(Progress.NONE);
        rounds();
        var received = countyEngine.sync(Progress.NONE);

        assertEquals(2, received.received());
        isLive(county, record);
        same(county, other, record);
        hasLeft(hamlet, record);
        hasLeft(old, record);
        isLive(other, record);
        // within the county it is a plain edit, and the towns follow
        village.edit(county, record, "file.village", "230184100202");
        countyEngine.sync(Progress.NONE);
        rounds();
        isLive(old, record);
        hasLeft(other, record);
        same(county, old, record);
    }

    @Test
    void aVillageArchiveGetsWhoMovesInFromTheNextVillage() {
        var hamlet = office("LL-05-f006", "230184100202");
        var hamletEngine = village.enrolled(hamlet, "230184100202");
        var record = household();
        rounds();
        hamletEngine.sync(Progress.NONE);
        village.edit(old, record, "file.village", "230184100202");
        rounds();
        hamletEngine.sync(Progress.NONE);
        isLive(hamlet, record);
        same(old, hamlet, record);
    }

    @Test
    void anOfficeThatBeginsLaterHasItToo() {
        var record = household();
        village.edit(old, record, "head.phone", "13911111111");
        rounds();
        move(old, record, INTO);
        rounds();
        var late = office("LL-06-g007", LALIN);
        village.enrolled(late, LALIN).sync(Progress.NONE);
        isLive(late, record);
        same(other, late, record);
    }

    /** Each office that had it forgets it: of the first town, of the one between, and one that begins later knows nothing of it. */
    @Test
    void anErasureReachesTheOfficesOfAllTownsThatItWasIn() {
        var third = office("LL-03-c003", SHUANGHE);
        var thirdEngine = village.enrolled(third, SHUANGHE);
        var record = household();
        var rating = rating(old, record);
        var neighbour = village.household(old, "赵国强");
        rounds();
        move(old, record, INTO);
        rounds();
        move(other, record, villageOf(SHUANGHE));
        rounds();
        thirdEngine.sync(Progress.NONE);
        village.edit(third, record, "head.phone", "13766666666");
        thirdEngine.sync(Progress.NONE);
        rounds();
        for (var office : List.of(old, other)) {
            assertEquals(List.of(record), listed(office, Set.of(RecordSummary.Status.MOVED)), office.device());
        }

        third.archives()
                .erase(new Erasing(
                        village.ids.next(), record, Village.HOUSEHOLD, "本人要求删除", "张敏", village.clock.instant()));
        thirdEngine.sync(Progress.NONE);
        rounds();

        for (var office : List.of(old, other, third)) {
            isErased(office, record, rating);
        }
        assertEquals("赵国强", old.content(neighbour).text("head.name"));
        assertEquals(0, oldEngine.sync(Progress.NONE).received(), "it is given once");
        var late = office("LL-06-g007", WUCHANG);
        village.enrolled(late, WUCHANG).sync(Progress.NONE);
        isErased(late, record, rating);
        village.household(old, "孙玉兰");
        rounds();
        assertEquals(0, old.exchange().counts().waiting());
    }

    /** A laptop that was away since before the move hears of the move and of the erasure at once. */
    @Test
    void anOfficeThatWasAwayHearsOfMoveAndErasureTogether() {
        var away = office("LL-07-h008", WUCHANG);
        var awayEngine = village.enrolled(away, WUCHANG);
        var record = household();
        var rating = rating(old, record);
        rounds();
        awayEngine.sync(Progress.NONE);
        village.edit(away, record, "head.phone", "13911111111");
        move(old, record, INTO);
        rounds();
        other.archives()
                .erase(new Erasing(
                        village.ids.next(), record, Village.HOUSEHOLD, "本人要求删除", "张敏", village.clock.instant()));
        rounds();

        var report = awayEngine.sync(Progress.NONE);

        assertEquals(
                List.of("record.erased"),
                report.setAside().stream().map(SyncReport.SetAside::code).toList());
        isErased(away, record, rating);
    }

    private static void isErased(ArchiveOffice office, UUID record, UUID rating) {
        assertTrue(office.archives().erased(record).isPresent(), office.device());
        assertTrue(office.content(record).isEmpty(), office.device());
        assertEquals(List.of(), office.history(record), office.device());
        assertEquals(List.of(), office.history(rating), office.device());
        assertEquals(List.of(), listed(office, Set.of(RecordSummary.Status.MOVED)), office.device());
        assertEquals(List.of(), office.check(), office.device());
    }

    @Test
    void theNewTownMayChangeItAndTheOldOneSeesNothingOfThat() {
        var record = household();
        rounds();
        move(old, record, INTO);
        rounds();
        village.edit(other, record, "head.phone", "13766666666");
        rounds();
        assertEquals("13800000000", old.content(record).text("head.phone"));
        assertEquals(Optional.of("13766666666"), other.content(record).get("head.phone"));
        assertTrue(archives(other).edit(record, Map.of("file.note", "新来的"), "李桂芝").violations().stream()
                .noneMatch(finding -> finding.violation().code().equals("record.moved")));
    }
}
