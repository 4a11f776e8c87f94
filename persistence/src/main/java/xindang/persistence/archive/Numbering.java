package xindang.persistence.archive;

import java.sql.Connection;
import xindang.persistence.ledger.Entry;

/** Numbers for the words of a transaction's changes; a word without one gets it, and the ledger is told before. */
final class Numbering {
    private final Connection connection;
    private final Words words;
    private final Entries entries;

    Numbering(Connection connection, Words words, Entries entries) {
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

    void worded(Entry.Worded word) {
        entries.put(word);
        words.add(connection, word.number(), word.text());
    }
}
