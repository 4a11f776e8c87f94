package xindang.model.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Content;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.template.Template;

/** What each consent row is worth, and since when an item is locked. */
class ConsentStateTest {
    private static final Template HOUSEHOLD = ShippedTemplates.load().get("household");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);
    private static final Map<String, String> GIVEN =
            Map.of("kind", "signed", "noticeAt", "2026-01-10", "signedAt", "2026-01-10");

    @Test
    void eachStateHasItsName() {
        assertEquals(Map.of("a", ConsentState.VALID), states(Map.of("a", GIVEN)));
        assertEquals(Map.of("a", ConsentState.EXPIRED), states(Map.of("a", with(GIVEN, "until", "2026-11-17"))));
        assertEquals(Map.of("a", ConsentState.VALID), states(Map.of("a", with(GIVEN, "until", "2026-11-18"))));
        assertEquals(
                Map.of("a", ConsentState.INCOMPLETE), states(Map.of("a", Map.of("kind", "paper", "reference", "A-1"))));
        assertEquals(
                Map.of("a", ConsentState.WITHDRAWN, "b", ConsentState.WITHDRAWN),
                states(Map.of("a", GIVEN, "b", closing("withdrawn", "2026-03-02"))));
        assertEquals(
                Map.of("a", ConsentState.REFUSED, "b", ConsentState.REFUSED),
                states(Map.of("a", GIVEN, "b", closing("refused", "2026-03-02"))));
        assertEquals(
                Map.of("a", ConsentState.PARTLY, "b", ConsentState.WITHDRAWN),
                states(Map.of("a", GIVEN, "b", with(closing("withdrawn", "2026-03-02"), "blocks", "house"))));
        assertEquals(
                Map.of("a", ConsentState.VALID, "b", ConsentState.WITHDRAWN),
                states(Map.of("a", GIVEN, "b", closing("withdrawn", "2026-01-09"))));
    }

    @Test
    void aWithdrawalOfGivingEndsOnlyWhatItsReceiverGot() {
        var pass = with(with(GIVEN, "use", "pass-on"), "receiver", "冰城村镇银行");
        var withdrawn = with(closing("withdrawn", "2026-03-02"), "use", "pass-on");
        assertEquals(
                ConsentState.VALID,
                states(Map.of("a", pass, "b", with(withdrawn, "receiver", "拉林信用社")))
                        .get("a"));
        for (var receiver : List.of("冰城村镇银行", "冰城 村镇银行", "")) {
            var states = states(Map.of("a", pass, "b", with(withdrawn, "receiver", receiver), "c", GIVEN));
            assertEquals(ConsentState.WITHDRAWN, states.get("a"), receiver);
            assertEquals(ConsentState.VALID, states.get("c"), receiver);
        }
        assertEquals(
                ConsentState.WITHDRAWN,
                states(Map.of("a", pass, "b", closing("withdrawn", "2026-03-02")))
                        .get("a"));
    }

    @Test
    void aLockedItemSaysItsFirstDay() {
        assertEquals("never", since(Map.of()));
        assertEquals("never", since(Map.of("a", closing("refused", "2026-03-02"))));
        assertEquals("2026-03-02", since(Map.of("a", GIVEN, "b", closing("withdrawn", "2026-03-02"))));
        assertEquals("2026-03-02", since(Map.of("a", with(GIVEN, "until", "2026-03-01"))));
        var refusedAgain =
                Map.of("a", GIVEN, "b", closing("withdrawn", "2026-03-02"), "c", closing("refused", "2026-05-01"));
        assertEquals("2026-03-02", since(refusedAgain));
        var longTerm = Map.of("a", with(GIVEN, "until", "2026-10-31"), "b", closing("withdrawn", "2026-03-02"));
        assertEquals("2026-03-02", since(longTerm));
    }

    /** The state and the lock agree with the rule that opens items, whatever the rows say. */
    @Test
    void statesAgreeWithWhatIsOpen() {
        var random = new Random(20261118);
        for (var round = 0; round < 3000; round++) {
            var rows = new TreeMap<String, Map<String, String>>();
            for (var i = 0; i <= random.nextInt(4); i++) {
                rows.put("r" + i, row(random));
            }
            var content = content(rows);
            var open = Gate.consents(HOUSEHOLD, content, TODAY);
            var closed = Gate.closedItems(HOUSEHOLD, content, TODAY).stream()
                    .collect(Collectors.toMap(ConsentState.Closed::item, ConsentState.Closed::since));
            for (var item : HOUSEHOLD.consentItems()) {
                assertEquals(!open.covers(item), closed.containsKey(item), rows.toString());
                closed.getOrDefault(item, java.util.Optional.empty())
                        .ifPresent(day -> assertEquals(false, openOn(content, item, day), rows + " " + item + day));
            }
            var states = Gate.consentStates(HOUSEHOLD, content, TODAY);
            var gives = states.stream()
                    .filter(line -> line.row().isGiven() && !line.row().isPassOn())
                    .anyMatch(line -> line.state() == ConsentState.VALID || line.state() == ConsentState.PARTLY);
            assertEquals(gives, !open.items().isEmpty(), rows.toString());
        }
    }

    private static boolean openOn(Content content, String item, LocalDate day) {
        return Gate.consents(HOUSEHOLD, content, day).covers(item);
    }

    private static Map<String, String> row(Random random) {
        var row = new HashMap<String, String>();
        row.put("kind", List.of("signed", "paper", "refused", "withdrawn").get(random.nextInt(4)));
        var day = LocalDate.of(2026, 11, 10).plusDays(random.nextInt(9));
        if (random.nextInt(8) > 0) {
            row.put("signedAt", day.toString());
        }
        if (random.nextInt(8) > 0) {
            row.put("noticeAt", day.minusDays(random.nextInt(3)).toString());
        }
        if (random.nextInt(3) == 0) {
            row.put("until", day.plusDays(random.nextInt(9)).toString());
        }
        if (random.nextInt(2) == 0) {
            row.put(
                    "blocks",
                    List.of("house", "income", "finance.deposits,house").get(random.nextInt(3)));
        }
        if (random.nextInt(4) == 0) {
            row.put("use", "pass-on");
        }
        return row;
    }

    private static Map<String, String> closing(String kind, String day) {
        return Map.of("kind", kind, "signedAt", day);
    }

    private static Map<String, String> with(Map<String, String> row, String field, String value) {
        var more = new HashMap<>(row);
        more.put(field, value);
        return more;
    }

    private static Map<String, ConsentState> states(Map<String, Map<String, String>> rows) {
        return Gate.consentStates(HOUSEHOLD, content(rows), TODAY).stream()
                .collect(Collectors.toMap(line -> line.row().key(), ConsentState.Line::state));
    }

    private static String since(Map<String, Map<String, String>> rows) {
        return Gate.closedItems(HOUSEHOLD, content(rows), TODAY).stream()
                .filter(closed -> closed.item().equals("house"))
                .findFirst()
                .flatMap(ConsentState.Closed::since)
                .map(LocalDate::toString)
                .orElse("never");
    }

    private static Content content(Map<String, Map<String, String>> rows) {
        var values = new HashMap<String, String>();
        rows.forEach(
                (key, row) -> row.forEach((field, value) -> values.put("consents.given." + key + "." + field, value)));
        values.values().removeIf(String::isEmpty);
        return Content.of(values);
    }
}
