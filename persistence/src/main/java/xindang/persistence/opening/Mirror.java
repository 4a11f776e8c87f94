package xindang.persistence.opening;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import xindang.persistence.disk.Bytes;
import xindang.persistence.disk.Failures;
import xindang.persistence.ledger.Ledger;
import xindang.persistence.ledger.LedgerPosition;

/** Reads the entries of the database in order, for the comparison with the ledger. */
final class Mirror {
    private static final int CHUNK = 200;

    private final Connection connection;
    private final ArrayDeque<Row> rows = new ArrayDeque<>();
    private long read;

    /** An entry and the number of its save. */
    record Row(long no, long save, byte kind, Bytes body) {}

    /**
     * Creates a reader.
     *
     * @param after number of the entry after which reading begins
     */
    Mirror(Connection connection, long after) {
        this.connection = connection;
        this.read = after;
    }

    Optional<Row> next() {
        if (rows.isEmpty()) {
            fill();
        }
        return Optional.ofNullable(rows.poll());
    }

    private void fill() {
        try (var statement = connection.prepareStatement(
                "select no, save, kind, body from entry where no > ? order by no limit " + CHUNK)) {
            statement.setLong(1, read);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    read = row.getLong(1);
                    rows.add(new Row(read, row.getLong(2), row.getByte(3), new Bytes(row.getBytes(4))));
                }
            }
        } catch (SQLException e) {
            throw Failures.of("read entries", e);
        }
    }

    /** Compares ledger and database entry by entry. */
    static final class Comparison implements Ledger.Visitor {
        private final Mirror mirror;
        private long entries;
        private boolean equal = true;

        /** Where the last whole commit ends that is equal. */
        LedgerPosition sameEnd;

        /** Where the ledger goes on after the last entry that the database has. */
        Optional<LedgerPosition> databaseEnd = Optional.empty();

        private final long total;

        Comparison(Connection connection, long total, LedgerPosition start) {
            mirror = new Mirror(connection, 0);
            this.total = total;
            sameEnd = start;
            if (total == 0) {
                databaseEnd = Optional.of(start);
            }
        }

        @Override
        public void entry(byte kind, byte[] body) {
            if (!equal || entries >= total) {
                entries++;
                return;
            }
            entries++;
            equal = mirror.next()
                    .map(row -> row.kind() == kind && Arrays.equals(row.body().array(), body))
                    .orElse(false);
        }

        @Override
        public void committed(LedgerPosition mark) {
            if (equal && entries <= total) {
                sameEnd = mark;
                if (entries == total) {
                    databaseEnd = Optional.of(mark);
                }
            }
        }

        boolean equal() {
            return equal;
        }
    }
}
