package xindang.model.law;

import java.util.Arrays;

/**
 * The common words of Chinese and the rarity of each, made at build time from the dictionary of ICU. They show whether
 * a forbidden word is meant in a text, or is the end of one word and the beginning of the next ({@code 想念|经过} is not
 * {@code 念经}).
 */
final class CommonWords {
    /** Maximum cost of a forbidden word, so that a word in no dictionary also counts as a word. */
    private static final int FORBIDDEN = 105;

    /** Minimum difference in cost by which another reading must be cheaper. In doubt the word counts as forbidden. */
    private static final int MARGIN = 20;

    /** Number of characters beside a forbidden word that are read with it. */
    private static final int BESIDE = 6;

    /** Cost of a character that is no common word. */
    private static final int RARE = 120;

    private static final int LONGEST = 4;

    /** Hash table with open addressing: the characters of a word in one key, and its cost. Key 0 is free. */
    private final long[] keys = new long[1 << 17];

    private final short[] costs = new short[1 << 17];

    private CommonWords() {
        for (var row : WordFile.rows("common.tsv", 2)) {
            var cost = Short.parseShort(row[0]);
            var key = 0L;
            for (var i = 0; i <= row[1].length(); i++) {
                var letter = i == row[1].length() ? ' ' : row[1].charAt(i);
                if (letter == ' ') {
                    var at = slot(key);
                    keys[at] = key;
                    costs[at] = cost;
                    key = 0;
                } else {
                    key = key << 16 | letter;
                }
            }
        }
    }

    /** Reads the table when the first forbidden word is found, to keep the start of the program fast. */
    private static final class Shipped {
        private static final CommonWords WORDS = new CommonWords();
    }

    static CommonWords shipped() {
        return Shipped.WORDS;
    }

    /**
     * Returns whether common words across one end of a part of a folded text are a better reading than the part as a
     * word.
     */
    boolean part(String text, int from, int to) {
        var start = from;
        while (start > 0 && from - start < BESIDE && isHan(text.charAt(start - 1))) {
            start--;
        }
        return isCheaperApart(text.substring(start, end(text, to)), from - start, to - start);
    }

    /** Returns whether a common word continues after a part of a folded text: 联系 continues after 联. */
    boolean goOnBehind(String text, int from, int to) {
        return isCheaperApart(text.substring(from, end(text, to)), -1, to - from);
    }

    private static int end(String text, int to) {
        var end = to;
        while (end < text.length() && end - to < BESIDE && isHan(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private boolean isCheaperApart(String letters, int from, int to) {
        return (from > 0 || to < letters.length()) && cost(letters, 0, 0) + MARGIN < cost(letters, from, to);
    }

    /**
     * Returns the cost of the cheapest words that make up a text, where no word crosses one end of a part.
     *
     * @param from where the part begins; negative when only its end must not be crossed
     */
    private int cost(String text, int from, int to) {
        var best = new int[text.length() + 1];
        Arrays.fill(best, 1, best.length, Integer.MAX_VALUE);
        for (var i = 0; i < text.length(); i++) {
            if (best[i] == Integer.MAX_VALUE) {
                continue;
            }
            if (i == Math.max(from, 0) && to > i) {
                best[to] = Math.min(best[to], best[i] + FORBIDDEN);
            }
            var key = 0L;
            for (var end = i + 1; end <= text.length() && end - i <= LONGEST; end++) {
                key = key << 16 | text.charAt(end - 1);
                var at = slot(key);
                var isKnown = keys[at] == key;
                if ((isKnown || end == i + 1) && !crosses(i, end, from, to)) {
                    best[end] = Math.min(best[end], best[i] + (isKnown ? costs[at] : RARE));
                }
            }
        }
        return best[text.length()];
    }

    private static boolean crosses(int begin, int end, int from, int to) {
        return (begin < from && from < end && end < to) || (from < begin && begin < to && to < end);
    }

    private int slot(long key) {
        var at = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & (keys.length - 1);
        while (keys[at] != 0 && keys[at] != key) {
            at = (at + 1) & (keys.length - 1);
        }
        return at;
    }

    private static boolean isHan(char letter) {
        return letter >= 0x4E00 && letter <= 0x9FFF;
    }
}
