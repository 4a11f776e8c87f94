package xindang.model.law;

import java.util.Arrays;

/**
 * The common words of Chinese and how rare each is, made at build time from the dictionary of ICU. They say whether a
 * forbidden word in a text is meant there, or is the end of one word and the beginning of the next ({@code 想念|经过} is
 * not {@code 念经}).
 */
final class CommonWords {
    /** What a forbidden word costs at most, so that one which no dictionary knows is a word too. */
    private static final int FORBIDDEN = 105;

    /** How much cheaper the reading must be that parts a forbidden word, so that an unsure one is refused. */
    private static final int MARGIN = 20;

    /** Letters beside a forbidden word that are read with it. */
    private static final int BESIDE = 6;

    /** A letter that is no common word. */
    private static final int RARE = 120;

    private static final int LONGEST = 4;

    /** Open addressing: the letters of a word in one key, and beside it what it costs. Key 0 is free. */
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

    /** The table is read when the first forbidden word is met, and not before the first window is shown. */
    private static final class Shipped {
        private static final CommonWords WORDS = new CommonWords();
    }

    static CommonWords shipped() {
        return Shipped.WORDS;
    }

    /** Whether common words that cross one end of a part of a folded text read better than the part as a word. */
    boolean part(String text, int from, int to) {
        var start = from;
        while (start > 0 && from - start < BESIDE && isHan(text.charAt(start - 1))) {
            start--;
        }
        return isCheaperApart(text.substring(start, end(text, to)), from - start, to - start);
    }

    /** Whether common words go on behind a part of a folded text: 联 is none in 联系. */
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
     * The cost of the cheapest words that a text consists of, none of which crosses one end of a part without the other.
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
