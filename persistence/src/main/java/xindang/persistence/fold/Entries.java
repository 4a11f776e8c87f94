package xindang.persistence.fold;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xindang.model.exchange.ExchangeStore;
import xindang.persistence.database.Batch;
import xindang.persistence.disk.Bytes;
import xindang.persistence.disk.Failures;
import xindang.persistence.ledger.Entry;
import xindang.persistence.ledger.EntryCodec;

/** Writes the entries of a transaction into the ledger and the table {@code entry}. */
final class Entries implements AutoCloseable {
    /** Number in place of an erased record. */
    static final long NO_RECORD = 0;

    private final Connection connection;
    private final Counters counters;
    private final Sink sink;
    private final Batch rows;

    /** Receives the entries for the ledger. It does nothing if the entries come from the ledger. */
    public interface Sink {
        void add(byte kind, byte[] body);
    }

    Entries(Connection connection, Counters counters, Sink sink) {
        this.connection = connection;
        this.counters = counters;
        this.sink = sink;
        rows = new Batch(
                connection,
                "insert into entry (no, save, kind, body, record, before, device, sequence, place, verdict)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    }

    /**
     * The change in an entry.
     *
     * @param record number of its record; {@link #NO_RECORD} if it was erased
     * @param before entry of the previous change of this record; 0 for the first
     */
    record ChangeRow(long record, long before, int device, long sequence, Optional<Entry.Place> place) {}

    /** Returns the entry of a received change. */
    static Entry.Pulled pulled(ExchangeStore.Pulled pulled, long slot, Bytes sealed) {
        var change = pulled.change();
        return new Entry.Pulled(
                pulled.position(),
                pulled.verdict(),
                change.record(),
                slot,
                change.id(),
                change.device(),
                change.sequence(),
                pulled.digest(),
                sealed);
    }

    /** @return the number of the entry */
    long put(Entry entry) {
        return keep(EntryCodec.kind(entry), EntryCodec.write(entry), null);
    }

    /** @return the number of the entry */
    long keep(byte kind, byte[] body, @Nullable ChangeRow change) {
        var no = ++counters.entries;
        sink.add(kind, body);
        try {
            var row = rows.row();
            row.setLong(1, no);
            row.setLong(2, counters.saves);
            row.setInt(3, kind);
            row.setBytes(4, body);
            fill(row, change);
            rows.add();
        } catch (SQLException e) {
            throw Failures.of("write an entry", e);
        }
        return no;
    }

    private static void fill(PreparedStatement row, @Nullable ChangeRow change) throws SQLException {
        if (change == null) {
            for (var column = 5; column <= 10; column++) {
                row.setNull(column, Types.BIGINT);
            }
            return;
        }
        if (change.record() == NO_RECORD) {
            row.setNull(5, Types.BIGINT);
            row.setNull(6, Types.BIGINT);
        } else {
            row.setLong(5, change.record());
            row.setLong(6, change.before());
        }
        row.setInt(7, change.device());
        row.setLong(8, change.sequence());
        if (change.place().isPresent()) {
            row.setLong(9, change.place().get().position());
            row.setInt(10, EntryCodec.number(change.place().get().verdict()));
        } else {
            row.setNull(9, Types.BIGINT);
            row.setNull(10, Types.SMALLINT);
        }
    }

    /** Writes the first entry again. */
    void repeatFirst() {
        try (var first = connection.prepareStatement("select kind, body from entry where no = 1");
                var row = first.executeQuery()) {
            if (row.next()) {
                keep(row.getByte(1), row.getBytes(2), null);
            }
        } catch (SQLException e) {
            throw Failures.of("read the first entry", e);
        }
    }

    void send() {
        try {
            rows.send();
        } catch (SQLException e) {
            throw Failures.of("write entries", e);
        }
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }
}
