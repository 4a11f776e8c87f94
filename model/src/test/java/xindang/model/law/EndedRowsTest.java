package xindang.model.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Change;
import xindang.model.archive.Content;
import xindang.model.archive.FieldChange;
import xindang.model.archive.Withheld;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.template.Template;

/** Which values of received rows are withheld, because their five years are over (征信业管理条例 article 16). */
class EndedRowsTest {
    private static final Template HOUSEHOLD = ShippedTemplates.load().get("household");
    private static final String ROW = "adverse.items.a1.";
    private static final FieldChange KIND = FieldChange.set(ROW + "kind", "overdue");
    private static final FieldChange FACT = FieldChange.set(ROW + "fact", "贷款逾期");
    private static final FieldChange END = FieldChange.set(ROW + "endsOn", "2021-06-01");
    private static final String LAST = "2026-06-01";
    private static final String AFTER_LAST = "2026-06-02";

    @Test
    void withholdsTheRowFromTheDayAfterItsLastDayExceptItsEnd() {
        assertEquals(List.of(), withheld(LAST, Content.EMPTY, change(KIND, FACT, END)));
        assertEquals(List.of("kind", "fact"), withheld(AFTER_LAST, Content.EMPTY, change(KIND, FACT, END)));
        var kept = EndedRows.of(
                        HOUSEHOLD,
                        Content.EMPTY,
                        List.of(change(KIND, END)),
                        Content.EMPTY.with(List.of(KIND, END)),
                        LocalDate.parse(AFTER_LAST))
                .get(0);
        assertEquals(Due.OVER, kept.places().get(0).code());
        assertEquals(
                List.of(FieldChange.set(ROW + "kind", Withheld.of("overdue")), END),
                kept.change().fields());
    }

    @Test
    void thePlatformWithholdsOnceTheDayIsOverEverywhere() {
        var changes = List.of(change(KIND, FACT, END));
        var after = Content.EMPTY.with(List.of(KIND, FACT, END));
        var midnight = Instant.parse("2026-06-02T00:00:00Z");
        assertEquals(List.of(), Gate.ended(HOUSEHOLD, Content.EMPTY, changes, after, midnight.minusMillis(1)));
        assertEquals(
                1,
                Gate.ended(HOUSEHOLD, Content.EMPTY, changes, after, midnight).size());
    }

    @Test
    void aRowWithoutAnEndAndARowWithoutATermAreKept() {
        assertEquals(List.of(), withheld("2099-01-01", Content.EMPTY, change(KIND, FACT)));
        var year = FieldChange.set("income.years.y1.year", "2001");
        var end = FieldChange.set("income.years.y1.endsOn", "2001-01-01");
        assertEquals(List.of(), withheld("2099-01-01", Content.EMPTY, change(year, end)));
        var head = FieldChange.set("head.name", "那守田");
        assertEquals(List.of("kind"), withheld(AFTER_LAST, Content.EMPTY, change(head, KIND, END)));
    }

    @Test
    void thePresentEndDecidesAndForADeletedRowItsLastOne() {
        var later = new FieldChange(ROW + "endsOn", END.after(), Optional.of("2024-06-01"));
        assertEquals(List.of(), withheld(AFTER_LAST, Content.EMPTY, change(KIND, END), change(later)));
        var earlier = new FieldChange(ROW + "endsOn", Optional.of("2024-06-01"), END.after());
        assertEquals(
                List.of("kind"),
                withheld(
                        AFTER_LAST,
                        Content.EMPTY,
                        change(KIND, FieldChange.set(ROW + "endsOn", "2024-06-01")),
                        change(earlier)));

        var deletion = change(deleted(KIND), deleted(END));
        assertEquals(
                List.of("kind", "kind"),
                withheld(AFTER_LAST, Content.EMPTY, change(KIND, END), deletion),
                "both changes contain it");
        assertEquals(List.of(), withheld(LAST, Content.EMPTY, change(KIND, END), deletion));
        assertEquals(
                List.of(),
                withheld(
                        AFTER_LAST,
                        Content.EMPTY,
                        change(KIND, END),
                        change(later),
                        change(deleted(KIND), deleted(later))),
                "the last end of the deleted row is 2024");
    }

    @Test
    void whatWasKeptBeforeStaysUnlessItIsAMark() {
        var before = Content.EMPTY.with(List.of(KIND, FACT, END));
        assertEquals(List.of(), withheld(AFTER_LAST, before, change(deleted(FACT))), "the changes bring nothing");
        var mark = FieldChange.set(ROW + "fact", Withheld.of("贷款逾期"));
        var marked = Content.EMPTY.with(List.of(KIND, mark, END));
        assertEquals(List.of("fact"), withheld(AFTER_LAST, marked, change(deleted(FACT))));
        var repaired = FieldChange.set(ROW + "repair", "已还清");
        assertEquals(List.of("repair"), withheld(AFTER_LAST, before, change(repaired)));
    }

    /** The changes are applied in their order; the fields whose values are withheld, without the path of the row. */
    private static List<String> withheld(String today, Content before, Change... changes) {
        var after = before;
        for (var change : changes) {
            after = after.with(change.fields());
        }
        var found = new ArrayList<String>();
        EndedRows.of(HOUSEHOLD, before, List.of(changes), after, LocalDate.parse(today))
                .forEach(kept ->
                        kept.places().forEach(place -> found.add(place.path().replace(ROW, ""))));
        return found;
    }

    private static FieldChange deleted(FieldChange field) {
        return new FieldChange(field.path(), field.after(), Optional.empty());
    }

    private static Change change(FieldChange... fields) {
        return Arrivals.of(HOUSEHOLD, fields).change();
    }
}
