package xindang.model.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Content;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.template.Checks;
import xindang.model.template.Template;

class RetentionTest {
    private static final String END = "adverse.items.a1.endsOn";
    private static final Template HOUSEHOLD = ShippedTemplates.load().get("household");

    @Test
    void fiveYearsAfterTheEndTheRowGoesFromTheNextDay() {
        var content = item("2020-11-18", "ended");
        assertEquals(List.of(), Retention.due(HOUSEHOLD, content, LocalDate.of(2025, 11, 18)));
        assertEquals(
                List.of(new Due("adverse.items", "a1", LocalDate.of(2025, 11, 18))),
                Retention.due(HOUSEHOLD, content, LocalDate.of(2025, 11, 19)));
    }

    @Test
    void whatHasNotEndedDoesNotAge() {
        var open = Content.of(Map.of("adverse.items.a1.fact", "贷款逾期", "adverse.items.a1.occurredOn", "2001-01-01"));
        assertEquals(List.of(), Retention.due(HOUSEHOLD, open, LocalDate.of(2026, 1, 1)));
        assertEquals(List.of(), Retention.due(HOUSEHOLD, item("2099-12-31", "open"), LocalDate.of(2026, 1, 1)));
    }

    @Test
    void anEndKnownToTheMonthCountsFromItsLastDay() {
        var due = Retention.due(HOUSEHOLD, item("2020-02", "ended"), LocalDate.of(2026, 1, 1));
        assertEquals(LocalDate.of(2025, 2, 28), due.get(0).lastDay());
    }

    @Test
    void dueRowsAreDeletedWithAllTheirValues() {
        var content = item("2015-01-01", "ended").with("head.name", "那守田");
        var left = content.with(
                Past.of(HOUSEHOLD, content, List.of(), LocalDate.of(2026, 1, 1)).deletions());
        assertEquals(Content.of(Map.of("head.name", "那守田")), left);
    }

    @Test
    void repairedRowsAreNotShownThoughTheirTermRuns() {
        var content = item("2025-01-01", "repaired").with("head.name", "那守田");
        var today = LocalDate.of(2026, 1, 1);
        assertEquals(List.of(), Retention.due(HOUSEHOLD, content, today));
        assertEquals(Content.of(Map.of("head.name", "那守田")), Retention.shown(HOUSEHOLD, content, today));
        var ended = item("2025-01-01", "ended");
        assertEquals(ended, Retention.shown(HOUSEHOLD, ended, today));
    }

    @Test
    void saysWhereTheFiveYearsCannotBegin() {
        var today = LocalDate.of(2026, 1, 1);
        assertEquals(
                List.of("law.term.endless"),
                oddities(item("2025-01-01", "ended").with(END, null), today));
        assertEquals(
                List.of("law.term.endless"),
                oddities(
                        Content.of(Map.of("adverse.items.a1.fact", "贷款逾期", "adverse.items.a1.kind", "overdue")),
                        today));
        assertEquals(List.of(), oddities(item("2025-01-01", "open").with(END, null), today));
        assertEquals(List.of(), oddities(item("2025-01-01", "ended"), today));
        assertEquals(List.of("law.term.contradicted"), oddities(item("2025-12-31", "open"), today));
        assertEquals(List.of(), oddities(item("2026-01", "open"), today));
    }

    @Test
    void theFirstExpiredDayIsTheDayAfterTheEarliestLastDay() {
        var content = item("2020-11-18", "ended").with("adverse.items.a2.endsOn", "2019-02-28");
        assertEquals(
                List.of(LocalDate.of(2024, 2, 29), LocalDate.of(2025, 11, 19)),
                List.copyOf(Gate.turns(HOUSEHOLD, content)));
        assertEquals(Optional.of(LocalDate.of(2024, 2, 29)), Gate.firstDue(HOUSEHOLD, content));
        assertEquals(
                Optional.empty(),
                Gate.firstDue(
                        HOUSEHOLD,
                        content.with("head.name", "那守田").with(END, null).with("adverse.items.a2.endsOn", null)));
        assertEquals(List.of(), Gate.due(HOUSEHOLD, content, LocalDate.of(2024, 2, 28)));
        assertEquals(
                "a2",
                Gate.due(HOUSEHOLD, content, LocalDate.of(2024, 2, 29)).get(0).row());
    }

    @Test
    void aConsentAndATermTurnOnTheDayAfterTheirLastDay() {
        var consent = Content.of(Map.of(
                "consents.given.a.kind", "signed",
                "consents.given.a.signedAt", "2026-01-10",
                "consents.given.a.until", "2026-12-31",
                "consents.given.b.until", "someday"));
        assertEquals(
                List.of(LocalDate.of(2026, 1, 10), LocalDate.of(2027, 1, 1)),
                List.copyOf(Gate.turns(HOUSEHOLD, consent)));
    }

    @Test
    void aRowWithoutAnEndAndWithoutItsRequiredValuesMayBeALeftover() {
        assertTrue(Gate.mayHaveLeftovers(HOUSEHOLD, Content.of(Map.of("adverse.items.a1.repair", "已还清"))));
        for (var field : List.of("kind", "fact", "endsOn")) {
            var row = Map.of("adverse.items.a1.repair", "已还清", "adverse.items.a1." + field, "2020-01-01");
            assertFalse(Gate.mayHaveLeftovers(HOUSEHOLD, Content.of(row)), field);
        }
        assertFalse(Gate.mayHaveLeftovers(HOUSEHOLD, Content.of(Map.of("income.years.y1.net", "1"))));
        assertFalse(Gate.mayHaveLeftovers(HOUSEHOLD, Content.EMPTY));
    }

    @Test
    void theValuesOfARowWithoutAnEndNeverExpireByThemselves() {
        var row = Content.of(Map.of(
                "adverse.items.a1.fact", "贷款逾期", "adverse.items.a1.kind", "overdue", "adverse.items.a12.fact", "拖欠水费"));
        assertEquals(
                Map.of("adverse.items.a1.fact", "贷款逾期", "adverse.items.a1.kind", "overdue"),
                Gate.endless(row, "adverse.items.a1.fact"));
        assertEquals(Map.of(), Gate.endless(row.with(END, "2020-01-01"), "adverse.items.a1.fact"));
    }

    private static List<String> oddities(Content content, LocalDate today) {
        return Checks.of(HOUSEHOLD, content, today).stream()
                .map(oddity -> oddity.path() + " " + oddity.violation().code())
                .map(text -> text.replace(END + " ", ""))
                .toList();
    }

    private static Content item(String endsOn, String status) {
        return Content.of(Map.of(
                "adverse.items.a1.kind",
                "overdue",
                "adverse.items.a1.fact",
                "贷款逾期",
                "adverse.items.a1.endsOn",
                endsOn,
                "adverse.items.a1.status",
                status));
    }
}
