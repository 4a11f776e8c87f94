package xindang.persistence.fold;

import java.sql.Connection;
import java.util.List;
import xindang.persistence.database.Database;
import xindang.persistence.database.Settings;
import xindang.persistence.disk.ArchiveFinding;
import xindang.persistence.ledger.Entry;

/** The losses of an archive from a damaged ledger. Each check reports them, permanently. */
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
        // the platform may still have the lost changes, so all are pulled again
        Settings.write(connection, Settings.CURSOR, "");
    }

    /** Returns the finding about the losses. Its severity is damage, because a repair cannot restore them. */
    public static List<ArchiveFinding> of(Database database) {
        return database.read("read what was lost", connection -> Settings.read(connection, Settings.LOST).stream()
                .map(text ->
                        ArchiveFinding.of("ledger.lost", ArchiveFinding.Severity.DAMAGED, text.split(SEPARATOR, -1)))
                .toList());
    }
}
