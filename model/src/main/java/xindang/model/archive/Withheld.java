package xindang.model.archive;

import java.util.Optional;
import java.util.regex.Pattern;
import xindang.model.common.Digest;

/**
 * The mark that replaces a received value that may not be kept (依法不收). It contains the SHA-256 of the value. A person
 * cannot type a mark: it begins with a control character, and values of fields contain none. An office that has the
 * value and an office that has its mark compare both by the hash, so their merges have the same result.
 */
public final class Withheld {
    private static final char SIGN = '\u0001';
    private static final String BEGIN = SIGN + "withheld:";
    private static final int LENGTH = BEGIN.length() + 64;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private Withheld() {}

    /** Returns the mark of a value; a mark is returned unchanged. */
    public static String of(String value) {
        return is(value) ? value : BEGIN + Digest.of(value);
    }

    /** Returns whether a text is a mark. */
    public static boolean is(String text) {
        return text.length() == LENGTH
                && text.charAt(0) == SIGN
                && text.startsWith(BEGIN)
                && HASH.matcher(text).region(BEGIN.length(), LENGTH).matches();
    }

    /** Returns whether a text is a mark, or is the text of a whole row ({@link Row}) that contains a mark. */
    public static boolean isIn(String text) {
        return text.indexOf(SIGN) >= 0 && text.contains(BEGIN);
    }

    /** Returns the SHA-256, in lower-case hex, of a value or of the value that a mark replaces. */
    public static String digest(String value) {
        return is(value) ? value.substring(BEGIN.length()) : Digest.of(value);
    }

    /** Returns whether two values are equal. A value and its mark are equal. */
    public static boolean same(Optional<String> one, Optional<String> other) {
        return one.equals(other)
                || (one.isPresent()
                        && other.isPresent()
                        && is(one.get()) != is(other.get())
                        && digest(one.get()).equals(digest(other.get())));
    }
}
