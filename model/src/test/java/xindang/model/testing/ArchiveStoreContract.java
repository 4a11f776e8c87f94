package xindang.model.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.ArchiveStore;
import xindang.model.archive.Change;
import xindang.model.archive.Content;
import xindang.model.archive.Draft;
import xindang.model.archive.FieldChange;
import xindang.model.archive.RecordFilter;
import xindang.model.archive.RecordSummary;
import xindang.model.archive.TemplateRef;
import xindang.model.archive.Undone;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.wire.ChangeJson;

/** What every {@link ArchiveStore} must do. A store's own test extends it and gives a fresh, empty store to each test. */
public interface ArchiveStoreContract {
    TemplateRef HOUSEHOLD = new TemplateRef("household", 1);
    TemplateRef RATING = new TemplateRef("rating", 1);
    String VILLAGE = "230184101205";
    String OTHER_VILLAGE = "230184101206";
    Instant NOON = Instant.parse("2026-11-18T04:00:00Z");

    /** The store under test: the same one within a test, empty at its start, with the shipped templates. */
    ArchiveStore store();

    @Test
    default void aSavedRecordIsFoundAsItWasSaved() {
        var draft = household(1, VILLAGE, "那守田", "230112199001011233", "13945112786");
        var receipt = store().save(List.of(draft));

        var found = store().find(draft.record()).orElseThrow();
        assertEquals("那守田", found.content().text("head.name"));
        assertEquals(HOUSEHOLD, found.template());
        assertEquals(VILLAGE, found.region());
        assertEquals(1, found.revision());
        assertEquals(NOON, found.createdAt());
        assertEquals(1, receipt.changes().size());
        assertEquals(store().history(draft.record()), receipt.changes());
    }

    @Test
    default void draftsMadeWhileTheyAreSavedAreAllSaved() {
        var drafts = java.util.stream.IntStream.rangeClosed(1, 600)
                .mapToObj(n -> household(n, VILLAGE, "那守田", "230112199001011233", "13945112786"))
                .toList();

        store().save(drafts.iterator(), 1000);

        assertEquals(600, store().counts("household", VILLAGE).get(0).records());
        assertEquals(
                "那守田",
                store().find(drafts.get(599).record()).orElseThrow().content().text("head.name"));
        store().save(List.<Draft>of().iterator(), 1000);
        assertEquals(1, store().history(drafts.get(0).record()).size());
    }

    @Test
    default void noDraftIsSavedWhenTheNextCannotBeMade() {
        var first = household(1, VILLAGE, "那守田", "230112199001011233", "13945112786");
        var drafts = java.util.stream.IntStream.rangeClosed(0, 3000)
                .mapToObj(n -> {
                    if (n == 3000) {
                        throw new AppException(ErrorCode.CANCELLED, "cancelled");
                    }
                    return n == 0 ? first : household(n + 1, VILLAGE, "那守田", "230112199001011233", "13945112786");
                })
                .iterator();

        assertThrows(AppException.class, () -> store().save(drafts, 3001));

        assertEquals(List.of(), store().counts("household", ""));
        assertEquals(Optional.empty(), store().find(first.record()));
        store().save(List.of(first));
        assertEquals(1, store().history(first.record()).size());
    }

    @Test
    default void whatWasNeverSavedIsNotFound() {
        assertEquals(Optional.empty(), store().find(id(99)));
        assertEquals(List.of(), store().history(id(99)));
    }

    @Test
    default void aSecondSaveChangesWhatItNamesAndKeepsTheRest() {
        var first = household(1, VILLAGE, "那守田", "230112199001011233", "13945112786");
        store().save(List.of(first));
        store().save(List.of(change(
                2,
                first.record(),
                List.of(
                        new FieldChange("head.phone", Optional.of("13945112786"), Optional.of("13804518888")),
                        new FieldChange("head.people", Optional.empty(), Optional.of("5"))))));

        var found = store().find(first.record()).orElseThrow();
        assertEquals(2, found.revision());
        assertEquals("那守田", found.content().text("head.name"));
        assertEquals("13804518888", found.content().text("head.phone"));
        assertEquals("5", found.content().text("head.people"));
        assertEquals(2, store().history(first.record()).size());
    }

    @Test
    default void aValueTakenAwayIsGone() {
        var first = household(1, VILLAGE, "那守田", "230112199001011233", "13945112786");
        store().save(List.of(first));
        store().save(List.of(change(
                2,
                first.record(),
                List.of(new FieldChange("head.phone", Optional.of("13945112786"), Optional.empty())))));

        assertEquals(
                Optional.empty(),
                store().find(first.record()).orElseThrow().content().get("head.phone"));
    }

    @Test
    default void aWriterWhoSawAnotherValueIsStaleAndNothingOfTheSaveIsKept() {
        var first = household(1, VILLAGE, "那守田", "230112199001011233", "13945112786");
        store().save(List.of(first));
        var fresh = household(5, VILLAGE, "关志国", "11010519491231002X", "13945112799");
        var stale = change(
                2,
                first.record(),
                List.of(new FieldChange("head.phone", Optional.of("13900000000"), Optional.of("13804518888"))));

        var refused = assertThrows(AppException.class, () -> store().save(List.of(fresh, stale)));
        assertEquals(ErrorCode.STALE, refused.code());
        assertEquals(Optional.empty(), store().find(fresh.record()));
        assertEquals(
                "13945112786",
                store().find(first.record()).orElseThrow().content().text("head.phone"));
    }

    @Test
    default void changesOfTheDeviceAreChainedWithoutGaps() {
        store().save(List.of(
                household(1, VILLAGE, "那守田", "230112199001011233", "13945112786"),
                household(2, VILLAGE, "关志国", "11010519491231002X", "13945112799")));
        store().save(List.of(household(3, VILLAGE, "白玉兰", "230184196805121248", "13945112700")));

        var changes = new ArrayList<Change>();
        for (var n = 1; n <= 3; n++) {
            changes.addAll(store().history(id(n)));
        }
        var previous = Change.GENESIS;
        for (var i = 0; i < changes.size(); i++) {
            assertEquals(i + 1, changes.get(i).sequence());
            assertEquals(previous, changes.get(i).previous());
            assertEquals(store().device(), changes.get(i).device());
            previous = ChangeJson.digest(changes.get(i));
        }
        assertEquals(3, changes.size());
    }

    @Test
    default void listsAreInTheOrderOfIdsAndGoOnWhereTheyStopped() {
        for (var n = 1; n <= 5; n++) {
            store().save(List.of(household(n, VILLAGE, "张三" + "甲乙丙丁戊".charAt(n - 1), "", "")));
        }
        var first = store().list(RecordFilter.all("household"), RecordFilter.Window.first(2));
        assertEquals(5, first.total());
        assertEquals(List.of(id(1), id(2)), ids(first.items()));
        var second = store().list(RecordFilter.all("household"), new RecordFilter.Window(Optional.of(id(2)), 10));
        assertEquals(List.of(id(3), id(4), id(5)), ids(second.items()));
    }

    @Test
    default void filtersLookAtRegionNameNumberAndPhone() {
        store().save(List.of(
                household(1, VILLAGE, "那守田", "230112199001011233", "13945112786"),
                household(2, OTHER_VILLAGE, "关志国", "11010519491231002X", "13804518888")));

        assertEquals(List.of(id(2)), matching(RecordFilter.all("household").in(OTHER_VILLAGE)));
        assertEquals(
                List.of(id(1), id(2)), matching(RecordFilter.all("household").in("230184101")));
        assertEquals(List.of(id(1)), matching(RecordFilter.all("household").matching("那守")));
        assertEquals(List.of(id(2)), matching(RecordFilter.all("household").matching("110105")));
        assertEquals(List.of(id(1)), matching(RecordFilter.all("household").matching("1233")));
        assertEquals(List.of(id(2)), matching(RecordFilter.all("household").matching("8888")));
        assertEquals(List.of(), matching(RecordFilter.all("enterprise")));
    }

    @Test
    default void eachGivesEveryRecordOfATypeWithinARegion() {
        store().save(List.of(
                household(1, VILLAGE, "那守田", "230112199001011233", ""),
                household(2, OTHER_VILLAGE, "关志国", "11010519491231002X", "")));
        var seen = new ArrayList<UUID>();
        store().each("household", VILLAGE, record -> seen.add(record.id()));
        assertEquals(List.of(id(1)), seen);
    }

    @Test
    default void numbersThatSeveralRecordsHaveAreNamedWithAllOfThem() {
        store().save(List.of(
                household(1, VILLAGE, "那守田", "230112199001011233", ""),
                household(2, OTHER_VILLAGE, "那守田", "230112199001011233", ""),
                household(3, OTHER_VILLAGE, "关志国", "11010519491231002X", ""),
                household(4, VILLAGE, "无证者", "", ""),
                household(5, VILLAGE, "无证者", "", "")));
        var twins = List.of(
                new ArchiveStore.Known(id(1), "那守田", VILLAGE), new ArchiveStore.Known(id(2), "那守田", OTHER_VILLAGE));

        assertEquals(Map.of("230112199001011233", twins), store().sharing("household", Optional.empty()));
        assertEquals(
                Map.of("230112199001011233", twins), store().sharing("household", Optional.of("230112199001011233")));
        assertEquals(Map.of(), store().sharing("household", Optional.of("11010519491231002X")));
        assertEquals(Map.of(), store().sharing("enterprise", Optional.empty()));
    }

    @Test
    default void numbersAreKnownByTheRecordThatHasThem() {
        store().save(List.of(household(1, VILLAGE, "那守田", "230112199001011233", "")));
        var known = store().byNumbers("household", Set.of("230112199001011233", "11010519491231002X"));
        assertEquals(Map.of("230112199001011233", new ArchiveStore.Known(id(1), "那守田", VILLAGE)), known);
        assertEquals(Map.of(), store().byNumbers("household", Set.of()));
    }

    @Test
    default void aRecordWhoseImportWasUndoneIsFoundByItsIdAloneUntilItChanges() {
        store().save(List.of(
                household(1, VILLAGE, "那守田", "230112199001011233", ""),
                household(2, VILLAGE, "关志国", "11010519491231002X", "")));
        var content = store().find(id(1)).orElseThrow().content();
        store().save(List.of(change(100, 1, FieldChange.set(Undone.PATH, Undone.mark(content)))));

        assertTrue(store().find(id(1)).orElseThrow().isUndone());
        assertEquals(List.of(id(2)), matching(RecordFilter.all("household")));
        assertEquals(List.of(), matching(new RecordFilter("household", "", "", Set.of(RecordSummary.Status.MOVED))));
        assertEquals(1, store().counts("household", "").get(0).records());
        assertEquals(Map.of(), store().byNumbers("household", Set.of("230112199001011233")));
        assertEquals(
                Map.of("230112199001011233", new ArchiveStore.Known(id(1), "那守田", VILLAGE)),
                store().undone("household", Set.of("230112199001011233", "11010519491231002X")));
        assertTrue(store().hasUndone("household"));
        assertFalse(store().hasUndone("enterprise"));
        var seen = new ArrayList<UUID>();
        store().each("household", "", record -> seen.add(record.id()));
        assertEquals(List.of(id(2)), seen);

        store().save(List.of(change(101, 1, FieldChange.set("head.people", "3"))));

        assertEquals(List.of(id(1), id(2)), matching(RecordFilter.all("household")));
        assertEquals(2, store().counts("household", "").get(0).records());
        assertFalse(store().hasUndone("household"));
    }

    @Test
    default void ownChangesComeTheLastOneFirst() {
        store().save(List.of(household(1, VILLAGE, "那守田", "", ""), household(2, VILLAGE, "关志国", "", "")));
        store().save(List.of(change(100, 1, FieldChange.set("head.people", "3"))));
        var all = store().own(Long.MAX_VALUE, 10);
        assertEquals(
                List.of(id(1), id(2), id(1)), all.stream().map(Change::record).toList());
        assertEquals(all.subList(1, 2), store().own(all.get(0).sequence(), 1));
        assertEquals(List.of(), store().own(all.get(2).sequence(), 1));
    }

    private static Draft change(int n, int record, FieldChange field) {
        return new Draft(id(n), id(record), HOUSEHOLD, List.of(field), "王海燕", NOON, "edit", List.of());
    }

    @Test
    default void theLatestRatingGivesTheGradeOfTheLineAndOfTheCounts() {
        store().save(List.of(
                household(1, VILLAGE, "那守田", "230112199001011233", ""),
                household(2, VILLAGE, "关志国", "11010519491231002X", "")));
        store().save(List.of(rating(11, id(1), "B", "66", NOON)));
        store().save(List.of(rating(12, id(1), "AA", "86.5", NOON.plusSeconds(60))));

        var lines = store().list(RecordFilter.all("household"), RecordFilter.Window.first(10))
                .items();
        assertEquals(Optional.of("AA"), lines.get(0).grade());
        assertEquals("86.5", lines.get(0).score().orElseThrow().toPlainString());
        assertEquals(Optional.empty(), lines.get(1).grade());
        assertEquals(
                List.of(new ArchiveStore.RegionCount(
                        VILLAGE, 2, Map.of("AA", 1L), Map.of(RecordSummary.Status.SAVED, 2L))),
                store().counts("household", VILLAGE));
        assertEquals(
                List.of(id(12), id(11)),
                store().about(id(1), "rating", 10).stream()
                        .map(ArchiveRecord::id)
                        .toList());
    }

    @Test
    default void whatWasRatedWithoutAGradeIsNoMoreNeverRated() {
        store().save(List.of(
                household(1, VILLAGE, "那守田", "230112199001011233", ""),
                household(2, VILLAGE, "关志国", "11010519491231002X", "")));
        store().save(List.of(rating(11, id(1), "", "", NOON)));

        var lines = store().list(RecordFilter.all("household"), RecordFilter.Window.first(10))
                .items();
        assertEquals(
                List.of(Optional.of(""), Optional.empty()),
                lines.stream().map(RecordSummary::grade).toList());
        var count = store().counts("household", VILLAGE).get(0);
        assertEquals(Map.of("", 1L), count.grades());
        assertEquals(List.of(2L, 1L, 1L), List.of(count.records(), count.rated(), count.ungraded()));

        store().save(List.of(rating(12, id(1), "AA", "86.5", NOON.plusSeconds(60))));
        assertEquals(
                Map.of("AA", 1L), store().counts("household", VILLAGE).get(0).grades());
    }

    @Test
    default void anEmptyStoreHasNoConflicts() {
        assertEquals(List.of(), store().conflicts());
        assertTrue(store().counts("household", "").isEmpty());
    }

    private List<UUID> matching(RecordFilter filter) {
        return ids(store().list(filter, RecordFilter.Window.first(100)).items());
    }

    private static List<UUID> ids(List<RecordSummary> lines) {
        return lines.stream().map(RecordSummary::id).toList();
    }

    private static UUID id(int n) {
        return new UUID(0x0199_0000_0000_7000L, 0x8000_0000_0000_0000L + n);
    }

    static Draft household(int n, String region, String name, String number, String phone) {
        var content = Content.of(
                Map.of("file.village", region, "head.name", name, "head.number", number, "head.phone", phone));
        return new Draft(
                id(1000 + n), id(n), HOUSEHOLD, Content.EMPTY.changesTo(content), "王海燕", NOON, "screen", List.of());
    }

    private static Draft change(int n, UUID record, List<FieldChange> fields) {
        return new Draft(id(2000 + n), record, HOUSEHOLD, fields, "王海燕", NOON.plusSeconds(n), "edit", List.of());
    }

    private static Draft rating(int n, UUID subject, String grade, String score, Instant at) {
        var content = Content.of(Map.of(
                "rating.subject",
                subject.toString(),
                "rating.grade",
                grade,
                "rating.score",
                score,
                "rating.at",
                at.toString()));
        return new Draft(id(3000 + n), id(n), RATING, Content.EMPTY.changesTo(content), "王海燕", at, "rating", List.of());
    }
}
