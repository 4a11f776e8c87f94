package xindang.persistence.fold;

import java.sql.Connection;
import xindang.persistence.codec.Vocabulary;
import xindang.persistence.ledger.Entry;

/**
 * Assigns numbers to the words of a transaction's changes. The ledger contains the number of a word before its first
 * use.
 */
public final class Numbering {
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
     * Writes the founding and the words of earlier saves a second time. If a part of the ledger and the database are
     * lost, later entries would otherwise be unreadable.
     *
     * @param save number of the save that begins
     */
    void repeat(long save) {
        if (save == 2) {
            entries.repeatFirst();
        }
        var number = words.repeated();
        for (var text : words.once()) {
            worded(new Entry.Worded(number++, text));
        }
    }
}
