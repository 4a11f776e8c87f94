package xindang.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import xindang.persistence.database.Database;
import xindang.persistence.disk.Disk;
import xindang.persistence.keys.Envelope;
import xindang.persistence.keys.MasterKey;

/** Every row of every table of a closed archive, but for where the ledger ends. */
final class Dump {
    private static final List<String> TABLES = List.of(
            "entry",
            "word",
            "kind",
            "device",
            "record",
            "subject",
            "about",
            "term",
            "tally",
            "place",
            "conflict",
            "batch",
            "setting");

    private Dump() {}

    static List<String> of(Path folder, String password) throws IOException, SQLException {
        var lines = new ArrayList<String>();
        with(folder, password, statement -> {
            for (var table : TABLES) {
                try (var row = statement.executeQuery("select * from " + table)) {
                    while (row.next()) {
                        var line = new StringBuilder(table);
                        for (var i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                            var value = row.getObject(i);
                            line.append('|')
                                    .append(
                                            value instanceof byte[] bytes
                                                    ? HexFormat.of().formatHex(bytes)
                                                    : value);
                        }
                        if (!table.equals("tally") || row.getLong("records") != 0) {
                            lines.add(line.toString());
                        }
                    }
                }
            }
        });
        lines.sort(null);
        return lines;
    }

    /** What is done with the database of an archive that nobody has open. */
    interface Work {
        void with(Statement statement) throws SQLException;
    }

    static void with(Path folder, String password, Work work) throws IOException, SQLException {
        var envelope = Envelope.read(Files.readAllBytes(folder.resolve(Envelopes.FIRST)));
        try (var master = envelope.open(password.toCharArray());
                var database = Database.open(
                        Disk.REAL, folder.resolve(Database.NAME), master.derive(MasterKey.Purpose.DATABASE));
                var connection = database.connection();
                var statement = connection.createStatement()) {
            work.with(statement);
        }
    }
}
