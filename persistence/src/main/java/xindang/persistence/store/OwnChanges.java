package xindang.persistence.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import xindang.model.archive.Change;
import xindang.persistence.codec.Sealing;
import xindang.persistence.fold.ChangeTable;

/** Reads the changes that this device saved, the last one first. */
final class OwnChanges {
    private OwnChanges() {}

    /** Returns at most so many changes before a sequence number, without those of erased records. */
    static List<Change> before(Connection connection, Sealing sealing, long sequence, int limit) throws SQLException {
        try (var statement = connection.prepareStatement("select c.kind, c.body, r.id, r.secret from entry c"
                + " join record r on r.no = c.record where c.device = " + ChangeTable.OWN
                + " and c.sequence < ? order by c.device desc, c.sequence desc limit ?")) {
            statement.setLong(1, sequence);
            statement.setInt(2, limit);
            var found = new ArrayList<Change>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(ChangeTable.open(
                            row.getByte(1), row.getBytes(2), row.getObject(3, UUID.class), row.getBytes(4), sealing));
                }
            }
            return found;
        }
    }
}
