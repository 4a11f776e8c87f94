package xindang.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

/** An H2 file used by plain JDBC: the lowest cost of storing rows. */
final class PlainDatabase implements AutoCloseable {
    private final Connection connection;
    private final int columns;

    /** Creates a table with this number of text columns in a new, encrypted file. */
    PlainDatabase(Path file, int columns) throws SQLException {
        this.columns = columns;
        connection =
                DriverManager.getConnection("jdbc:h2:file:" + file + ";CIPHER=AES;WRITE_DELAY=0", "sa", "file user");
        connection.setAutoCommit(false);
        var list = new StringBuilder("create table plain (no integer primary key");
        for (var i = 0; i < columns; i++) {
            list.append(", c").append(i).append(" varchar(1000)");
        }
        try (var statement = connection.createStatement()) {
            statement.execute(list.append(')').toString());
        }
    }

    /** Inserts all rows in one transaction, in batches of 500. */
    void insert(List<List<String>> rows) throws SQLException {
        var sql = "insert into plain values (?" + String.join("", Collections.nCopies(columns, ", ?")) + ")";
        try (var insert = connection.prepareStatement(sql)) {
            for (var no = 0; no < rows.size(); no++) {
                var row = rows.get(no);
                insert.setInt(1, no);
                for (var i = 0; i < columns; i++) {
                    insert.setString(i + 2, i < row.size() ? row.get(i) : "");
                }
                insert.addBatch();
                if (no % 500 == 499) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
