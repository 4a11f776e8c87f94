package xindang.model.value;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One number in a text and the words around it. This is the first step of reading money, areas, counts and shares.
 *
 * @param number the number, with its sign
 * @param words text before and after the number, without brackets
 */
record Amount(BigDecimal number, String words) {
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(?:[0-9][0-9,]*(?:\\.[0-9]+)?|\\.[0-9]+)(?:E[-+]?[0-9]{1,3})?");
    private static final Pattern GROUPED = Pattern.compile("[-+]?[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?");
    private static final Pattern WITH_UNIT = Pattern.compile("[-+]?[0-9][0-9,]*(?:\\.[0-9]+)?[^0-9A-Za-z]*");
    private static final Pattern BOOKKEEPERS_NEGATIVE = Pattern.compile("\\(([0-9][0-9,.]*)\\)");
    private static final Pattern APPROXIMATE =
            Pattern.compile("约|左右|多|余|几|近|以上|以下|上下|不足|至|~|～|或|大概|估计|不到|超过|\\?|[0-9]\\+$");
    private static final Pattern CHINESE_DIGIT = Pattern.compile("[一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾]");
    private static final Pattern PLAIN = Pattern.compile("[0-9]{1,18}(?:\\.[0-9]{1,18})?");
    private static final String MINUS_SIGNS = "[\u2212\uFE63\u2012\u2013\u2014]";

    /** Reads a text with exactly one number. */
    static Parsed<Amount> read(String text) {
        if (PlainText.isEmptyValue(text)) {
            return PlainText.blank();
        }
        if (PLAIN.matcher(text).matches()) {
            return Parsed.ok(new Amount(new BigDecimal(text), ""));
        }
        String written = text.strip();
        String compact = PlainText.compact(text).toUpperCase(Locale.ROOT).replaceAll(MINUS_SIGNS, "-");
        if (APPROXIMATE.matcher(compact).find() || compact.matches(".*[0-9][^0-9]*-[0-9].*")) {
            return Parsed.failed("number.approximate", written);
        }
        String typed = PlainText.compact(text);
        Optional<String> corrected = LookAlikes.correction(
                typed, "", right -> WITH_UNIT.matcher(right).matches());
        if (corrected.isPresent() && typed.matches(".*[0-9].*")) {
            return Parsed.failed("number.lookalike", written, corrected.get());
        }
        Matcher negative = BOOKKEEPERS_NEGATIVE.matcher(compact);
        Matcher number = NUMBER.matcher(negative.matches() ? "-" + negative.group(1) : compact);
        if (!number.find()) {
            return Parsed.failed(CHINESE_DIGIT.matcher(compact).find() ? "number.words" : "number.unreadable", written);
        }
        String digits = number.group();
        String words = compact.substring(0, Math.max(0, number.start()));
        if (negative.matches()) {
            words = "";
        } else {
            words += compact.substring(number.end());
        }
        return separate(written, digits, words);
    }

    private static Parsed<Amount> separate(String written, String digits, String words) {
        if (NUMBER.matcher(words).find()) {
            return Parsed.failed("number.several", written);
        }
        if (digits.indexOf(',') >= 0 && !GROUPED.matcher(digits).matches()) {
            return Parsed.failed("number.comma", written);
        }
        String plain = words.replaceAll("[()\\[\\]:整正]", "");
        return Parsed.ok(new Amount(new BigDecimal(digits.replace(",", "")), plain));
    }
}
