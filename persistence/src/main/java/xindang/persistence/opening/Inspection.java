package xindang.persistence.opening;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xindang.model.common.AppException;
import xindang.persistence.codec.Compact;
import xindang.persistence.codec.Packing;
import xindang.persistence.codec.Sealing;
import xindang.persistence.codec.StateJson;
import xindang.persistence.database.Database;
import xindang.persistence.disk.ArchiveFinding;
import xindang.persistence.disk.ArchiveFinding.Severity;
import xindang.persistence.disk.Failures;
import xindang.persistence.fold.RecordTable;
import xindang.persistence.fold.Shared;
import xindang.persistence.ledger.EntryCodec;

/** Reads all stored data and reports what cannot be read. */
final class Inspection {
    private static final Logger LOG = LoggerFactory.getLogger(Inspection.class);

    /** All keys in the database, each with the last entry that is sealed with it. */
    private static final String KEYS =
            "select r.id, r.slot, r.secret, e.kind, e.body from record r left join entry e on e.no = r.last order by r.slot";

    private Inspection() {}

    /** Returns findings about unreadable records of the database. */
    static List<ArchiveFinding> records(Database database, Shared shared) {
        var findings = new ArrayList<ArchiveFinding>();
        try (var connection = database.connection()) {
            shared.words().load(connection);
        } catch (SQLException e) {
            throw Failures.of("inspect the database", e);
        }
        var sealing = shared.sealing();
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
                        findings.add(ArchiveFinding.of("record.damaged", Severity.DAMAGED, id.toString()));
                    }
                });
        return findings;
    }

    /** Checks that the key file contains the key of each record. */
    static List<ArchiveFinding> keys(Database database, Shared shared) {
        var wrong = new ArrayList<UUID>();
        each(database, KEYS, row -> {
            var id = row.getObject(1, UUID.class);
            if (!shared.keys().holds(row.getLong(2), id, row.getBytes(3))) {
                wrong.add(id);
            }
        });
        return wrong.isEmpty()
                ? List.of()
                : List.of(ArchiveFinding.of("keys.damaged", Severity.DAMAGED, String.valueOf(wrong.size())));
    }

    /** Returns true if a slot of the key file differs from the database. Reads the bytes of the file once. */
    static boolean slotsAreDamaged(Database database, Shared shared, long slots) {
        var erased = new HashSet<Long>();
        each(database, "select slot from erased where slot >= 0", row -> erased.add(row.getLong(1)));
        return shared.keys().isDamaged(slots, slot -> !erased.contains(slot));
    }

    /**
     * Writes the keys that are missing or wrong in the key file. A key of the database is used only if it opens the
     * last change of its record, because the row itself may be damaged.
     *
     * @return number of keys that were written
     */
    static long mendKeys(Database database, Shared shared) {
        var mended = new long[1];
        each(database, KEYS, row -> {
            var id = row.getObject(1, UUID.class);
            var slot = row.getLong(2);
            var secret = row.getBytes(3);
            if (!shared.keys().holds(slot, id, secret) && opens(row.getByte(4), row.getBytes(5), id, secret)) {
                shared.keys().put(slot, id, secret);
                mended[0]++;
            }
        });
        shared.keys().force();
        return mended[0];
    }

    /** Writes the missing keys from a database that will be rebuilt. The database may be only partly readable. */
    static void mendKeysAsFarAsRead(Database database, Shared shared) {
        try {
            mendKeys(database, shared);
        } catch (RuntimeException e) {
            LOG.warn("the keys of the database cannot be read", e);
        } catch (OutOfMemoryError | StackOverflowError e) {
            LOG.warn("the keys of the database cannot be read", e);
        }
    }

    private static boolean opens(byte kind, byte @Nullable [] body, UUID record, byte[] secret) {
        if (body == null) {
            return false;
        }
        try {
            return Optional.of(EntryCodec.read(kind, body))
                    .filter(entry -> Sealing.opens(entry, record, secret))
                    .isPresent();
        } catch (AppException e) {
            return false;
        }
    }

    private interface Reader {
        void read(ResultSet row) throws SQLException;
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
