package xindang.persistence.fold;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.OptionalLong;

/** Maps each change of this device to the save that contains it. Save numbers never decrease. */
public final class Saves implements AutoCloseable {
    private final PreparedStatement statement;

    public Saves(Connection connection) throws SQLException {
        statement = connection.prepareStatement("select save from entry where device = " + ChangeTable.OWN
                + " and sequence >= ? order by device, sequence limit 1");
    }

    /**
     * Returns the last sequence number of a batch that begins at one. The batch has only complete saves, unless the
     * first save is larger than the limit. Reads only a few rows. Empty if all changes from the first on are within the
     * limit.
     */
    public OptionalLong end(long first, int limit) throws SQLException {
        var next = save(first + limit);
        if (next == Long.MAX_VALUE) {
            return OptionalLong.empty();
        }
        if (save(first) == next) {
            return OptionalLong.of(first + limit - 1);
        }
        var before = first;
        var after = first + limit;
        while (after - before > 1) {
            var middle = (before + after) / 2;
            if (save(middle) < next) {
                before = middle;
            } else {
                after = middle;
            }
        }
        return OptionalLong.of(before);
    }

    /** Returns the save of the first change at or after a sequence number. */
    private long save(long sequence) throws SQLException {
        statement.setLong(1, sequence);
        try (var row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : Long.MAX_VALUE;
        }
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
