package xindang.persistence.fold;

import java.sql.Connection;
import java.sql.SQLException;
import xindang.model.archive.Change;
import xindang.persistence.ledger.LedgerPosition;

/**
 * The last processed position of each reader; the only row of table {@code mark}.
 *
 * @param entries number of entries
 * @param saves number of commits
 * @param records largest number of a record
 * @param slots number of used slots in {@code keys.xdk}
 * @param sequence last sequence number of this device
 * @param previous digest of the change with that number
 * @param sealed changes up to this sequence number are sealed in a batch
 * @param receipted the platform signed for changes up to this sequence number
 * @param settled number of own changes that came back
 * @param through all own changes up to this sequence number came back
 * @param ledger end of the last commit
 */
public record Checkpoint(
        long entries,
        long saves,
        long records,
        long slots,
        long sequence,
        String previous,
        long sealed,
        long receipted,
        long settled,
        long through,
        LedgerPosition ledger) {

    public static Checkpoint none(LedgerPosition ledger) {
        return new Checkpoint(0, 0, 0, 0, 0, Change.GENESIS, 0, 0, 0, 0, ledger);
    }

    /** Returns these marks with another end of the ledger. */
    public Checkpoint at(LedgerPosition end) {
        return new Checkpoint(
                entries, saves, records, slots, sequence, previous, sealed, receipted, settled, through, end);
    }

    public static Checkpoint read(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(
                        "select entries, saves, records, slots, sequence, previous,"
                                + " sealed, receipted, settled, through, ledger_frames, ledger_last, ledger_end, ledger_hash from mark");
                var row = statement.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("no mark");
            }
            return new Checkpoint(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getString(6),
                    row.getLong(7),
                    row.getLong(8),
                    row.getLong(9),
                    row.getLong(10),
                    new LedgerPosition(row.getLong(11), row.getLong(12), row.getLong(13), row.getString(14)));
        }
    }

    public void write(Connection connection) throws SQLException {
        try (var statement =
                connection.prepareStatement("merge into mark (one, entries, saves, records, slots, sequence,"
                        + " previous, sealed, receipted, settled, through, ledger_frames, ledger_last, ledger_end, ledger_hash)"
                        + " key (one) values (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            statement.setLong(1, entries);
            statement.setLong(2, saves);
            statement.setLong(3, records);
            statement.setLong(4, slots);
            statement.setLong(5, sequence);
            statement.setString(6, previous);
            statement.setLong(7, sealed);
            statement.setLong(8, receipted);
            statement.setLong(9, settled);
            statement.setLong(10, through);
            statement.setLong(11, ledger.frames());
            statement.setLong(12, ledger.last());
            statement.setLong(13, ledger.end());
            statement.setString(14, ledger.hash());
            statement.executeUpdate();
        }
    }
}
