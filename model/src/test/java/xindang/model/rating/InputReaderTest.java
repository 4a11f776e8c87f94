package xindang.model.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Content;
import xindang.model.common.AppException;
import xindang.model.json.JsonValue;

/** Each source of an input: its value at its limits, and when it is unknown instead of 0. */
final class InputReaderTest {
    private static final LocalDate ON = LocalDate.of(2026, 11, 18);

    @Test
    void agesChangeOnTheBirthdayAndYearsOfWorkOnNewYearsDay() {
        assertEquals("13", age("2012-11-19"));
        assertEquals("14", age("2012-11-18"));
        assertEquals("0", age("2026-11-18"));
        assertEquals("unknown", age("2026-11-19"));
        assertEquals("26", age("2000"), "a year counts from its first day");
        assertEquals("unknown", age("soon"));
        assertEquals("1", since("2026-11-18"));
        assertEquals("2", since("2025-12-31"));
        assertEquals("11", since("2016"));
        assertEquals("unknown", since("2026-12"));
    }

    /** The oracle subtracts years by the calendar of periods. */
    @Test
    void agesAgreeWithTheCalendar() {
        var random = new SplittableRandom(11);
        for (var round = 0; round < 2000; round++) {
            var born = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(46_000));
            assertEquals(Integer.toString(Period.between(born, ON).getYears()), age(born.toString()), born::toString);
        }
    }

    @Test
    void theFirstKnownValueCounts() {
        var json = "{\"first\":[\"a.one\",\"two\",\"a.three\"]}";
        assertEquals("1", read(json, Map.of("a.one", "1", "a.three", "3"), Map.of("two", "2")));
        assertEquals("2", read(json, Map.of("a.three", "3"), Map.of("two", "2")));
        assertEquals("3", read(json, Map.of("a.three", "3"), Map.of()));
        assertEquals("unknown", read(json, Map.of("a.four", "4"), Map.of()));
        assertEquals("4", read("{\"path\":\"a.four\"}", Map.of("a.four", "4"), Map.of()));
    }

    @Test
    void nothingFilledAndNoRowAreUnknown() {
        var filled = "{\"filled\":[\"a.one\",\"a.two\"]}";
        assertEquals("unknown", read(filled, Map.of("a.three", "3"), Map.of()));
        assertEquals("1", read(filled, Map.of("a.two", "x"), Map.of()));
        assertEquals("2", read(filled, Map.of("a.one", "x", "a.two", "x"), Map.of()));
        var present = "{\"present\":\"g.rows\",\"where\":[{\"field\":\"kind\",\"in\":[\"x\"]}]}";
        assertEquals("unknown", read(present, Map.of("g.rows.a.kind", "y"), Map.of()));
        assertEquals("true", read(present, Map.of("g.rows.a.kind", "x"), Map.of()));
    }

    @Test
    void noRowsAreZeroOnlyWhenTheQuestionWasAsked() {
        var count =
                "{\"count\":\"g.rows\",\"where\":[{\"field\":\"kind\",\"in\":[\"x\"]}],\"known\":[\"a.any\",\"b\"]}";
        assertEquals("unknown", read(count, Map.of(), Map.of()));
        assertEquals("0", read(count, Map.of("a.any", "false"), Map.of()));
        assertEquals("0", read(count, Map.of(), Map.of("b", "1")));
        assertEquals("unknown", read(count, Map.of("a.any", "false", "g.rows.a.note", "?"), Map.of()));
        assertEquals("1", read(count, Map.of("g.rows.a.note", "?", "g.rows.b.kind", "x"), Map.of()));
        assertEquals("2", read(count, Map.of("g.rows.a.kind", "x", "g.rows.b.kind", "x"), Map.of()));
        assertEquals("0", read("{\"count\":\"g.rows\"}", Map.of(), Map.of()));
        assertEquals("unknown", read("{\"count\":\"g.rows\",\"unknownWhenNone\":true}", Map.of(), Map.of()));
    }

    @Test
    void sumsAndExtremesOfRowsSkipWhatIsNoNumber() {
        var rows = Map.of("g.rows.a.n", "3", "g.rows.b.n", "5.50", "g.rows.c.n", "many", "a.any", "true");
        assertEquals("8.5", read("{\"sum\":\"g.rows.*.n\"}", rows, Map.of()));
        assertEquals("5.5", read("{\"max\":\"g.rows.*.n\"}", rows, Map.of()));
        assertEquals("3", read("{\"min\":\"g.rows.*.n\"}", rows, Map.of()));
        assertEquals("unknown", read("{\"sum\":\"g.rows.*.m\"}", rows, Map.of()));
        assertEquals("0", read("{\"sum\":\"g.rows.*.m\",\"known\":[\"a.any\"]}", rows, Map.of()));
        assertEquals("unknown", read("{\"sum\":\"g.rows.*.m\",\"known\":[\"a.none\"]}", rows, Map.of()));
        assertThrows(AppException.class, () -> read("{\"sum\":\"g.rows\"}", rows, Map.of()));
    }

    @Test
    void theLatestWholePeriodCountsAndItsCellsComeFromItsOnlyRow() {
        var period = "{\"period\":\"g.years\",\"by\":\"year\",\"need\":[[\"in\",\"out\"],[\"net\"]]}";
        var rows = new TreeMap<>(Map.of(
                "g.years.a.year",
                "2023",
                "g.years.a.in",
                "9",
                "g.years.a.out",
                "4",
                "g.years.b.year",
                "2024",
                "g.years.b.in",
                "10"));
        assertEquals("2023", read(period, rows, Map.of()));
        rows.put("g.years.c.year", "2022");
        rows.put("g.years.c.net", "1");
        assertEquals("2023", read(period, rows, Map.of()), "the latest, not the first");
        rows.put("g.years.b.net", "7");
        assertEquals("2024", read(period, rows, Map.of()));
        rows.put("g.years.d.year", "2024");
        assertEquals("2023", read(period, rows, Map.of()), "two rows of one year count as none");

        var before = period.replace("\"need\"", "\"needBefore\":[\"net\"],\"need\"");
        assertEquals("2023", read(before, rows, Map.of()), "2022 has its net");
        rows.remove("g.years.c.net");
        assertEquals("unknown", read(before, rows, Map.of()));

        var cell = "{\"cell\":\"g.years.*.in\",\"by\":\"year\",\"at\":\"p\"}";
        assertEquals("9", read(cell, rows, Map.of("p", "2023")));
        assertEquals("unknown", read(cell, rows, Map.of("p", "2024")), "two rows");
        assertEquals("unknown", read(cell, rows, Map.of("p", "2022")));
        assertEquals("unknown", read(cell, rows, Map.of()));
        var back = cell.replace("\"at\"", "\"before\":true,\"at\"");
        assertEquals("9", read(back, rows, Map.of("p", "2024")));
        assertEquals("unknown", read(back, rows, Map.of("p", "last year")));
    }

    @Test
    void columnsAreListedSortedAndTheNewestDateIsFound() {
        var rows = Map.of(
                "g.rows.a.on", "2026-03-01", "g.rows.b.on", "2025-12-31", "g.rows.c.kind", "x", "g.rows.b.kind", "x");
        assertEquals("2026-03-01", read("{\"newest\":\"g.rows.*.on\"}", rows, Map.of()));
        var ofKind = "\"where\":[{\"field\":\"kind\",\"in\":[\"x\"]}]}";
        assertEquals("2025-12-31", read("{\"newest\":\"g.rows.*.on\"," + ofKind, rows, Map.of()));
        assertEquals("2025-12-31,2026-03-01", read("{\"list\":\"g.rows.*.on\"}", rows, Map.of()));
        assertEquals(
                "2025-12-31,none", read("{\"list\":\"g.rows.*.on\",\"otherwise\":\"none\"," + ofKind, rows, Map.of()));
        assertEquals("unknown", read("{\"list\":\"g.rows.*.off\"}", rows, Map.of()));
        assertEquals("unknown", read("{\"newest\":\"g.rows.*.off\"}", rows, Map.of()));
    }

    @Test
    void totalsLeaveOutRowsThatAreNotWhole() {
        var totals = "{\"totals\":\"g.rows\",\"fields\":[\"p\",\"q\"]}";
        var rows = Map.of(
                "g.rows.a.p", "9", "g.rows.a.q", "1.5", "g.rows.b.p", "2", "g.rows.c.p", "1", "g.rows.c.q", "1.0");
        assertEquals("2,10.5", read(totals, rows, Map.of()), "sorted as numbers");
        assertEquals("unknown", read(totals, Map.of("g.rows.b.p", "2"), Map.of()));
    }

    @Test
    void sumsOfInputsNeedTheirRequiredOnesAndOneToAdd() {
        var plus = "{\"plus\":[\"a\",\"b\"],\"minus\":[\"c\"],\"require\":[\"a\"]}";
        assertEquals("6", read(plus, Map.of(), Map.of("a", "4", "b", "3", "c", "1")));
        assertEquals("3", read(plus, Map.of(), Map.of("a", "4", "c", "1")));
        assertEquals("unknown", read(plus, Map.of(), Map.of("b", "3", "c", "1")));
        var free = plus.replace(",\"require\":[\"a\"]", "");
        assertEquals("2", read(free, Map.of(), Map.of("b", "3", "c", "1")));
        assertEquals("unknown", read(free, Map.of(), Map.of("c", "1")));
    }

    @Test
    void ratiosAndGrowthAreRoundedHalfUpToFourDecimalsAndNeedADivisorAboveZero() {
        var ratio = "{\"ratio\":[\"a\",\"b\"]}";
        assertEquals("0.6667", read(ratio, Map.of(), Map.of("a", "2", "b", "3")));
        assertEquals("0.0001", read(ratio, Map.of(), Map.of("a", "0.00005", "b", "1")));
        assertEquals("0", read(ratio, Map.of(), Map.of("a", "0.00004", "b", "1")));
        assertEquals("unknown", read(ratio, Map.of(), Map.of("a", "2", "b", "0")));
        assertEquals("unknown", read(ratio, Map.of(), Map.of("a", "2", "b", "-1")));
        assertEquals("unknown", read(ratio, Map.of(), Map.of("a", "2")));
        assertEquals("unknown", read(ratio, Map.of(), Map.of("b", "2")));
        var change = "{\"change\":[\"a\",\"b\"]}";
        assertEquals("0.25", read(change, Map.of(), Map.of("a", "5", "b", "4")));
        assertEquals("-0.25", read(change, Map.of(), Map.of("a", "3", "b", "4")));
        assertEquals("unknown", read(change, Map.of(), Map.of("a", "3", "b", "0")));
        assertEquals("unknown", read(change, Map.of(), Map.of("b", "4")));
        assertEquals("unknown", read(change, Map.of(), Map.of("a", "4")));
    }

    @Test
    void theFirstCaseThatHoldsIsChosen() {
        var choose =
                """
                {"choose":[{"when":[{"field":"a","atLeast":"10"}],"value":"many"},
                           {"when":[{"field":"a","atLeast":"1"}],"value":"some"}]}
                """;
        assertEquals("many", read(choose, Map.of(), Map.of("a", "10")));
        assertEquals("some", read(choose, Map.of(), Map.of("a", "9")));
        assertEquals("unknown", read(choose, Map.of(), Map.of("a", "0")));
        assertEquals("unknown", read(choose, Map.of(), Map.of()));
    }

    @Test
    void draftsAndConsentsAreCounted() {
        var input = input("{\"drafts\":\"adverse.items\"}");
        var facts = new Facts(Content.EMPTY, Village.CODE, Map.of("adverse.items", 2), Map.of(), false);
        assertEquals("2", input.reader().read(facts, Map.of(), ON).orElseThrow());
        assertEquals("unknown", read("{\"drafts\":\"adverse.items\"}", Map.of(), Map.of()));
        assertEquals("0", read("{\"consented\":true}", Map.of(), Map.of()));
        assertEquals("1", read("{\"consented\":true}", Map.of("consents.given.a.kind", "signed"), Map.of()));
        assertEquals(
                "0",
                read(
                        "{\"consented\":true}",
                        Map.of("consents.given.a.kind", "signed", "consents.given.a.use", "pass-on"),
                        Map.of()));
        assertEquals("0", read("{\"consented\":true}", Map.of("consents.given.a.kind", "refused"), Map.of()));
        assertThrows(AppException.class, () -> input("{\"guess\":true}"));
        assertThrows(AppException.class, () -> input("{\"consented\":false}"));
    }

    @Test
    void anInputIsAveragedAndNamedAsTheFormSays() {
        var input = input("{\"path\":\"a.b\",\"average\":true,\"labels\":{\"x\":\"甲\"}}");
        assertEquals(List.of(true, Map.of("x", "甲"), "n"), List.of(input.averaged(), input.labels(), input.name()));
        assertEquals(
                List.of(false, Map.of()),
                List.of(
                        input("{\"path\":\"a.b\"}").averaged(),
                        input("{\"path\":\"a.b\"}").labels()));
    }

    private static String age(String born) {
        return read("{\"age\":\"a.born\"}", Map.of("a.born", born), Map.of());
    }

    private static String since(String begun) {
        return read("{\"since\":\"a.begun\"}", Map.of("a.begun", begun), Map.of());
    }

    private static Input input(String json) {
        return InputReader.read(JsonValue.parse("{\"n\":" + json + "}")).get(0);
    }

    private static String read(String json, Map<String, String> values, Map<String, String> before) {
        return input(json)
                .reader()
                .read(Facts.open(Content.of(new HashMap<>(values)), Village.CODE), new TreeMap<>(before), ON)
                .orElse("unknown");
    }
}
