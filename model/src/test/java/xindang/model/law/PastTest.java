package xindang.model.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Author;
import xindang.model.archive.Body;
import xindang.model.archive.Change;
import xindang.model.archive.Conflict;
import xindang.model.archive.Content;
import xindang.model.archive.Row;
import xindang.model.archive.Withheld;
import xindang.model.law.Past.Reason;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.template.Template;

class PastTest {
    private static final Template HOUSEHOLD = ShippedTemplates.load().get("household");
    private static final String FACT = "adverse.items.a1.fact";
    private static final Content ITEM = Content.of(Map.of(FACT, "贷款逾期", "adverse.items.a1.endsOn", "2020-03-01"));

    private static final Instant AT = Instant.parse("2024-01-01T00:00:00Z");

    private final List<Change> history = new ArrayList<>();
    private Content now = Content.EMPTY;

    @Test
    void aRowIsToldUntilItsTermIsOverAndNotAfter() {
        become(ITEM);
        assertEquals(Optional.empty(), past("2025-03-01").closes(FACT));
        assertEquals(Optional.of(Reason.TERM), past("2025-03-02").closes(FACT));
        assertEquals(Optional.empty(), past("2025-03-02").closes("adverse.items.a2.fact"));
        assertEquals(Optional.empty(), past("2025-03-02").closes("head.name"));
    }

    @Test
    void ofAChildNothingIsToldButNameAndRelation() {
        var row = "family.members.c1";
        become(Content.of(Map.of(row + ".name", "那小满", row + ".education", "60")));
        assertEquals(Optional.empty(), past("2025-03-01").closes(row + ".education"));
        become(now.with(row + ".under14", "true"));

        var past = past("2025-03-01");
        assertEquals(Optional.of(Reason.CHILD), past.closes(row + ".education"));
        assertEquals(Optional.of(Reason.CHILD), past.closes(row + ".number"));
        assertEquals(Optional.empty(), past.closes(row + ".name"));
        assertEquals(Optional.empty(), past.closes(row));
    }

    @Test
    void aDeletedRowIsToldAsLongAsItCouldHaveBeenKept() {
        become(ITEM);
        become(Content.EMPTY);
        assertEquals(Optional.empty(), past("2025-03-01").closes(FACT));
        assertEquals(Optional.of(Reason.TERM), past("2025-03-02").closes(FACT));
    }

    @Test
    void aRowDeletedWithoutAnEndIsTold() {
        become(Content.of(Map.of(FACT, "贷款逾期")));
        become(Content.EMPTY);
        assertEquals(Optional.empty(), past("2049-01-01").closes(FACT));
    }

    @Test
    void theEndThatWasCorrectedCounts() {
        become(ITEM);
        become(ITEM.with("adverse.items.a1.endsOn", "2024-03-01"));
        assertEquals(Optional.empty(), past("2026-01-01").closes(FACT));
        become(ITEM.with("adverse.items.a1.endsOn", null));
        assertEquals(Optional.empty(), past("2026-01-01").closes(FACT));
    }

    @Test
    void whatIsLeftOfARowThatWasDeletedIsDeletedToo() {
        become(ITEM);
        become(Content.of(Map.of("head.name", "那守田")));
        now = now.with("adverse.items.a1.repair", "已还清");
        assertFalse(past("2025-03-01").isOver(FACT));
        assertTrue(past("2025-03-02").isOver(FACT));
        assertEquals(
                Content.of(Map.of("head.name", "那守田")),
                now.with(past("2025-03-02").deletions()));
    }

    @Test
    void aRowThatBeganAnewUnderTheKeyOfOneThatEndedIsKept() {
        become(ITEM);
        become(Content.EMPTY);
        become(Content.of(Map.of(FACT, "拖欠水费")));
        assertFalse(past("2025-03-02").isOver(FACT));
        assertFalse(past("2025-03-02").hasEnded("adverse.items", "a1"));
        assertEquals(List.of(), past("2025-03-02").deletions());
        assertEquals(Optional.of(Reason.TERM), past("2025-03-02").closes(FACT), "its key tells what ended before, too");
        assertTrue(past("2025-03-02").deletedSince(AT));

        become(Content.EMPTY);
        now = now.with("adverse.items.a1.repair", "已还清");
        assertTrue(past("2025-03-02").isOver(FACT));
    }

    @Test
    void aRowThatBeganAnewTellsNothingOfTheOneBeforeWhateverEndItHas() {
        become(ITEM);
        become(Content.EMPTY);
        become(ITEM.with("adverse.items.a1.endsOn", "2024-03-01"));
        assertEquals(Optional.of(Reason.TERM), past("2025-03-02").closes(FACT));
        assertEquals(List.of(), past("2025-03-02").deletions());
        assertFalse(past("2029-03-02").deletions().isEmpty());
    }

    @Test
    void whatWasMadeOfTheRecordBeforeARowWasDeletedMayTellItUntilItsTermIsOver() {
        become(ITEM);
        become(Content.EMPTY);
        assertFalse(past("2025-03-01").deletedSince(AT));
        assertTrue(past("2025-03-02").deletedSince(AT));
        assertFalse(past("2025-03-02").deletedSince(AT.plusSeconds(1)));
    }

    @Test
    void anItemWithoutConsentIsClosedForThat() {
        assertEquals(Optional.of(Reason.CONSENT), past("2025-03-01").closes("income.years.y1.totalIncome"));
    }

    @Test
    void aMarkIsClosedAsWithheldAndAnyOtherValueAsItsPath() {
        become(ITEM);
        assertEquals(Optional.of(Reason.WITHHELD), past("2025-03-01").closes(FACT, Withheld.of("血型A")));
        assertEquals(Optional.empty(), past("2025-03-01").closes(FACT, "贷款逾期"));
        assertEquals(Optional.of(Reason.TERM), past("2025-03-02").closes(FACT, "贷款逾期"));
        assertFalse(past("2025-03-01").hasEnded("adverse.items", "a1"));
        assertTrue(past("2025-03-02").hasEnded("adverse.items", "a1"));
    }

    @Test
    void aConflictIsClosedByAnyOfItsValues() {
        become(ITEM);
        assertEquals(Optional.empty(), closes("2025-03-01", FACT, Optional.of("甲"), Optional.of("乙")));
        assertEquals(Optional.of(Reason.TERM), closes("2025-03-02", FACT, Optional.of("甲"), Optional.of("乙")));
        assertEquals(
                Optional.of(Reason.WITHHELD),
                closes("2025-03-01", FACT, Optional.of("甲"), Optional.of(Withheld.of("血型A"))));
        var row = "family.members.c1";
        var plain = Row.text(Row.values(Content.of(Map.of(row + ".name", "那小满")), row));
        var income = Row.text(Row.values(Content.of(Map.of(row + ".name", "那小满", row + ".awayIncome", "1.00")), row));
        assertEquals(Optional.empty(), closes("2025-03-01", row, plain, Optional.empty()));
        assertEquals(Optional.of(Reason.CONSENT), closes("2025-03-01", row, income, Optional.empty()));
        assertEquals(Optional.of(Reason.CONSENT), closes("2025-03-01", row, Optional.empty(), income));
        assertEquals(
                Optional.of(Reason.TERM), closes("2025-03-02", "adverse.items.a1", Optional.empty(), Optional.empty()));
    }

    private Optional<Reason> closes(String today, String path, Optional<String> kept, Optional<String> offered) {
        return past(today)
                .closes(new Conflict(
                        new UUID(9, 9), new UUID(2, 0), path, Optional.empty(), side(kept), side(offered)));
    }

    private static Conflict.Side side(Optional<String> value) {
        return new Conflict.Side(value, "周敏", "LL-03-ab12", AT, new UUID(1, 1));
    }

    private Past past(String today) {
        return Gate.past(HOUSEHOLD, now, history, LocalDate.parse(today));
    }

    private void become(Content next) {
        history.add(new Change(
                Change.FORMAT,
                new UUID(1, history.size()),
                new UUID(2, 0),
                HOUSEHOLD.ref(),
                new Body.Fields(now.changesTo(next), List.of()),
                Author.of(new UUID(5, 1), "周敏"),
                AT,
                "screen",
                "LL-03-ab12",
                history.size() + 1,
                "",
                Optional.empty()));
        now = next;
    }
}
