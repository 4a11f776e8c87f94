package xindang.persistence.fold;

import java.sql.Connection;
import xindang.persistence.codec.Vocabulary;
import xindang.persistence.ledger.Entry;

/**
 * Assigns numbers to the words of a transaction's changes. The ledger contains the number of a word before its first
 * use.
 */
public final class Numbering {
    /** Saves between two copies of the founding and of all words, in a long ledger. */
    private static final int FAR = 256;

    private final Connection connection;
    private final Vocabulary words;
    private final Entries entries;

    Numbering(Connection connection, Vocabulary words, Entries entries) {
        this.connection = connection;
        this.words = words;
        this.entries = entries;
    }

    /**
     * Returns the number of a word. A new word gets the next number. Returns -1 if the word must be written as text.
     */
    int word(String text) {
        var known = words.find(text);
        if (known.isPresent()) {
            return known.getAsInt();
        }
        var next = words.next(text);
        next.ifPresent(number -> worded(new Entry.Worded(number, text)));
        return next.orElse(-1);
    }

    /** Returns the number of a word in an earlier change; -1 if it was written as text. */
    int known(String text) {
        return words.find(text).orElse(-1);
    }

    /** Stores the number of a word, or that the ledger now contains it a second time. */
    void worded(Entry.Worded word) {
        entries.put(word);
        if (words.has(word.number())) {
            words.repeated(connection, word.number() + 1);
        } else {
            words.add(connection, word.number(), word.text());
        }
    }

    /**
     * Writes the founding and the words of earlier saves again. If a part of the ledger and the database are lost, later
     * entries would otherwise be unreadable. The next save has the second copy of a word. A bad sector may contain both
     * copies, so saves further on have all of them again.
     *
     * @param save number of the save that begins
     */
    void repeat(long save) {
        var all = isFar(save);
        if (all) {
            entries.repeatFirst();
        }
        var number = all ? 0 : words.repeated();
        for (var text : words.from(number)) {
            if (words.has(number)) {
                worded(new Entry.Worded(number, text));
            }
            number++;
        }
    }

    /** Returns true for the saves that contain a copy of the founding and of all words. */
    static boolean isFar(long save) {
        return save > 1 && (Long.bitCount(save) == 1 || save % FAR == 0);
    }
}
