package xindang.model.archive;

import java.util.Optional;
import java.util.regex.Pattern;
import xindang.model.common.Digest;

/**
 * What stands in the place of a value that arrived and may not be kept (依法不收): a mark with the SHA-256 of the value. Nobody
 * can type one, for it begins with a control character, which no value of a field has. Offices that keep the value and
 * offices that keep its mark compare both by the hash, and merge alike.
 */
public final class Withheld {
    private static final char SIGN = '\u0001';
    private static final String BEGIN = SIGN + "withheld:";
    private static final int LENGTH = BEGIN.length() + 64;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private Withheld() {}

    /** The mark of a value; that of a mark is itself. */
    public static String of(String value) {
        return is(value) ? value : BEGIN + Digest.of(value);
    }

    /** Whether a text is such a mark. */
    public static boolean is(String text) {
        return text.length() == LENGTH
                && text.charAt(0) == SIGN
                && text.startsWith(BEGIN)
                && HASH.matcher(text).region(BEGIN.length(), LENGTH).matches();
    }

    /** Whether a text is a mark or, as that of a whole row ({@link Row}), holds one. */
    public static boolean isIn(String text) {
        return text.indexOf(SIGN) >= 0 && text.contains(BEGIN);
    }

    /** Lower-case hex of the SHA-256 of a value, or of the value that a mark stands for. */
    public static String digest(String value) {
        return is(value) ? value.substring(BEGIN.length()) : Digest.of(value);
    }

    /** Whether two values are the same, as far as can be known: one may be the mark of the other. */
    public static boolean same(Optional<String> one, Optional<String> other) {
        return one.equals(other)
                || (one.isPresent()
                        && other.isPresent()
                        && is(one.get()) != is(other.get())
                        && digest(one.get()).equals(digest(other.get())));
    }
}
