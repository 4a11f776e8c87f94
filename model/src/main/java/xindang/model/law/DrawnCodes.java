package xindang.model.law;

import java.util.Locale;
import java.util.regex.Pattern;
import xindang.model.value.CreditCode;

/**
 * Finds ids, digests and credit codes (GB 32100) in a text. They are random or computed, so a word in their letters has
 * no meaning. One digest in 2,500 contains "deaf", one credit code in 500 contains "tb".
 */
final class DrawnCodes {
    private static final int SHORTEST = 18;
    private static final Pattern CODE = Pattern.compile("(?<![0-9A-Za-z])(?:[0-9a-f]{64}"
            + "|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
            + "|[0-9A-Za-z]{" + SHORTEST + "})(?![0-9A-Za-z])");

    private DrawnCodes() {}

    /** Returns the text with the letters of its codes replaced by digits. */
    static String blanked(String text) {
        return mayHoldCodes(text)
                ? CODE.matcher(text)
                        .replaceAll(found ->
                                isCode(found.group()) ? "0".repeat(found.group().length()) : found.group())
                : text;
    }

    private static boolean isCode(String text) {
        return text.length() > SHORTEST
                || CreditCode.read(text)
                        .value()
                        .filter(code -> code.toString().equals(text.toUpperCase(Locale.ROOT)))
                        .isPresent();
    }

    private static boolean mayHoldCodes(String text) {
        var run = 0;
        for (var i = 0; i < text.length() && run < SHORTEST; i++) {
            var letter = text.charAt(i);
            run = letter < 0x80 && (Character.isLetterOrDigit(letter) || letter == '-') ? run + 1 : 0;
        }
        return run >= SHORTEST;
    }
}
