package xindang.model.law;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Compares names and purposes without regard to spaces and full-width characters. */
final class LooseName {
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private LooseName() {}

    /** Returns whether both are the same name; an empty name is the same as none. */
    static boolean isSame(String name, String other) {
        return !name.isBlank() && plain(name).equals(plain(other));
    }

    /** The text without spaces, in Unicode form NFKC. */
    static String plain(String text) {
        return SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    }
}
