package xindang.model.value;

import java.util.Optional;
import java.util.function.Predicate;

/** Letters that are typed for digits. A correction is only ever offered, and only when the corrected number is right. */
final class LookAlikes {
    private static final String TYPED = "OoIl|QZzSsB\u0425\u0445\u00D7\u2169\u2179\u041E\u043E";
    private static final String MEANT = "00111022558XXXXX00";

    private LookAlikes() {}

    /**
     * The text with look-alikes replaced, if that makes it right.
     *
     * @param alphabet characters that may stand in such a number and are therefore left alone
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
