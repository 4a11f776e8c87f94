package xindang.persistence.codec;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import xindang.persistence.disk.Failures;

/**
 * Small numbers for texts that repeat in each row, such as template ids or device ids. Several threads may share it.
 */
public final class Codes {
    private final String table;
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final Map<Integer, String> ids = new ConcurrentHashMap<>();

    /**
     * Creates empty codes.
     *
     * @param table {@code kind} or {@code device}
     */
    public Codes(String table) {
        this.table = table;
    }

    public void load(Connection connection) throws SQLException {
        numbers.clear();
        ids.clear();
        try (var statement = connection.prepareStatement("select no, id from " + table);
                var row = statement.executeQuery()) {
            while (row.next()) {
                keep(row.getInt(1), row.getString(2));
            }
        }
    }

    public Optional<Integer> find(String id) {
        return Optional.ofNullable(numbers.get(id));
    }

    /** Returns the number of an id. A new id gets the next number. */
    public int number(Connection connection, String id) {
        var known = numbers.get(id);
        if (known != null) {
            return known;
        }
        var number = numbers.size();
        try (var statement = connection.prepareStatement("insert into " + table + " (no, id) values (?, ?)")) {
            statement.setInt(1, number);
            statement.setString(2, id);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw Failures.of("number for " + table, e);
        }
        keep(number, id);
        return number;
    }

    public String id(int number) {
        var id = ids.get(number);
        if (id == null) {
            throw new IllegalStateException("no " + table + " " + number);
        }
        return id;
    }

    private void keep(int number, String id) {
        numbers.put(id, number);
        ids.put(number, id);
    }
}
