package xindang.persistence.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Rows of one SQL statement that are sent together. */
public final class Batch implements AutoCloseable {
    private static final int LARGEST = 500;

    private final Connection connection;
    private final String sql;
    private @Nullable PreparedStatement statement;
    private int rows;

    public Batch(Connection connection, String sql) {
        this.connection = connection;
        this.sql = sql;
    }

    /** Returns the statement for the parameters of the next row; {@link #add} adds the row. */
    public PreparedStatement row() throws SQLException {
        var prepared = statement;
        if (prepared == null) {
            prepared = connection.prepareStatement(sql);
            statement = prepared;
        }
        return prepared;
    }

    public void add() throws SQLException {
        row().addBatch();
        if (++rows == LARGEST) {
            send();
        }
    }

    public void send() throws SQLException {
        if (rows > 0) {
            row().executeBatch();
            rows = 0;
        }
    }

    @Override
    public void close() throws SQLException {
        if (statement != null) {
            statement.close();
        }
    }
}
