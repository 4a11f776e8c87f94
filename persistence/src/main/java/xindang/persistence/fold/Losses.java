package xindang.persistence.fold;

import java.sql.Connection;
import java.util.List;
import xindang.persistence.database.Database;
import xindang.persistence.database.Settings;
import xindang.persistence.disk.ArchiveFinding;
import xindang.persistence.ledger.Entry;

/** What an archive lost with a part of its ledger: named at each check, for as long as the archive lives. */
public final class Losses {
    private static final String SEPARATOR = "\n";

    private Losses() {}

    public static void write(Connection connection, Entry.Lost lost) {
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
    public static List<ArchiveFinding> of(Database database) {
        return database.read("read what was lost", connection -> Settings.read(connection, Settings.LOST).stream()
                .map(text ->
                        ArchiveFinding.of("ledger.lost", ArchiveFinding.Severity.DAMAGED, text.split(SEPARATOR, -1)))
                .toList());
    }
}
