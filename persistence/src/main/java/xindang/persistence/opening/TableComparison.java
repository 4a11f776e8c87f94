package xindang.persistence.opening;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import xindang.persistence.database.Settings;

/** Compares the tables of two databases row by row. */
final class TableComparison {
    /** The tables, each with the order of its rows, and with a condition if some rows are left out. */
    private static final Map<String, String> TABLES = new TreeMap<>(Map.ofEntries(
            Map.entry("about", "order by no"),
            Map.entry("batch", "order by id"),
            Map.entry("conflict", "order by record, id"),
            Map.entry("device", "order by no"),
            Map.entry("entry", "order by no"),
            Map.entry("erased", "order by id"),
            Map.entry("kind", "order by no"),
            Map.entry("mark", "order by one"),
            Map.entry("place", "order by first"),
            Map.entry("record", "order by no"),
            // the next closing asks for the first, and the second is of this file alone; nothing else depends on them
            Map.entry(
                    "setting",
                    "where name not in ('" + Settings.COMPACT + "', '" + Settings.FAULTS + "') order by name"),
            Map.entry("subject", "order by no"),
            // an empty cell equals a missing one
            Map.entry("tally", "where records <> 0 order by kind, region, grade, status"),
            Map.entry("term", "order by no"),
            Map.entry("word", "order by no")));

    private TableComparison() {}

    static boolean areEqual(Connection one, Connection other) throws SQLException {
        for (var table : TABLES.entrySet()) {
            var sql = "select * from " + table.getKey() + " " + table.getValue();
            if (!areEqual(one, other, sql)) {
                return false;
            }
        }
        return true;
    }

    /** Returns true if two databases have the same records, ignoring internal numbers. */
    static boolean haveTheSameRecords(Connection one, Connection other) throws SQLException {
        return areEqual(one, other, "select id, created, updated from record order by id")
                && areEqual(one, other, "select id, name, number, phone, grade, score from subject order by id");
    }

    private static boolean areEqual(Connection one, Connection other, String sql) throws SQLException {
        lazy(one);
        lazy(other);
        try (var first = one.prepareStatement(sql);
                var second = other.prepareStatement(sql);
                var rows = first.executeQuery();
                var others = second.executeQuery()) {
            while (rows.next()) {
                if (!others.next() || !sameRow(rows, others)) {
                    return false;
                }
            }
            return !others.next();
        }
    }

    /** Reads rows one by one instead of keeping all in memory. */
    private static void lazy(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set lazy_query_execution 1");
        }
    }

    private static boolean sameRow(ResultSet row, ResultSet other) throws SQLException {
        var columns = row.getMetaData().getColumnCount();
        if (columns != other.getMetaData().getColumnCount()) {
            return false;
        }
        for (var i = 1; i <= columns; i++) {
            var value = row.getObject(i);
            var same = value instanceof byte[] bytes
                    ? other.getObject(i) instanceof byte[] others && Arrays.equals(bytes, others)
                    : Objects.equals(value, other.getObject(i));
            if (!same) {
                return false;
            }
        }
        return true;
    }
}
