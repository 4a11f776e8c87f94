package xindang.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xindang.model.testing.ExchangeStoreContract.pulled;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.archive.Change;
import xindang.model.archive.Draft;
import xindang.model.archive.FieldChange;
import xindang.model.archive.RecordFilter;
import xindang.model.archive.RecordSummary;
import xindang.model.archive.Undone;
import xindang.model.exchange.ExchangeStore;
import xindang.model.exchange.ExchangeStore.Counts;
import xindang.model.exchange.ExchangeStore.Pulled;
import xindang.model.exchange.ExchangeStore.Stretch;
import xindang.model.exchange.Verdict;
import xindang.persistence.keys.Argon2;

class ExchangeTest {
    @TempDir
    Path folder;

    private final Village village = new Village(13);
    private Workspace workspace;
    private ExchangeStore exchange;

    @BeforeEach
    void create() {
        var setup = new Workspace.Setup(Village.CITY, "周敏", "LL-03", Argon2.Cost.TRIAL);
        workspace = Workspace.create(folder, setup, "密码".toCharArray(), Village.templates(), Clock.systemUTC())
                .workspace();
        exchange = workspace.exchange();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void aBatchTakesWholeSavesAndStaysTheSameUntilItsReceipt() {
        workspace.archives().save(village.households(3));
        workspace.archives().save(village.households(3));
        var batch = exchange.seal(5).orElseThrow();
        assertEquals(3, batch.changes().size());
        assertEquals(Optional.of(batch), exchange.seal(100));
        assertEquals(new Counts(3, 3, 0, 0), exchange.counts());
        exchange.receipted(batch.key(), "signed");
        assertEquals(Optional.empty(), exchange.sealed());
        assertEquals(2, exchange.seal(2).orElseThrow().changes().size());
        assertEquals(new Counts(1, 2, 3, 0), exchange.counts());
    }

    @Test
    void batchesEndWhereSavesEnd() {
        var random = new Random(66);
        var saves = new TreeSet<Long>();
        var sequence = 0L;
        for (var i = 0; i < 25; i++) {
            var size = 1 + random.nextInt(6);
            workspace.archives().save(village.households(size));
            sequence += size;
            saves.add(sequence);
        }
        var expected = new ArrayList<Long>();
        for (var last = 0L; last < sequence; last = expected.get(expected.size() - 1)) {
            var whole = saves.floor(last + 4);
            expected.add(whole != null && whole > last ? whole : last + 4);
        }

        var sealed = exchange.seal(4, 100).stream().map(Stretch::last).toList();

        assertEquals(expected, sealed);
        assertTrue(expected.stream().anyMatch(last -> !saves.contains(last)), "no save larger than a batch");
    }

    @Test
    void ownChangesThatComeBackAreSettled() {
        var draft = village.household(Village.SHUANGQIAO);
        workspace.archives().save(List.of(draft));
        handIn();
        assertEquals(RecordSummary.Status.SAVED, line().status());
        settle(pulled(1, workspace.archives().history(draft.record()).get(0), Verdict.APPLIED));
        assertEquals(RecordSummary.Status.SETTLED, line().status());
        assertEquals(new Counts(0, 0, 0, 1), exchange.counts());
        assertEquals("c1", exchange.cursor());
        assertEquals(
                Optional.of(1L),
                workspace.archives().history(draft.record()).get(0).position());
        settle(pulled(1, workspace.archives().history(draft.record()).get(0), Verdict.APPLIED));
        assertEquals(new Counts(0, 0, 0, 1), exchange.counts());
    }

    @Test
    void aClashBecomesAConflictThatAPersonDecides() {
        var draft = village.named("曾小明");
        workspace.archives().save(List.of(draft));
        handIn();
        settle(pulled(1, workspace.archives().history(draft.record()).get(0), Verdict.APPLIED));
        workspace.archives().save(List.of(village.edit(draft.record(), "head.name", "曾小明", "曾晓明")));
        settle(pulled(2, other(draft.record(), 1, "曾小明", "曾大明"), Verdict.APPLIED));
        assertEquals(RecordSummary.Status.CONFLICT, line().status());
        var conflict = workspace.archives().conflicts().get(0);
        assertEquals(Optional.of("曾大明"), conflict.kept().value());
        assertEquals("王海燕", conflict.kept().user());
        assertEquals(Optional.of("曾晓明"), conflict.offered().value());
        assertEquals(Optional.of("曾小明"), conflict.base());
        var decision = new Draft(
                village.id(),
                draft.record(),
                Village.HOUSEHOLD,
                List.of(new FieldChange("head.name", Optional.of("曾大明"), Optional.of("曾晓明"))),
                "周敏",
                village.now(),
                "resolve",
                List.of(conflict.id()));
        workspace.archives().save(List.of(decision));
        assertEquals(List.of(), workspace.archives().conflicts());
        handIn();
        var history = workspace.archives().history(draft.record());
        settle(pulled(3, history.get(2), Verdict.CONFLICT), pulled(4, history.get(3), Verdict.APPLIED));
        assertEquals(List.of(), workspace.archives().conflicts());
        assertEquals("曾晓明", line().name());
        assertEquals(RecordSummary.Status.SETTLED, line().status());
    }

    @Test
    void localChangesStayOnTopOfWhatIsPulled() {
        var draft = village.household(Village.SHUANGQIAO);
        workspace.archives().save(List.of(draft));
        var name = draft.fields().get(0).after().orElseThrow();
        workspace.archives().save(List.of(village.edit(draft.record(), "head.hamlet", "", "三组")));
        settle(pulled(1, workspace.archives().history(draft.record()).get(0), Verdict.APPLIED));
        settle(pulled(2, other(draft.record(), 1, name, "查丽"), Verdict.APPLIED));
        var record = workspace.archives().find(draft.record()).orElseThrow();
        assertEquals("查丽", record.content().text("head.name"));
        assertEquals("三组", record.content().text("head.hamlet"));
        assertEquals(3, record.revision());
        assertTrue(record.conflicts().isEmpty());
    }

    /** What the platform puts off keeps its record waiting, whatever of later changes came back before it. */
    @Test
    void ownChangesMayComeBackInAnotherOrder() throws Exception {
        var first = village.household(Village.SHUANGQIAO);
        var second = village.household(Village.SHUANGQIAO);
        var third = village.household(Village.MINLE);
        workspace.archives().save(List.of(first, second));
        workspace.archives().save(List.of(village.edit(first.record(), "head.hamlet", "", "三组"), third));
        handIn();
        assertStates(4, 0, first, second, third);

        returned(1, Verdict.APPLIED, 2, 2);
        assertStates(3, 1, first, third);
        returned(2, Verdict.APPLIED, 4, 4);
        assertStates(2, 2, first);
        returned(3, Verdict.APPLIED, 3, 3);
        assertStates(1, 3, first);
        returned(9, Verdict.APPLIED, 3, 4);
        assertStates(1, 3, first);
        returned(5, Verdict.MERGED, 1, 1);
        assertStates(0, 4);
        assertEquals(List.of(3L, 5L), positions(first));
        assertEquals(List.of(1L), positions(second));
        assertEquals(List.of(2L), positions(third));

        workspace.archives().save(List.of(village.edit(second.record(), "head.hamlet", "", "一组")));
        workspace.archives().save(List.of(village.edit(third.record(), "head.hamlet", "", "二组")));
        workspace.archives().save(List.of(village.edit(third.record(), "head.hamlet", "二组", "四组")));
        handIn();
        assertStates(3, 4, second, third);
        returned(6, Verdict.APPLIED, 5, 6);
        assertStates(1, 6, third);
        assertEquals(List.of(2L, 7L), positions(third));
        returned(8, Verdict.QUARANTINED, 7, 7);
        assertStates(0, 7);
        assertEquals(
                "二组",
                workspace
                        .archives()
                        .find(third.record())
                        .orElseThrow()
                        .content()
                        .text("head.hamlet"));

        workspace.close();
        var before = Dump.of(folder, "密码");
        Files.delete(folder.resolve("archive.mv.db"));
        workspace = Workspace.open(folder, "密码".toCharArray(), Village.templates(), Clock.systemUTC());
        workspace.close();
        assertEquals(before, Dump.of(folder, "密码"));
    }

    @Test
    void aRecordWhoseImportWasUndoneIsNotCountedWhenItComesBackFromThePlatform() {
        var household = village.household(Village.SHUANGQIAO);
        workspace.archives().save(List.of(household, village.household(Village.SHUANGQIAO)));
        var content =
                workspace.archives().find(household.record()).orElseThrow().content();
        var undone = village.edit(household.record(), Undone.PATH, "", Undone.mark(content));
        workspace.archives().save(List.of(undone));
        handIn();
        returned(1, Verdict.APPLIED, 1, 3);
        var count = workspace.archives().counts("household", "").get(0);
        assertEquals(Map.of(RecordSummary.Status.SETTLED, 1L), count.statuses());
    }

    private void returned(long position, Verdict verdict, long first, long last) {
        exchange.settle(
                List.of(new ExchangeStore.Returned(position, first, last, "", verdict)), "c" + position, village.now());
    }

    private List<Long> positions(Draft draft) {
        return workspace.archives().history(draft.record()).stream()
                .flatMap(change -> change.position().stream())
                .toList();
    }

    /** How many own changes wait and came back, and that the records on which some wait are these, in list and counts. */
    private void assertStates(long waiting, long settled, Draft... saved) {
        assertEquals(new Counts(0, 0, waiting, settled), exchange.counts());
        var wanted = Stream.of(saved).map(Draft::record).collect(Collectors.toSet());
        var counted = new EnumMap<RecordSummary.Status, Long>(RecordSummary.Status.class);
        workspace.archives().counts("household", "").forEach(region -> region.statuses()
                .forEach((status, count) -> counted.merge(status, count, Long::sum)));
        for (var status : List.of(RecordSummary.Status.SAVED, RecordSummary.Status.SETTLED)) {
            var filter = new RecordFilter("household", "", "", Set.of(status));
            var page = workspace.archives().list(filter, RecordFilter.Window.first(10));
            for (var item : page.items()) {
                assertEquals(status, item.status());
                assertEquals(status == RecordSummary.Status.SAVED, wanted.contains(item.id()));
            }
            assertEquals(page.items().size(), page.total());
            assertEquals(page.total(), counted.getOrDefault(status, 0L));
        }
        assertEquals(3, counted.values().stream().mapToLong(Long::longValue).sum());
    }

    private void handIn() {
        exchange.receipted(exchange.seal(100).orElseThrow().key(), "signed");
    }

    private void settle(Pulled... page) {
        exchange.settle(List.of(page), "c" + page[page.length - 1].position(), village.now());
    }

    private RecordSummary line() {
        return workspace
                .archives()
                .list(RecordFilter.all("household"), RecordFilter.Window.first(1))
                .items()
                .get(0);
    }

    private Change other(UUID record, long sequence, String from, String to) {
        return village.elsewhere(record, sequence, new FieldChange("head.name", Optional.of(from), Optional.of(to)));
    }
}
