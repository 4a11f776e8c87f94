package xindang.model.law;

import java.util.BitSet;

/**
 * A text as the matcher reads it: half width, lower case, simplified, without the spaces and signs between the letters
 * of a word. Each end of a clause is one comma.
 *
 * @param text the characters
 * @param edges the indices where a word of Latin letters may begin or end, including the end of the text
 */
record Folded(String text, BitSet edges) {
    static final char CLAUSE = '，';

    boolean isClauseStart(int index) {
        return index == 0 || text.charAt(index - 1) == CLAUSE;
    }

    boolean isClauseEnd(int index) {
        return index == text.length() || text.charAt(index) == CLAUSE;
    }

    /** Returns whether no clause ends between two indices. */
    boolean isOneClause(int from, int to) {
        for (var i = from; i < to; i++) {
            if (text.charAt(i) == CLAUSE) {
                return false;
            }
        }
        return true;
    }
}
