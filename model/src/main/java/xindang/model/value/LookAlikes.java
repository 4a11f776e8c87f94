package xindang.model.value;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * Letters that people type instead of digits. The program only suggests a correction, and only if the corrected number
 * is valid.
 */
final class LookAlikes {
    private static final String TYPED = "OoIl|QZzSsB\u0425\u0445\u00D7\u2169\u2179\u041E\u043E";
    private static final String MEANT = "00111022558XXXXX00";

    private LookAlikes() {}

    /**
     * Returns the text with look-alikes replaced, if the result is valid.
     *
     * @param alphabet characters that are allowed in such a number and are therefore not replaced
     */
    static Optional<String> correction(String text, String alphabet, Predicate<String> isRight) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(alphabet.indexOf(c) >= 0 ? c : meant(c));
        }
        String corrected = out.toString();
        return !corrected.equals(text) && isRight.test(corrected) ? Optional.of(corrected) : Optional.empty();
    }

    private static char meant(char c) {
        int at = TYPED.indexOf(c);
        return at < 0 ? c : MEANT.charAt(at);
    }
}
