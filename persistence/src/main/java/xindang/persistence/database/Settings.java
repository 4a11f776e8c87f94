package xindang.persistence.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import xindang.model.archive.Change;
import xindang.persistence.disk.Failures;
import xindang.persistence.ledger.Entry;

/** The table {@code setting}. */
public final class Settings {
    public static final String REGION = "archive.region";
    public static final String USER = "archive.user";
    public static final String PERSON = "archive.person";
    public static final String DEVICE = "archive.device";
    public static final String CURSOR = "exchange.cursor";
    public static final String EXCHANGED = "exchange.last";
    /** The last time that is sure. */
    public static final String SURE = "archive.sure";
    /** How much later the true time was than the clock, at the last exchange. */
    public static final String LATE = "archive.late";
    /** By which rules the entries were folded into the tables; other rules than those of this program fold them again. */
    public static final String FOLDED = "archive.folded";
    /** The changes that are understood, and the version of the rules by which they are folded: raised with either. */
    private static final String RULES = Change.FORMAT + ".5";
    /** The terms of the templates by which table {@code term} was filled. */
    public static final String TERMS = "archive.terms";
    /** What the exchange keeps under names of its own. */
    public static final String EXCHANGE = "exchange/";

    /** An erasure left pages in the file that hold what was deleted: the next closing rewrites it. */
    public static final String COMPACT = "archive.compact";

    /** What the archive lost: the fields of {@link Entry.Lost}, one a line. */
    public static final String LOST = "archive.lost";
    /** How many words the ledger has a second time. */
    public static final String REPEATED = "archive.words";

    private Settings() {}

    /** The rules of this program, when ratings are judged by the given ones. */
    public static String rules(String ofRatings) {
        return RULES + "." + ofRatings;
    }

    public static void found(Connection connection, Entry.Founded founded, String ofRatings) {
        write(connection, REGION, founded.region());
        write(connection, USER, founded.user());
        write(connection, PERSON, founded.person().toString());
        write(connection, DEVICE, founded.device());
        write(connection, FOLDED, rules(ofRatings));
    }

    public static Optional<String> read(Connection connection, String name) {
        try (var statement = connection.prepareStatement("select content from setting where name = ?")) {
            statement.setString(1, name);
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw Failures.of("read a setting", e);
        }
    }

    public static void write(Connection connection, String name, String content) {
        try (var statement =
                connection.prepareStatement("merge into setting (name, content) key (name) values (?, ?)")) {
            statement.setString(1, name);
            statement.setString(2, content);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw Failures.of("write a setting", e);
        }
    }

    public static void delete(Connection connection, String name) {
        try (var statement = connection.prepareStatement("delete from setting where name = ?")) {
            statement.setString(1, name);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw Failures.of("delete a setting", e);
        }
    }
}
