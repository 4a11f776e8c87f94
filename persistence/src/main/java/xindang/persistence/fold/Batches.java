package xindang.persistence.fold;

import java.sql.Connection;
import java.sql.SQLException;
import xindang.persistence.disk.Failures;
import xindang.persistence.ledger.Entry;

/** The batches of the exchange within a transaction. */
final class Batches {
    private final Connection connection;

    Batches(Connection connection) {
        this.connection = connection;
    }

    /** Stores a batch and returns its last sequence number. */
    long seal(Entry.Batched batch) {
        try (var statement = connection.prepareStatement("insert into batch (id, first, last) values (?, ?, ?)")) {
            statement.setObject(1, batch.key());
            statement.setLong(2, batch.first());
            statement.setLong(3, batch.last());
            statement.executeUpdate();
            return batch.last();
        } catch (SQLException e) {
            throw Failures.of("seal a batch", e);
        }
    }

    /** Stores a receipt and returns the last sequence number of its batch. */
    long receipt(Entry.Receipted receipt) {
        try (var update = connection.prepareStatement("update batch set receipt = ? where id = ?");
                var select = connection.prepareStatement("select last from batch where id = ?")) {
            update.setString(1, receipt.receipt());
            update.setObject(2, receipt.key());
            update.executeUpdate();
            select.setObject(1, receipt.key());
            try (var row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        } catch (SQLException e) {
            throw Failures.of("keep a receipt", e);
        }
    }
}
