package xindang.reports.layout;

/**
 * Removes space between full-width punctuation marks. Each mark contains half an em of empty space. Between two marks,
 * as in 。” or ”（, one half em is removed, as printed Chinese does.
 */
final class Squeeze {
    /** Thousandths of an em. */
    static final double EM_HALF = 500;

    private static final String CLOSING = "，。、；：！？）】》」』〕〉〗”’";
    private static final String OPENING = "（【《「『〔〈〖“‘";

    private Squeeze() {}

    /** Returns the space to remove between two neighbours, in thousandths of an em. */
    static double between(int before, int after) {
        return pair(before, after) ? EM_HALF : 0;
    }

    /** Returns the index of the first character that moves closer to the one before it; -1 if there is none. */
    static int first(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (pair(text.charAt(i - 1), text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the space to remove before a text that follows a space, in px. */
    static double atStart(String text, Style style) {
        boolean opens = !text.isEmpty() && OPENING.indexOf(text.charAt(0)) >= 0;
        return opens ? EM_HALF * style.size() / 1000 : 0;
    }

    private static boolean pair(int before, int after) {
        if (before < 0x2018 || after < 0x2018 || (before >= 0x3020 && before < 0xFF00) || after == 0x3000) {
            return false;
        }
        if (CLOSING.indexOf(before) >= 0) {
            return CLOSING.indexOf(after) >= 0 || OPENING.indexOf(after) >= 0;
        }
        return (before == 0x3000 || OPENING.indexOf(before) >= 0) && OPENING.indexOf(after) >= 0;
    }
}
