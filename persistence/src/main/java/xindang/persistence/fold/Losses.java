package xindang.persistence.fold;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import xindang.model.exchange.ExchangeStore;
import xindang.persistence.database.Database;
import xindang.persistence.database.Settings;
import xindang.persistence.disk.ArchiveFinding;
import xindang.persistence.disk.Failures;
import xindang.persistence.keys.RecordKeys;
import xindang.persistence.ledger.Entry;
import xindang.persistence.ledger.EntryCodec;

/** The losses of an archive: parts of its ledger that no file has. Each check reports them until nothing is missing. */
public final class Losses {
    private static final String SEPARATOR = "\n";
    private static final String NEXT = "\n;\n";
    /** Name of the note in the ledger that nothing of the losses before it is missing. */
    private static final String ENDED = "losses.ended";

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
        Settings.delete(connection, Settings.EXCHANGE + ExchangeStore.COMPLETE);
    }

    /**
     * Returns a finding for each loss of which something is missing. Its severity is damage, because a repair cannot
     * restore it.
     */
    public static List<ArchiveFinding> of(Database database) {
        return database.read("read what was lost", connection -> all(connection)
                .map(text -> text.split(SEPARATOR, -1))
                .map(fields -> ArchiveFinding.of(code(fields), ArchiveFinding.Severity.DAMAGED, fields))
                .toList());
    }

    private static Stream<String> all(Connection connection) {
        return Settings.read(connection, Settings.LOST).stream().flatMap(all -> Stream.of(all.split(NEXT)));
    }

    /** Bytes of the ledger were damaged, or there were none and the database was damaged of which it was written. */
    private static String code(String[] fields) {
        return fields[0].equals(fields[1]) ? "ledger.lost.rows" : "ledger.lost";
    }

    /**
     * Returns the note that ends all losses so far; empty if there is none or something of them is missing. Nothing is
     * missing if all that the platform has was pulled since the last loss, if each change of this device is present
     * under its sequence number, and if each key in the key file is that of a present or an erased record.
     */
    public static Optional<Entry.Noted> end(Database database, RecordKeys keys, Checkpoint marks) {
        return database.read("compare losses with what came back", connection -> {
            var over = all(connection).findAny().isPresent()
                    && Settings.read(connection, Settings.EXCHANGE + ExchangeStore.COMPLETE)
                            .isPresent()
                    && ownChanges(connection, 1, marks.sequence()) == marks.sequence()
                    && hasEachRecord(connection, keys, marks.slots());
            return over ? Optional.of(new Entry.Noted(ENDED, "yes")) : Optional.empty();
        });
    }

    /** Forgets the losses if a note ends them. */
    static void noted(Connection connection, Entry.Noted note) {
        if (note.name().equals(ENDED)) {
            Settings.delete(connection, Settings.LOST);
        }
    }

    /**
     * Counts the present changes of this device in a range of sequence numbers. A change that came back from the
     * platform has the other number of this device.
     */
    static long ownChanges(Connection connection, long first, long last) {
        var device = Settings.read(connection, Settings.DEVICE).orElse("");
        try (var statement = connection.prepareStatement("select count(distinct e.sequence) from entry e"
                + " where e.device in (select d.no from device d where d.no = " + ChangeTable.OWN
                + " or d.id = ?) and e.sequence between ? and ?")) {
            statement.setString(1, ChangeTable.ofAnotherRun(device));
            statement.setLong(2, first);
            statement.setLong(3, last);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw Failures.of("count changes", e);
        }
    }

    /**
     * Returns true if each slot belongs to a present or an erased record. A record that came back has a new slot; the
     * key in its earlier slot opens with its id.
     */
    private static boolean hasEachRecord(Connection connection, RecordKeys keys, long slots) throws SQLException {
        var known = new BitSet();
        try (var statement = connection.prepareStatement(
                        "select slot from record union all select slot from erased where slot >= 0");
                var row = statement.executeQuery()) {
            while (row.next()) {
                known.set((int) row.getLong(1));
            }
        }
        var candidates = changedSinceTheLoss(connection);
        for (var slot = known.nextClearBit(0); slot < slots; slot = known.nextClearBit(slot + 1)) {
            var lost = slot;
            if (candidates.stream().noneMatch(record -> keys.isReadable(lost, record))) {
                return false;
            }
        }
        return true;
    }

    private static List<UUID> changedSinceTheLoss(Connection connection) throws SQLException {
        var found = new ArrayList<UUID>();
        try (var statement = connection.prepareStatement(
                        "select r.id from record r, (select min(no) no from entry where kind = "
                                + EntryCodec.LOST
                                + ") lost where r.last > lost.no union all select e.id from erased e, "
                                + "(select min(no) no from entry where kind = " + EntryCodec.LOST
                                + ") lost where e.entry > lost.no");
                var row = statement.executeQuery()) {
            while (row.next()) {
                found.add(row.getObject(1, UUID.class));
            }
        }
        return found;
    }
}
