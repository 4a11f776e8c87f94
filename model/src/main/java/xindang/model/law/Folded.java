package xindang.model.law;

import java.util.BitSet;

/**
 * A text as the matcher reads it: one width, lower case, simplified, and without the spaces and signs that part the
 * letters of a word. What parts clauses is one comma.
 *
 * @param text the letters
 * @param edges the indices where a word of Latin letters may begin or end, the end of the text among them
 */
record Folded(String text, BitSet edges) {
    static final char CLAUSE = '，';

    boolean isClauseStart(int index) {
        return index == 0 || text.charAt(index - 1) == CLAUSE;
    }

    boolean isClauseEnd(int index) {
        return index == text.length() || text.charAt(index) == CLAUSE;
    }

    /** Whether no clause ends between two indices. */
    boolean isOneClause(int from, int to) {
        for (var i = from; i < to; i++) {
            if (text.charAt(i) == CLAUSE) {
                return false;
            }
        }
        return true;
    }
}
