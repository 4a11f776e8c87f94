package xindang.model.law;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Compares names and purposes and ignores spaces and width. */
final class LooseName {
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private LooseName() {}

    /** Returns whether both are the same name. An empty name equals no other name. */
    static boolean isSame(String name, String other) {
        return !name.isBlank() && plain(name).equals(plain(other));
    }

    /** Returns the text without spaces, in Unicode form NFKC. */
    static String plain(String text) {
        return SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    }
}
