package xindang.persistence.fold;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import xindang.persistence.database.Settings;
import xindang.persistence.disk.Failures;
import xindang.persistence.ledger.Entry;
import xindang.persistence.ledger.EntryCodec;

/**
 * Commits rows of a large save before the save is complete. H2 writes the pages of an open transaction when memory is
 * full and again at the commit, and then collects the dead pages. A transaction that ends early is written once.
 *
 * <p>The marks change only with the last part, after the ledger. Rows beyond the marks belong to an unfinished save and
 * are removed: at once if the save fails, at the next start if the program died.
 *
 * <p>Only rows of new records are committed early. After a save has changed an older record, it stays in one
 * transaction, because a changed row could not be restored.
 */
public final class EarlyCommits {
    private EarlyCommits() {}

    static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw Failures.of("write a part of a save", e);
        }
    }

    /** Removes the rows beyond the marks. If there are none, it reads only the last entry. */
    public static void takeBack(Connection connection, Checkpoint marks) throws SQLException {
        if (number(connection, "select max(no) from entry") <= marks.entries()) {
            return;
        }
        words(connection, marks.entries());
        delete(connection, "entry where no > ?", marks.entries());
        delete(connection, "about where no > ?", marks.records());
        delete(connection, "record where no > ?", marks.records());
        delete(connection, "subject where no > ?", marks.records());
        delete(connection, "term where no > ?", marks.records());
        delete(connection, "kind k where k.no >= ? and not exists (select 1 from record r where r.kind = k.no)", 0);
        connection.commit();
    }

    /** Restores the words of the entries up to a number, and the count of those that occur twice. */
    private static void words(Connection connection, long entries) throws SQLException {
        var numbers = new HashSet<Integer>();
        var repeated = 0;
        try (var statement = connection.prepareStatement("select body from entry where no <= ? and kind = ?")) {
            statement.setLong(1, entries);
            statement.setInt(2, EntryCodec.WORDED);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var word = (Entry.Worded) EntryCodec.read(EntryCodec.WORDED, row.getBytes(1));
                    repeated = numbers.add(word.number()) ? repeated : Math.max(repeated, word.number() + 1);
                }
            }
        }
        delete(
                connection,
                "word where no > ?",
                numbers.stream().max(Integer::compare).orElse(-1));
        if (repeated == 0) {
            Settings.delete(connection, Settings.REPEATED);
        } else {
            Settings.write(connection, Settings.REPEATED, String.valueOf(repeated));
        }
    }

    private static void delete(Connection connection, String where, long number) throws SQLException {
        try (var statement = connection.prepareStatement("delete from " + where)) {
            statement.setLong(1, number);
            statement.executeUpdate();
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
