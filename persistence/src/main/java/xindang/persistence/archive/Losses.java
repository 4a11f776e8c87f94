package xindang.persistence.archive;

import java.sql.Connection;
import java.util.List;
import xindang.persistence.database.Database;
import xindang.persistence.disk.Finding;
import xindang.persistence.ledger.Entry;

/** What an archive lost with a part of its ledger: named at each check, for as long as the archive lives. */
final class Losses {
    private static final String SEPARATOR = "\n";

    private Losses() {}

    static void write(Connection connection, Entry.Lost lost) {
        Settings.write(
                connection,
                Settings.LOST,
                String.join(
                        SEPARATOR,
                        String.valueOf(lost.from()),
                        String.valueOf(lost.to()),
                        String.valueOf(lost.changes()),
                        String.valueOf(lost.records()),
                        lost.aside()));
        // the platform may have what is lost: all of it is asked for once more
        Settings.write(connection, Settings.CURSOR, "");
    }

    /** What is to be said of it; the severity is of damage, since a repair brings nothing back. */
    static List<Finding> of(Database database) {
        return database.read("read what was lost", connection -> Settings.read(connection, Settings.LOST).stream()
                .map(text -> Finding.of("ledger.lost", Finding.Severity.DAMAGED, text.split(SEPARATOR, -1)))
                .toList());
    }
}
