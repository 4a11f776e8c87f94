package xindang.persistence.fold;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.OptionalLong;

/** In which saves the changes of this device lie; later ones lie in the same save or in a later one. */
public final class Saves implements AutoCloseable {
    private final PreparedStatement statement;

    public Saves(Connection connection) throws SQLException {
        statement = connection.prepareStatement("select save from entry where device = " + ChangeTable.OWN
                + " and sequence >= ? order by device, sequence limit 1");
    }

    /**
     * The last sequence of a batch that begins with one: whole saves, unless the first alone is larger than the limit.
     * Costs a few rows however many changes there are. Absent when all changes from the first on are within the limit.
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

    /** The save of the first change at or after a sequence. */
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
