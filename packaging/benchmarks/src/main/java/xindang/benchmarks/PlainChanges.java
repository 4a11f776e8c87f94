package xindang.benchmarks;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import xindang.model.archive.Change;
import xindang.model.wire.ChangeJson;

/** Stores changes by plain JDBC in one H2 file: a row of the change and a row of the record. */
final class PlainChanges implements AutoCloseable {
    private static final int PAGE = 200;

    private final Connection connection;

    /** @param options such as {@code ;CIPHER=AES} */
    PlainChanges(Path file, String options) throws SQLException {
        connection =
                DriverManager.getConnection("jdbc:h2:file:" + file + ";WRITE_DELAY=0" + options, "sa", "file user");
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("create table change (no bigint primary key, id uuid unique, body varbinary)");
            statement.execute("create table record (id uuid primary key, content varchar)");
        }
    }

    /** Inserts changes in pages of 200. Each page is one transaction that is forced to the disk, as in an exchange. */
    void insert(List<Change> changes) throws SQLException {
        for (var from = 0; from < changes.size(); from += PAGE) {
            page(changes.subList(from, Math.min(from + PAGE, changes.size())));
            connection.commit();
            try (var statement = connection.createStatement()) {
                statement.execute("checkpoint sync");
            }
        }
    }

    private void page(List<Change> changes) throws SQLException {
        try (var change = connection.prepareStatement("insert into change values (?, ?, ?)");
                var record = connection.prepareStatement("merge into record values (?, ?)")) {
            for (var each : changes) {
                var text = ChangeJson.write(each);
                change.setLong(1, each.sequence());
                change.setObject(2, each.id());
                change.setBytes(3, text.getBytes(StandardCharsets.UTF_8));
                change.addBatch();
                record.setObject(1, each.record());
                record.setString(2, text);
                record.addBatch();
            }
            change.executeBatch();
            record.executeBatch();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
