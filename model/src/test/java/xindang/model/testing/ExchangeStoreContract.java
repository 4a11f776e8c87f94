package xindang.model.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Change;
import xindang.model.archive.Draft;
import xindang.model.archive.FieldChange;
import xindang.model.archive.TemplateRef;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.exchange.ExchangeStore;
import xindang.model.exchange.ExchangeStore.Counts;
import xindang.model.exchange.ExchangeStore.Pulled;
import xindang.model.exchange.ExchangeStore.Returned;
import xindang.model.exchange.Verdict;
import xindang.model.wire.ChangeJson;

/** What every archive keeps of an exchange. */
public abstract class ExchangeStoreContract {
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final UUID PERSON = new UUID(5, 1);

    /** A new, empty archive. */
    protected abstract Office office();

    private static Draft draft(UUID record, FieldChange... fields) {
        return new Draft(
                UUID.randomUUID(),
                record,
                new TemplateRef("household", 1),
                List.of(fields),
                "张敏",
                NOW,
                "screen",
                List.of());
    }

    private static Draft household(String name) {
        return draft(UUID.randomUUID(), FieldChange.set("head.name", name));
    }

    private static Change elsewhere(UUID record, FieldChange... fields) {
        return draft(record, fields).at(PERSON, "LL-77-7777", 1, Change.GENESIS);
    }

    @Test
    void givesTheSameBatchUntilItsReceiptIsThere() {
        var office = office();
        var store = office.exchange();
        office.save(List.of(household("王德才")));
        var batch = store.seal(200).orElseThrow();
        office.save(List.of(household("李桂芝")));

        assertEquals(Optional.of(batch), store.sealed());
        assertEquals(Optional.of(batch), store.seal(200));
        assertEquals(new Counts(1, 1, 0, 0), store.counts());
        store.receipted(batch.key(), "receipt");
        assertEquals(Optional.empty(), store.sealed());
        assertEquals(new Counts(1, 0, 1, 0), store.counts());
    }

    @Test
    void takesNoReceiptForAnotherBatch() {
        var office = office();
        var store = office.exchange();
        office.save(List.of(household("王德才")));
        store.seal(200);

        var failure = assertThrows(AppException.class, () -> store.receipted(UUID.randomUUID(), "receipt"));

        assertEquals(ErrorCode.STALE, failure.code());
        assertEquals(1, store.counts().sealed());
    }

    @Test
    void sealsSeveralBatchesAtOnceAndGivesThemAgain() {
        var office = office();
        var store = office.exchange();
        for (var i = 0; i < 5; i++) {
            office.save(List.of(household("户" + i)));
        }
        var first = store.seal(2).orElseThrow();

        var open = store.seal(2, 2);

        assertEquals(first.key(), open.get(0).key());
        assertEquals(
                List.of(List.of(1L, 2L), List.of(3L, 4L)),
                open.stream().map(each -> List.of(each.first(), each.last())).toList());
        assertEquals(open, store.seal(2, 2));
        assertEquals(new Counts(1, 4, 0, 0), store.counts());
        assertEquals(
                store.own(2, 2).stream().map(ChangeJson::write).toList(),
                store.texts(open.get(1).first(), open.get(1).last()));
        store.receipted(new TreeMap<>(Map.of(open.get(0), "receipt")));
        assertEquals(new Counts(1, 2, 2, 0), store.counts());
        assertEquals(open.get(1).key(), store.sealed().orElseThrow().key());
        var rest = store.seal(2, 9);
        assertEquals(open.get(1), rest.get(0));
        assertEquals(2, rest.size());
        store.receipted(new TreeMap<>(Map.of(rest.get(0), "receipt", rest.get(1), "receipt")));
        assertEquals(new Counts(0, 0, 5, 0), store.counts());
        assertEquals(List.of(), store.seal(2, 9));
    }

    @Test
    void takesNoReceiptBeforeThatOfAnEarlierBatch() {
        var office = office();
        var store = office.exchange();
        office.save(List.of(household("王德才")));
        office.save(List.of(household("李桂芝")));
        var open = store.seal(1, 2);

        var failure =
                assertThrows(AppException.class, () -> store.receipted(new TreeMap<>(Map.of(open.get(1), "receipt"))));

        assertEquals(ErrorCode.STALE, failure.code());
        assertEquals(2, store.counts().sealed());
    }

    @Test
    void chainsTheChangesOfItsDevice() {
        var office = office();
        office.save(List.of(household("王德才"), household("李桂芝")));
        office.save(List.of(household("赵国强")));

        var own = office.exchange().own(0, 10);

        assertEquals(List.of(1L, 2L, 3L), own.stream().map(Change::sequence).toList());
        assertEquals(Change.GENESIS, own.get(0).previous());
        assertEquals(ChangeJson.digest(own.get(0)), own.get(1).previous());
        assertEquals(ChangeJson.digest(own.get(1)), own.get(2).previous());
        assertEquals(own.subList(1, 2), office.exchange().own(1, 1));
        assertEquals(own, office.exchange().seal(200).orElseThrow().changes());
    }

    @Test
    void settlesItsOwnChangesWhenTheyComeBack() {
        var office = office();
        var store = office.exchange();
        var draft = household("王德才");
        office.save(List.of(draft));
        var batch = store.seal(200).orElseThrow();
        store.receipted(batch.key(), "receipt");

        store.settle(List.of(pulled(5, batch.changes().get(0), Verdict.APPLIED)), "5-abc", NOW);

        assertEquals(new Counts(0, 0, 0, 1), store.counts());
        assertEquals("5-abc", store.cursor());
        assertEquals(Optional.of(NOW), store.lastExchange());
        assertEquals("王德才", office.content(draft.record()).text("head.name"));
    }

    @Test
    void settlesARunOfItsOwnChangesThatIsOnlyNamed() {
        var office = office();
        var store = office.exchange();
        var first = household("王德才");
        var second = household("李桂芝");
        office.save(List.of(first, second));
        office.save(
                List.of(draft(first.record(), new FieldChange("head.name", Optional.of("王德才"), Optional.of("王德财")))));
        office.save(List.of(household("赵国强")));
        var digests = store.own(0, 10).stream().map(ChangeJson::digest).toList();
        store.receipted(store.seal(200).orElseThrow().key(), "receipt");

        var run = new Returned(7, 1, 3, digests.get(2), Verdict.APPLIED);
        assertTrue(store.holds(run));
        store.settle(List.of(run), "9-abc", NOW);
        store.settle(List.of(run), "9-abc", NOW);

        assertEquals(new Counts(0, 0, 1, 3), store.counts());
        assertEquals("王德财", office.content(first.record()).text("head.name"));
        assertEquals("李桂芝", office.content(second.record()).text("head.name"));
        store.settle(List.of(new Returned(12, 4, 4, digests.get(3), Verdict.APPLIED)), "12-abc", NOW);
        assertEquals(new Counts(0, 0, 0, 4), store.counts());
    }

    @Test
    void knowsARunThatIsNotItsOwn() {
        var office = office();
        var store = office.exchange();
        office.save(List.of(household("王德才"), household("李桂芝")));
        var digests = store.own(0, 10).stream().map(ChangeJson::digest).toList();

        assertFalse(store.holds(new Returned(1, 1, 2, digests.get(0), Verdict.APPLIED)));
        assertFalse(store.holds(new Returned(1, 1, 3, digests.get(1), Verdict.APPLIED)));
        assertFalse(store.holds(new Returned(1, 0, 2, digests.get(1), Verdict.APPLIED)));
        assertFalse(store.holds(new Returned(1, 2, 1, digests.get(0), Verdict.APPLIED)));
    }

    @Test
    void aRunSettlesPartOfARecordUnderWhatStillWaits() {
        var office = office();
        var store = office.exchange();
        var draft = household("王德才");
        office.save(List.of(draft));
        store.receipted(store.seal(200).orElseThrow().key(), "receipt");
        office.save(List.of(draft(draft.record(), FieldChange.set("head.phone", "13911111111"))));
        var own = store.own(0, 10);
        var other = draft(draft.record(), FieldChange.set("head.phone", "13722222222"))
                .at(PERSON, "LL-77-7777", 1, Change.GENESIS);

        store.settle(
                List.of(
                        new Returned(1, 1, 1, ChangeJson.digest(own.get(0)), Verdict.APPLIED),
                        pulled(2, other, Verdict.APPLIED)),
                "2-abc",
                NOW);
        store.receipted(store.seal(200).orElseThrow().key(), "receipt");
        store.settle(List.of(new Returned(3, 2, 2, ChangeJson.digest(own.get(1)), Verdict.CONFLICT)), "3-abc", NOW);

        assertEquals(new Counts(0, 0, 0, 2), store.counts());
        assertEquals("13722222222", office.content(draft.record()).text("head.phone"));
        assertEquals(
                Optional.of("13911111111"), office.conflicts().get(0).offered().value());
    }

    @Test
    void aRunThatWasSetAsideIsTakenBack() {
        var office = office();
        var store = office.exchange();
        var draft = household("王德才");
        office.save(List.of(draft));
        office.save(List.of(draft(draft.record(), FieldChange.set("head.phone", "13911111111"))));
        var own = store.own(0, 10);
        store.receipted(store.seal(200).orElseThrow().key(), "receipt");

        store.settle(
                List.of(
                        new Returned(1, 1, 1, ChangeJson.digest(own.get(0)), Verdict.APPLIED),
                        new Returned(2, 2, 2, ChangeJson.digest(own.get(1)), Verdict.QUARANTINED)),
                "2-abc",
                NOW);

        assertEquals(new Counts(0, 0, 0, 2), store.counts());
        assertEquals("", office.content(draft.record()).text("head.phone"));
        assertEquals("王德才", office.content(draft.record()).text("head.name"));
    }

    @Test
    void takesAPageTwiceAndItsChangesOnce() {
        var office = office();
        var store = office.exchange();
        var record = UUID.randomUUID();
        var page = List.of(pulled(1, elsewhere(record, FieldChange.set("head.name", "王德才")), Verdict.APPLIED));
        store.settle(page, "1-abc", NOW);
        var edit = draft(record, new FieldChange("head.name", Optional.of("王德才"), Optional.of("王德财")));
        office.save(List.of(edit));

        store.settle(page, "1-abc", NOW);

        assertEquals("王德财", office.content(record).text("head.name"));
        assertEquals(List.of(), office.conflicts());
    }

    @Test
    void keepsWhatIsTypedOnTopOfWhatComesIn() {
        var office = office();
        var store = office.exchange();
        var record = UUID.randomUUID();
        var first = elsewhere(record, FieldChange.set("head.name", "王德才"));
        store.settle(List.of(pulled(1, first, Verdict.APPLIED)), "1-abc", NOW);
        office.save(List.of(draft(record, FieldChange.set("head.phone", "13911111111"))));
        var second = draft(record, FieldChange.set("file.group", "三组"))
                .at(PERSON, "LL-77-7777", 2, ChangeJson.digest(first));

        store.settle(List.of(pulled(2, second, Verdict.APPLIED)), "2-abc", NOW);

        assertEquals("13911111111", office.content(record).text("head.phone"));
        assertEquals("三组", office.content(record).text("file.group"));
        assertEquals(1, store.counts().local());
    }

    @Test
    void remembersSmallTexts() {
        ExchangeStore store = office().exchange();

        store.setting("exchange.key", "first");
        store.setting("exchange.key", "second");

        assertEquals(Optional.of("second"), store.setting("exchange.key"));
        assertEquals(Optional.empty(), store.setting("exchange.other"));
        assertEquals("", store.cursor());
    }

    /** A change as it is pulled. */
    public static Pulled pulled(long position, Change change, Verdict verdict) {
        return new Pulled(position, change, verdict, ChangeJson.digest(change));
    }
}
