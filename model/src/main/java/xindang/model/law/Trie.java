package xindang.model.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds which of many words begin at a place of a text, in one walk as long as the longest of them. */
final class Trie {
    private static final int[] NONE = {};

    /** Open addressing: node and letter in one key, and beside it the next node. Node 0 is the root, key 0 is free. */
    private long[] keys = new long[1 << 10];

    private int[] next = new int[1 << 10];
    private int used;
    private final List<int[]> values = new ArrayList<>(List.of(NONE));

    /** Adds a word that is not empty, with a value; one word may have several. */
    void add(String word, int value) {
        var node = 0;
        for (var i = 0; i < word.length(); i++) {
            var after = next(node, word.charAt(i));
            if (after == 0) {
                after = values.size();
                values.add(NONE);
                put(key(node, word.charAt(i)), after);
            }
            node = after;
        }
        var known = values.get(node);
        if (Arrays.stream(known).noneMatch(other -> other == value)) {
            var more = Arrays.copyOf(known, known.length + 1);
            more[known.length] = value;
            values.set(node, more);
        }
    }

    /** What is found of one word: its value and the index behind its last letter. */
    interface Found {
        void at(int value, int end);
    }

    /** Reports each word that begins at an index, the shortest first. */
    void find(CharSequence text, int from, Found found) {
        var node = 0;
        for (var i = from; i < text.length(); i++) {
            node = next(node, text.charAt(i));
            if (node == 0) {
                return;
            }
            for (var value : values.get(node)) {
                found.at(value, i + 1);
            }
        }
    }

    private static long key(int node, char letter) {
        return (((long) node + 1) << 16) | letter;
    }

    private int next(int node, char letter) {
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

    private void put(long key, int node) {
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
