package xindang.persistence.fold;

import java.sql.Connection;
import java.util.List;
import java.util.stream.Stream;
import xindang.persistence.database.Database;
import xindang.persistence.database.Settings;
import xindang.persistence.disk.ArchiveFinding;
import xindang.persistence.ledger.Entry;

/** What an archive lost with parts of its ledger: each is named at each check, for as long as the archive lives. */
public final class Losses {
    private static final String SEPARATOR = "\n";
    private static final String NEXT = "\n;\n";

    private Losses() {}

    public static void write(Connection connection, Entry.Lost lost) {
        var one = String.join(
                SEPARATOR,
                String.valueOf(lost.from()),
                String.valueOf(lost.to()),
                String.valueOf(lost.changes()),
                String.valueOf(lost.records()),
                lost.aside());
        var all = Settings.read(connection, Settings.LOST)
                .map(before -> before + NEXT + one)
                .orElse(one);
        Settings.write(connection, Settings.LOST, all);
        // the platform may have what is lost: all of it is asked for once more
        Settings.write(connection, Settings.CURSOR, "");
    }

    /** Returns the finding about the losses. Its severity is damage, because a repair cannot restore them. */
    public static List<ArchiveFinding> of(Database database) {
        return database.read("read what was lost", connection -> Settings.read(connection, Settings.LOST).stream()
                .flatMap(all -> Stream.of(all.split(NEXT)))
                .map(text -> text.split(SEPARATOR, -1))
                .map(fields -> ArchiveFinding.of(code(fields), ArchiveFinding.Severity.DAMAGED, fields))
                .toList());
    }

    /** Bytes of the ledger were damaged, or there were none and the database was damaged of which it was written. */
    private static String code(String[] fields) {
        return fields[0].equals(fields[1]) ? "ledger.lost.rows" : "ledger.lost";
    }
}
