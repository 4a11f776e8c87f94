package xindang.persistence.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import xindang.model.common.AppException;
import xindang.persistence.database.Database;
import xindang.persistence.disk.Failures;
import xindang.persistence.disk.Finding;
import xindang.persistence.disk.Finding.Severity;

/** Reads everything there is and says what cannot be read. */
final class Inspection {
    private Inspection() {}

    /** Records of the database that are not what was written. */
    static List<Finding> records(Database database, Shared shared) {
        var findings = new ArrayList<Finding>();
        try (var connection = database.connection()) {
            shared.words().load(connection);
        } catch (SQLException e) {
            throw Failures.of("inspect the database", e);
        }
        var sealing = new Sealing(shared);
        each(
                database,
                "select r.id, r.content, r.settled, r.secret, e.kind, e.body from record r"
                        + " left join entry e on e.no = r.source order by r.no",
                row -> {
                    var id = row.getObject(1, UUID.class);
                    try {
                        var kept = row.getBytes(2);
                        if (kept == null) {
                            RecordTable.content(row.getByte(5), row.getBytes(6), id, row.getBytes(4), sealing);
                        } else {
                            Compact.content(kept, shared.words());
                        }
                        var settled = row.getBytes(3);
                        if (settled != null && settled.length > 0) {
                            StateJson.read(Packing.unpack(settled));
                        }
                    } catch (AppException e) {
                        findings.add(Finding.of("record.damaged", Severity.DAMAGED, id.toString()));
                    }
                });
        return findings;
    }

    /** Whether the file of keys has the key of every record. */
    static List<Finding> keys(Database database, Shared shared, Severity severity) {
        var wrong = new ArrayList<UUID>();
        each(database, "select id, slot, secret from record order by slot", row -> {
            var id = row.getObject(1, UUID.class);
            if (!holds(shared, row.getLong(2), id, row.getBytes(3))) {
                wrong.add(id);
            }
        });
        return wrong.isEmpty()
                ? List.of()
                : List.of(Finding.of(
                        severity == Severity.MENDED ? "keys.mended" : "keys.damaged",
                        severity,
                        String.valueOf(wrong.size())));
    }

    /** Writes the keys of all records that the file lacks or has wrong. */
    static void mendKeys(Database database, Shared shared) {
        each(database, "select id, slot, secret from record order by slot", row -> {
            var id = row.getObject(1, UUID.class);
            if (!holds(shared, row.getLong(2), id, row.getBytes(3))) {
                shared.keys().put(row.getLong(2), id, row.getBytes(3));
            }
        });
        shared.keys().force();
    }

    private static boolean holds(Shared shared, long slot, UUID id, byte[] secret) {
        try {
            return shared.keys()
                    .find(slot, id)
                    .map(key -> Arrays.equals(key, secret))
                    .orElse(false);
        } catch (AppException e) {
            return false;
        }
    }

    private interface Reader {
        void read(java.sql.ResultSet row) throws SQLException;
    }

    private static void each(Database database, String sql, Reader reader) {
        try (Connection connection = database.connection();
                var statement = connection.prepareStatement(sql);
                var row = statement.executeQuery()) {
            while (row.next()) {
                reader.read(row);
            }
        } catch (SQLException e) {
            throw Failures.of("inspect the database", e);
        }
    }
}
