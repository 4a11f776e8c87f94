package xindang.model.value;

import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import xindang.model.common.Violation;

/**
 * Brings the different forms of a text in spreadsheets and on keyboards into one form: width, spaces, hyphens, words
 * for an empty value.
 */
public final class PlainText {
    private static final int FULL_WIDTH_FIRST = 0xFF01;
    private static final int FULL_WIDTH_LAST = 0xFF5E;
    private static final int FULL_WIDTH_SHIFT = 0xFEE0;
    private static final int IDEOGRAPHIC_SPACE = 0x3000;
    private static final String HYPHENS = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE63\uFE58";
    private static final Set<String> WORDS_FOR_NOTHING =
            Set.of("", "N/A", "NA", "#N/A", "NULL", "NONE", "/", "\\", "无", "空", "不详", "未知", "暂无", "未填", "待补");

    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9](\\.[0-9]+)?[Ee]\\+?[0-9]{1,2}");

    private PlainText() {}

    /** Turns full-width letters, digits and signs into half-width ones, and the ideographic space into a plain one. */
    public static String halfWidth(String text) {
        if (!contains(text, c -> isFullWidth(c) || c == IDEOGRAPHIC_SPACE)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (isFullWidth(c)) {
                out.appendCodePoint(c - FULL_WIDTH_SHIFT);
            } else {
                out.appendCodePoint(c == IDEOGRAPHIC_SPACE ? ' ' : c);
            }
        });
        return out.toString();
    }

    /**
     * Removes all spaces, and the invisible characters that are copied together with a number from a phone or a page.
     */
    public static String withoutSpaces(String text) {
        if (!contains(text, PlainText::isSpace)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().filter(c -> !isSpace(c)).forEach(out::appendCodePoint);
        return out.toString();
    }

    /** Removes all hyphens, dashes and minus signs. */
    public static String withoutHyphens(String text) {
        if (!contains(text, PlainText::isHyphen)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().filter(c -> !isHyphen(c)).forEach(out::appendCodePoint);
        return out.toString();
    }

    /** Returns the text in half width and without spaces, for comparing words and amounts. */
    public static String compact(String text) {
        return withoutSpaces(halfWidth(text));
    }

    /** Returns whether the text means an empty value: no text, dashes, N/A, 无, 不详. */
    public static boolean isEmptyValue(String text) {
        String compact = compact(text);
        return WORDS_FOR_NOTHING.contains(compact.toUpperCase(Locale.ROOT))
                || withoutHyphens(compact).isEmpty();
    }

    /**
     * Returns the form of identifiers: compact, upper case, without hyphens and without the apostrophe that marks text
     * in a spreadsheet.
     */
    static String identifier(String text) {
        String plain = withoutHyphens(compact(text)).toUpperCase(Locale.ROOT);
        return plain.startsWith("'") ? plain.substring(1) : plain;
    }

    /** Returns whether a spreadsheet has turned a long number into 4.20105E+17 and so lost its digits. */
    static boolean isScientific(String text) {
        return (text.indexOf('E') >= 0 || text.indexOf('e') >= 0)
                && SCIENTIFIC.matcher(compact(text)).matches();
    }

    static <T> Parsed<T> blank() {
        return Parsed.failed("value.blank");
    }

    static Violation[] noteIfChanged(String written, String canonical) {
        return written.strip().equals(canonical)
                ? new Violation[0]
                : new Violation[] {Violation.of("value.normalised", written, canonical)};
    }

    /** Finds texts that need no change, as most cells do, without building a new text. */
    private static boolean contains(String text, IntPredicate looked) {
        for (int i = 0; i < text.length(); i++) {
            if (looked.test(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFullWidth(int c) {
        return c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST;
    }

    static boolean isSpace(int c) {
        int type = Character.getType(c);
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || type == Character.FORMAT
                || type == Character.CONTROL;
    }

    static boolean isHyphen(int c) {
        return HYPHENS.indexOf(c) >= 0;
    }
}
