package xindang.reports.layout;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** The fixed words of printed reports in one language, and its formats of dates and section numbers. */
public final class PaperWords {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String DIGITS = "〇一二三四五六七八九";

    private final ResourceBundle bundle;
    private final Locale locale;

    public PaperWords(Locale locale) {
        this.locale = locale;
        // without this control, an English machine would use English in place of Chinese
        this.bundle = ResourceBundle.getBundle(
                "xindang.reports.Messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Returns a message. The arguments are texts, so no number is formatted again. */
    String of(String key, String... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    /** 2026 年 11 月 18 日 14:52 */
    String longTime(Instant instant) {
        return time("time.long", instant);
    }

    /** 2026 年 11 月 18 日 */
    String longDate(Instant instant) {
        return time("date.long", instant);
    }

    /** 2026-11-18 14:52 */
    String shortTime(Instant instant) {
        return time("time.short", instant);
    }

    /** Returns the number of a section: 一 to 九十九 in Chinese, digits in other languages. */
    String sectionNumber(int number) {
        if (!of("section.numerals").equals("chinese")) {
            return Integer.toString(number);
        }
        int tens = number / 10;
        int ones = number % 10;
        var text = tens == 0 ? "" : (tens == 1 ? "" : digit(tens)) + "十";
        return ones == 0 ? text : text + digit(ones);
    }

    private static String digit(int value) {
        return DIGITS.substring(value, value + 1);
    }

    private String time(String key, Instant instant) {
        return DateTimeFormatter.ofPattern(bundle.getString(key), locale)
                .withZone(CHINA)
                .format(instant);
    }
}
