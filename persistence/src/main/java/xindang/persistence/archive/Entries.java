package xindang.persistence.archive;

import java.sql.Connection;
import java.sql.SQLException;
import xindang.persistence.disk.Failures;
import xindang.persistence.ledger.Entry;
import xindang.persistence.ledger.EntryCodec;

/** The entries of a transaction on their way into the ledger and into the table beside it. */
final class Entries implements AutoCloseable {
    private final Counters counters;
    private final Sink sink;
    private final Batch rows;

    /** Where entries go on their way to the ledger; nowhere when they come from it. */
    interface Sink {
        void add(byte kind, byte[] body);
    }

    Entries(Connection connection, Counters counters, Sink sink) {
        this.counters = counters;
        this.sink = sink;
        rows = new Batch(connection, "insert into entry (no, save, kind, body) values (?, ?, ?, ?)");
    }

    /** @return the number of the entry */
    long put(Entry entry) {
        return keep(EntryCodec.kind(entry), EntryCodec.write(entry));
    }

    long keep(byte kind, byte[] body) {
        var no = ++counters.entries;
        sink.add(kind, body);
        try {
            var row = rows.row();
            row.setLong(1, no);
            row.setLong(2, counters.saves);
            row.setInt(3, kind);
            row.setBytes(4, body);
            rows.add();
        } catch (SQLException e) {
            throw Failures.of("write an entry", e);
        }
        return no;
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
