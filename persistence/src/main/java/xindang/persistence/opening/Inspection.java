package xindang.persistence.opening;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
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
import xindang.persistence.disk.Bytes;
import xindang.persistence.disk.Failures;
import xindang.persistence.fold.Checkpoint;
import xindang.persistence.fold.RecordTable;
import xindang.persistence.fold.Shared;
import xindang.persistence.ledger.Entry;
import xindang.persistence.ledger.EntryCodec;

/** Reads all stored data and reports what cannot be read. */
final class Inspection {
    private static final Logger LOG = LoggerFactory.getLogger(Inspection.class);

    /** Records between two reports of how far the look is. */
    private static final int SAID = 200;
    /** Every key as the database has it. */
    private static final String KEYS = "select id, slot, secret from record order by no";

    /** The same between two numbers, with the last entry that is sealed under it. */
    private static final String KEYS_BETWEEN =
            "select id, slot, secret, last from record where no > ? and no <= ? order by no";

    /** A key as the database has it; {@code last} is the number of the last entry that is sealed under it. */
    private record Kept(UUID record, long slot, Bytes secret, long last) {}

    private Inspection() {}

    /** Records of the database that are not what was written. */
    static List<ArchiveFinding> records(Database database, Shared shared, LongConsumer reading) {
        var read = new long[1];
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
                    if (++read[0] % SAID == 0) {
                        reading.accept(read[0]);
                    }
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
     * Writes the keys that the file lacks or has wrong, as far as the database can be read. A key of the database counts when the
     * last change of its record opens with it, since the row may be what is damaged; and where the file has no key at all.
     *
     * @return number of keys that were written
     */
    static long mendKeys(Database database, Shared shared) {
        var last = database.read("read the mark", Checkpoint::read).records();
        var scan = new Scan<>(database, 0, last, Inspection::kept);
        var mended = 0L;
        for (var rows = scan.next(); !rows.isEmpty(); rows = scan.next()) {
            for (var row : rows) {
                if (!shared.keys().holds(row.slot(), row.record(), row.secret().array())
                        && counts(database, row, shared)) {
                    shared.keys().put(row.slot(), row.record(), row.secret().array());
                    mended++;
                }
            }
        }
        shared.keys().force();
        return mended;
    }

    private static List<Kept> kept(Connection connection, long after, long upTo) throws SQLException {
        try (var statement = connection.prepareStatement(KEYS_BETWEEN)) {
            statement.setLong(1, after);
            statement.setLong(2, upTo);
            try (var row = statement.executeQuery()) {
                var rows = new ArrayList<Kept>();
                while (row.next()) {
                    rows.add(new Kept(
                            row.getObject(1, UUID.class), row.getLong(2), new Bytes(row.getBytes(3)), row.getLong(4)));
                }
                return rows;
            }
        }
    }

    private static boolean counts(Database database, Kept row, Shared shared) {
        var entries = new Scan<>(database, row.last() - 1, row.last(), Inspection::entry).next();
        return entries.isEmpty()
                ? !shared.keys().isReadable(row.slot(), row.record())
                : Sealing.opens(entries.get(0), row.record(), row.secret().array());
    }

    private static List<Entry> entry(Connection connection, long after, long upTo) throws SQLException {
        try (var statement = connection.prepareStatement("select kind, body from entry where no > ? and no <= ?")) {
            statement.setLong(1, after);
            statement.setLong(2, upTo);
            try (var row = statement.executeQuery()) {
                return row.next() ? List.of(EntryCodec.read(row.getByte(1), row.getBytes(2))) : List.of();
            }
        }
    }

    /** The same for a database that is about to be made again and may not be readable at all. */
    static void mendKeysAsFarAsRead(Database database, Shared shared) {
        try {
            mendKeys(database, shared);
        } catch (RuntimeException e) {
            LOG.warn("the keys of the database cannot be read", e);
        } catch (OutOfMemoryError | StackOverflowError e) {
            LOG.warn("the keys of the database cannot be read", e);
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
