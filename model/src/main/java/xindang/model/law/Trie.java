package xindang.model.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds which of many words begin at an index of a text. The search takes as many steps as the longest word has
 * letters.
 */
final class Trie {
    private static final int[] NONE = {};

    /**
     * Hash table with open addressing: node and letter in one key, and the next node. Node 0 is the root, key 0 is
     * free.
     */
    private long[] keys = new long[1 << 10];

    private int[] next = new int[1 << 10];
    private int used;
    private final int[] roots = new int[1 << 16];
    private final List<int[]> values = new ArrayList<>(List.of(NONE));
    private final Lookalikes lookalikes;

    Trie(Lookalikes lookalikes) {
        this.lookalikes = lookalikes;
    }

    /** Adds a word that is not empty, with a value. A word may have several values. */
    void add(String word, int value) {
        var node = 0;
        for (var i = 0; i < word.length(); i++) {
            var after = next(node, word.charAt(i));
            if (after == 0) {
                after = values.size();
                values.add(NONE);
                put(node, word.charAt(i), after);
            }
            node = after;
        }
        var known = values.get(node);
        for (var other : known) {
            if (other == value) {
                return;
            }
        }
        var more = Arrays.copyOf(known, known.length + 1);
        more[known.length] = value;
        values.set(node, more);
    }

    /** Receives a found word: its value, the index after its last letter, and whether one of its letters is wrong. */
    interface Found {
        void at(int value, int end, boolean isWrong);
    }

    /** Reports each word that begins at an index, also with one wrong letter. */
    void find(String text, int from, Found found) {
        find(text, from, 0, false, found);
    }

    private void find(String text, int from, int start, boolean isWrong, Found found) {
        var node = start;
        for (var i = from; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (!isWrong) {
                wrong(text, i, node, found);
            }
            node = next(node, letter);
            if (node == 0) {
                return;
            }
            for (var value : values.get(node)) {
                found.at(value, i + 1, isWrong);
            }
        }
    }

    /** Continues the search with each character that may be meant by the character at an index. */
    private void wrong(String text, int index, int node, Found found) {
        var meant = lookalikes.meant(text.charAt(index));
        for (var i = 0; i < meant.length(); i++) {
            var after = next(node, meant.charAt(i));
            if (after != 0) {
                for (var value : values.get(after)) {
                    found.at(value, index + 1, true);
                }
                find(text, index + 1, after, true, found);
            }
        }
    }

    private static long key(int node, char letter) {
        return (((long) node + 1) << 16) | letter;
    }

    private int next(int node, char letter) {
        if (node == 0) {
            return roots[letter];
        }
        var key = key(node, letter);
        var at = slot(key);
        return keys[at] == key ? next[at] : 0;
    }

    private int slot(long key) {
        var at = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & (keys.length - 1);
        while (keys[at] != 0 && keys[at] != key) {
            at = (at + 1) & (keys.length - 1);
        }
        return at;
    }

    private void put(int parent, char letter, int node) {
        if (parent == 0) {
            roots[letter] = node;
            return;
        }
        var key = key(parent, letter);
        if (++used * 2 > keys.length) {
            var oldKeys = keys;
            var oldNext = next;
            keys = new long[oldKeys.length * 2];
            next = new int[oldKeys.length * 2];
            for (var i = 0; i < oldKeys.length; i++) {
                if (oldKeys[i] != 0) {
                    var at = slot(oldKeys[i]);
                    keys[at] = oldKeys[i];
                    next[at] = oldNext[i];
                }
            }
        }
        var at = slot(key);
        keys[at] = key;
        next[at] = node;
    }
}
