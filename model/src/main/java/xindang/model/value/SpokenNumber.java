package xindang.model.value;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A number in spoken form, rewritten with digits, so that the types for exact numbers can read it: 五六万 is 5万 to 6万,
 * 约3亩 is about 3亩, 两垧三 is 2垧3亩, 三万多 is 3万 to 4万. Units do not change.
 *
 * @param low the number, or the lower end of a range
 * @param high the upper end of a range
 * @param about whether the number is approximate; false for a range
 */
public record SpokenNumber(String low, Optional<String> high, boolean about) {
    /** Maximum length of a number. A longer text is a note. */
    private static final int LONGEST = 40;

    private static final String DIGITS = "〇一二三四五六七八九";
    private static final Pattern ABOUT = Pattern.compile("^(?:大约|大概|大致|差不多|估计|将近|约|近)|(?:左右|上下|差不多)$");
    private static final Pattern SEPARATED = Pattern.compile("([^-~至到或—–]+)[-~至到或—–]+([^-~至到或—–]+)");
    private static final Pattern UNIT = Pattern.compile("[^0-9.,〇零一二两三四五六七八九十]+$");
    /** Two consecutive digits: 五六万, 十七八亩, 两三口. */
    private static final Pattern ADJACENT = Pattern.compile("([一二两三四五六七八])([二三四五六七八九])(?![一二三四五六七八九])");

    private static final Pattern MORE = Pattern.compile("^([0-9.]+|[一二两三四五六七八九十百千]+)([多余几])?(万|千|亿)?([多余])?([^多余几]*)$");
    private static final Pattern NUMERAL = Pattern.compile("[〇零一二两三四五六七八九十百千万亿]*[一二两三四五六七八九十][〇零一二两三四五六七八九十百千万亿]*");
    /** 3万5, 1千2 and 3万5千: the last digit counts the next smaller unit. */
    private static final Pattern SHORT = Pattern.compile("^([0-9]{1,6})(万|千)([1-9])(千|百)?(?=$|[^0-9.,万千百])");

    private static final String FORMAL = "壹贰叁肆伍陆柒捌玖拾佰仟萬";
    private static final String PLAIN = "一二三四五六七八九十百千万";
    private static final Pattern TAIL = Pattern.compile("(垧|晌|公顷|亩)([0-9])$");

    /** Reads a spoken number; absent when the text has none of the known forms. */
    public static Optional<SpokenNumber> read(String text) {
        var compact = informal(PlainText.compact(text));
        if (compact.isEmpty() || compact.length() > LONGEST || compact.indexOf('-') == 0) {
            return Optional.empty();
        }
        var bare = ABOUT.matcher(compact).replaceAll("");
        var about = !bare.equals(compact);
        return separated(bare)
                .or(() -> adjacent(bare))
                .or(() -> more(bare))
                .or(() -> one(bare, about, PlainText.compact(text)));
    }

    private static Optional<SpokenNumber> separated(String text) {
        var ends = SEPARATED.matcher(text.replace('～', '~'));
        if (!ends.matches()) {
            return Optional.empty();
        }
        var unit = UNIT.matcher(ends.group(2));
        var low = ends.group(1);
        var hasUnit = UNIT.matcher(low).find();
        return range(low + (!hasUnit && unit.find() ? unit.group() : ""), ends.group(2));
    }

    private static Optional<SpokenNumber> adjacent(String text) {
        var two = ADJACENT.matcher(text);
        if (!two.find() || digit(two.group(1)) + 1 != digit(two.group(2))) {
            return Optional.empty();
        }
        var before = text.substring(0, two.start());
        var after = text.substring(two.end());
        return range(before + two.group(1) + after, before + two.group(2) + after);
    }

    /** Reads 三万多 and 20多亩 as a range up to the next round number, and 十几亩 as more than ten and less than twenty. */
    private static Optional<SpokenNumber> more(String text) {
        var parts = MORE.matcher(text);
        if (!parts.matches() || (parts.group(2) == null && parts.group(4) == null)) {
            return Optional.empty();
        }
        var number = digits(parts.group(1));
        if (!number.matches("[0-9]{1,9}") || number.equals("0")) {
            return Optional.empty();
        }
        var low = Long.parseLong(number);
        var step = 1L;
        while (low % (step * 10) == 0) {
            step *= 10;
        }
        var some = "几".equals(parts.group(2));
        if (some && step < 10) {
            return Optional.empty();
        }
        var unit = (parts.group(3) == null ? "" : parts.group(3)) + parts.group(5);
        return Optional.of(new SpokenNumber(
                (some ? low + step / 10 : low) + unit,
                Optional.of((some ? low + step - step / 10 : low + step) + unit),
                false));
    }

    private static Optional<SpokenNumber> one(String text, boolean about, String whole) {
        var written = digits(text);
        return about || !written.equals(whole)
                ? Optional.of(new SpokenNumber(written, Optional.empty(), about))
                : Optional.empty();
    }

    private static Optional<SpokenNumber> range(String low, String high) {
        return Optional.of(new SpokenNumber(digits(low), Optional.of(digits(high)), false));
    }

    private static int digit(String letter) {
        return letter.equals("两") ? 2 : DIGITS.indexOf(letter);
    }

    /** Returns the text with everyday numerals for those of bookkeepers: 五万元 for 伍万元. */
    private static String informal(String text) {
        var letters = new StringBuilder(text);
        for (var i = 0; i < letters.length(); i++) {
            var at = FORMAL.indexOf(letters.charAt(i));
            if (at >= 0) {
                letters.setCharAt(i, PLAIN.charAt(at));
            }
        }
        return letters.toString();
    }

    /** Returns 3.5万 for 3万5 and 3万5千. */
    private static String whole(String text) {
        return SHORT.matcher(text).replaceFirst(found -> {
            var tenth = found.group(2).equals("万") ? "千" : "百";
            return found.group(4) == null || found.group(4).equals(tenth)
                    ? found.group(1) + "." + found.group(3) + found.group(2)
                    : found.group();
        });
    }

    /** Returns the text with digits for its numerals, and with the unit that 两垧三 omits. */
    private static String digits(String spoken) {
        var text = whole(spoken);
        var written = NUMERAL.matcher(text).replaceAll(SpokenNumber::number);
        return TAIL.matcher(written)
                .replaceAll(tail -> tail.group() + (tail.group(1).equals("亩") ? "分" : "亩"));
    }

    /** Returns the digits of a numeral; a round 万 or 亿 at its end remains a unit. */
    private static String number(MatchResult found) {
        var numeral = found.group();
        var end = numeral.charAt(numeral.length() - 1);
        if ((end == '万' || end == '亿') && numeral.indexOf(end) == numeral.length() - 1) {
            return value(numeral.substring(0, numeral.length() - 1)) + String.valueOf(end);
        }
        return Long.toString(value(numeral));
    }

    /** Returns the value of a numeral: 一百二十 is 120, 三万五 is 35,000, 一千零五 is 1,005. */
    private static long value(String numeral) {
        var total = 0L;
        var section = 0L;
        var last = -1L;
        var unit = 1L;
        for (var i = 0; i < numeral.length(); i++) {
            var letter = numeral.charAt(i);
            var digit = letter == '零' ? 0 : digit(String.valueOf(letter));
            if (digit >= 0) {
                last = last > 0 && unit == 1 && section == 0 ? last * 10 + digit : digit;
                unit = letter == '零' || letter == '〇' ? 1 : unit;
                continue;
            }
            var size = "十百千".indexOf(letter) >= 0 ? (long) Math.pow(10, "十百千".indexOf(letter) + 1) : 0;
            if (size > 0) {
                section += (last < 0 ? 1 : last) * size;
                unit = size;
            } else {
                var large = letter == '万' ? 10_000L : 100_000_000L;
                total = (total + section + Math.max(last, 0)) * large;
                section = 0;
                unit = large;
            }
            last = -1;
        }
        return total + section + (last < 0 ? 0 : unit > 10 ? last * (unit / 10) : last);
    }
}
