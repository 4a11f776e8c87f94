package xindang.persistence.fold;

import java.sql.Connection;
import xindang.persistence.codec.Vocabulary;
import xindang.persistence.ledger.Entry;

/** Numbers for the words of a transaction's changes; a word without one gets it, and the ledger is told before. */
public final class Numbering {
    private final Connection connection;
    private final Vocabulary words;
    private final Entries entries;

    Numbering(Connection connection, Vocabulary words, Entries entries) {
        this.connection = connection;
        this.words = words;
        this.entries = entries;
    }

    /** The number of a word, which gets one if it has none; -1 when it is to be written out. */
    int word(String text) {
        var known = words.find(text);
        if (known.isPresent()) {
            return known.getAsInt();
        }
        var next = words.next(text);
        next.ifPresent(number -> worded(new Entry.Worded(number, text)));
        return next.orElse(-1);
    }

    /** The number of a word that a change said before; -1 for one that was written out. */
    int known(String text) {
        return words.find(text).orElse(-1);
    }

    /** A word gets its number; or the ledger has it a second time. */
    void worded(Entry.Worded word) {
        entries.put(word);
        if (words.has(word.number())) {
            words.repeated(connection, word.number() + 1);
        } else {
            words.add(connection, word.number(), word.text());
        }
    }

    /**
     * Writes the founding and the words of the saves before once more: where a part of the ledger is lost together with the
     * database, what comes after it could not be read without them.
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
