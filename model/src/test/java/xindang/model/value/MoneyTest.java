package xindang.model.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import xindang.model.common.Violation;

class MoneyTest {
    @Test
    void readsCapitalAsRegistersWriteIt() {
        Map<String, String> spellings = Map.ofEntries(
                Map.entry("50万元人民币", "500000.00"),
                Map.entry("80(万元)", "800000.00"),
                Map.entry("1,000(万元)", "10000000.00"),
                Map.entry("100.000000万人民币", "1000000.00"),
                Map.entry("0.5万元人民币", "5000.00"),
                Map.entry("人民币伍拾万元（50万元）", ""),
                Map.entry("1.2亿元", "120000000.00"),
                Map.entry("￥67,000.50", "67000.50"),
                Map.entry("RMB 3000元整", "3000.00"),
                Map.entry("３万", "30000.00"),
                Map.entry("5000块", "5000.00"),
                Map.entry("２０万美元", "USD 200000.00"),
                Map.entry("$300", "USD 300.00"),
                Map.entry("500万港币", "HKD 5000000.00"),
                Map.entry("USD 200000.00", "USD 200000.00"));
        spellings.forEach((written, expected) -> {
            Parsed<Money> reading = Money.read(written, MoneyUnit.YUAN);
            assertEquals(expected, reading.isOk() ? reading.get().toString() : "", written + " " + reading);
        });
    }

    @Test
    void takesTheUnitOfTheColumnOnlyWhenTheCellDoesNotSay() {
        assertEquals("75000.00", read("7.5", MoneyUnit.TEN_THOUSAND_YUAN));
        assertEquals("67000.00", read("67000元", MoneyUnit.TEN_THOUSAND_YUAN));
        assertEquals("67000.00", read("6.7E4", MoneyUnit.YUAN));
        assertEquals("62390.00", read("6.239", MoneyUnit.TEN_THOUSAND_YUAN));
    }

    @Test
    void notesNegativeForeignAndRoundedAmounts() {
        assertEquals("number.negative", note("-3000"));
        assertEquals("number.negative", note("−3000"));
        assertEquals("number.negative", note("(3,000.00)"));
        assertEquals("-3000.00", read("(3,000.00)", MoneyUnit.YUAN));
        assertEquals("number.rounded", note("3.14159"));
        assertEquals("money.foreign", note("3美元"));
        assertEquals(List.of(), Money.read("3000", MoneyUnit.YUAN).notes());
    }

    @Test
    void neverGuessesWords() {
        assertEquals("number.approximate", code("约三万"));
        assertEquals("number.words", code("三万元"));
        assertEquals("number.approximate", code("5-6万"));
        assertEquals("number.approximate", code("2万多"));
        assertEquals("number.approximate", code("5万以上"));
        assertEquals("number.comma", code("1,5"));
        assertEquals("number.comma", code("1,0000"));
        assertEquals("number.several", code("3 万 5000"));
        assertEquals("number.unit", code("30斤"));
        assertEquals("number.unreadable", code("已还清"));
        assertEquals("number.lookalike", code("3O00"));
        assertEquals("number.range", code("1E15"));
        assertEquals("money.currencies", code("3美元人民币"));
        for (String blank : List.of("", " ", "N/A", "n/a", "—", "-", "--", "/", "无", "\u3000")) {
            assertEquals("value.blank", code(blank), blank);
        }
    }

    @Test
    void addsOnlyWhatIsOfOneCurrency() {
        Money yuan = Money.yuan(BigDecimal.TEN);
        assertEquals("20.00", yuan.plus(yuan).toString());
        Money dollars = new Money(BigDecimal.ONE, "USD");
        assertThrows(IllegalArgumentException.class, () -> yuan.plus(dollars));
        assertEquals(
                Violation.of("money.foreign", "1美元", "USD"),
                Money.read("1美元", MoneyUnit.YUAN).notes().get(0));
    }

    private static String read(String text, MoneyUnit unit) {
        return Money.read(text, unit).get().toString();
    }

    private static String note(String text) {
        return Money.read(text, MoneyUnit.YUAN).notes().get(0).code();
    }

    private static String code(String text) {
        return Money.read(text, MoneyUnit.YUAN).failure().map(Violation::code).orElse("read");
    }
}
