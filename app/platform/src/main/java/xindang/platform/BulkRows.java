package xindang.platform;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.ResultQuery;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes many rows at once by plain JDBC, in the transaction of a context. All changes of all offices use it,
 * so speed matters.
 */
final class BulkRows {
    private BulkRows() {}

    /** Receives one row of a result. */
    interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    /** Reads the rows that a query finds for a list of values. The list is the query's only parameter. */
    static void of(DSLContext db, String query, String type, Collection<?> values, Reader reader) {
        if (values.isEmpty()) {
            return;
        }
        db.connection(connection -> {
            try (var statement = connection.prepareStatement(query)) {
                statement.setArray(1, connection.createArrayOf(type, values.toArray()));
                try (var row = statement.executeQuery()) {
                    while (row.next()) {
                        reader.read(row);
                    }
                }
            }
        });
    }

    /** Reads the rows of a query, without the copies of byte arrays that jOOQ makes for its records. */
    static void read(ResultQuery<?> query, Reader reader) {
        try (var row = query.fetchResultSet()) {
            while (row.next()) {
                reader.read(row);
            }
        } catch (SQLException e) {
            throw new DataAccessException("read rows", e);
        }
    }

    /** Executes a statement for each row of parameters. */
    static void write(DSLContext db, String sql, List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        db.connection(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                for (var row : rows) {
                    set(statement, row);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        });
    }

    private static void set(PreparedStatement statement, @Nullable Object[] row) throws SQLException {
        for (var i = 0; i < row.length; i++) {
            var value = row[i];
            if (value == null) {
                statement.setNull(i + 1, Types.NULL);
            } else if (value instanceof byte[] bytes) {
                statement.setBytes(i + 1, bytes);
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }
}
