package xindang.reports.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xindang.reports.font.Fonts;

class LineBreakerTest {
    private final Type type = new Type(Fonts.bundled());
    private final LineBreaker breaker = new LineBreaker(type);

    /** Lines of at most {@code count} ideographs. */
    private List<String> lines(String text, double count) {
        return breaker.lines(text, Style.BODY, count * Style.BODY.size());
    }

    @Test
    void ideographsBreakAnywhere() {
        assertEquals(List.of("农户信", "用报告"), lines("农户信用报告", 3));
    }

    @Test
    void closingMarksDoNotStartALine() {
        assertEquals(List.of("同意登", "记，用途"), lines("同意登记，用途", 4));
        assertEquals(List.of("共七", "户）。", "完"), lines("共七户）。完", 3));
    }

    @Test
    void openingMarksDoNotEndALine() {
        assertEquals(List.of("收入", "（元）"), lines("收入（元）", 3));
        assertEquals(List.of("称为", "《办", "法》"), lines("称为《办法》", 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-18",
                "0.85%",
                "30,000.00 元",
                "62.0 亩",
                "9 天",
                "2026 年 11 月 18 日",
                "2026年11月18日",
                "12万元",
                "1.5 万元",
                "120 平方米",
                "第 3 页",
                "3个月",
                "GB/T 23794-2023",
                "138****6053",
                "￥3,000",
                "≥60",
                "——",
                "……",
                "— —"
            })
    void staysWhole(String whole) {
        for (int before = 1; before < 12; before++) {
            var text = "农".repeat(before) + whole + "村民委员会";
            for (var line : lines(text, 12)) {
                boolean partly = whole.chars().anyMatch(c -> line.indexOf(c) >= 0 && c != ' ');
                assertTrue(!partly || line.contains(whole) || whole.startsWith("GB/T"), () -> line + " of " + text);
            }
        }
    }

    @Test
    void wordTooLongForTheLineIsCut() {
        var lines = lines("A".repeat(40), 5);
        assertEquals("A".repeat(40), String.join("", lines));
        assertTrue(lines.size() > 1);
        lines.forEach(line -> assertTrue(type.width(line, Style.BODY) <= 5 * 13 + 0.02, line));
    }

    @Test
    void spacesDoNotStartOrEndALine() {
        assertEquals(List.of("credit", "report"), breaker.lines("credit report", Style.BODY, 45));
    }

    @Test
    void lineBreaksOfTheTextStay() {
        assertEquals(List.of("甲", "", "乙"), lines("甲\n\n乙", 10));
        assertEquals(List.of(""), lines("", 10));
    }

    @Test
    void marksThatMeetMoveTogether() {
        double apart = type.width("。", Style.BODY) + type.width("”", Style.BODY);
        assertEquals(apart - 6.5, type.width("。”", Style.BODY), 0.001);
        assertEquals(26, type.width("林。", Style.BODY), 0.001);
    }

    @Test
    void noLineIsTooWideAndNothingIsLost() {
        var random = new Random(20261118);
        var alphabet = "农户信用报告村民，。、（）“”——……《》：；0123456789.,%元年月日 ABCxyz-/㛃䶮𬭊"
                .codePoints()
                .toArray();
        for (int round = 0; round < 2_000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(60); i >= 0; i--) {
                text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
            }
            double width = 30 + random.nextInt(300);
            var given = text.toString();
            var lines = breaker.lines(given, Style.BODY, width);
            for (var line : lines) {
                assertTrue(
                        type.width(line, Style.BODY) <= width + 0.02 || line.codePointCount(0, line.length()) == 1,
                        () -> "too wide: " + line + " of " + given);
            }
            assertEquals(given.replace(" ", ""), String.join("", lines).replace(" ", ""));
        }
    }

    @Test
    void breakRulesHoldInRandomText() {
        var random = new Random(7);
        var alphabet = "农户信用报告，。、（）“”《》：；".toCharArray();
        for (int round = 0; round < 500; round++) {
            var text = new StringBuilder();
            for (int i = 0; i < 80; i++) {
                char next = alphabet[random.nextInt(alphabet.length)];
                boolean markAfterMark = i > 0 && "农户信用报告".indexOf(next) < 0 && "农户信用报告".indexOf(text.charAt(i - 1)) < 0;
                text.append(markAfterMark ? '农' : next);
            }
            var lines = lines(text.toString(), 12);
            for (int i = 1; i < lines.size(); i++) {
                assertFalse("，。、）”》：；".indexOf(lines.get(i).charAt(0)) >= 0, lines.get(i));
                var before = lines.get(i - 1);
                assertFalse("（“《".indexOf(before.charAt(before.length() - 1)) >= 0, before);
            }
        }
    }
}
