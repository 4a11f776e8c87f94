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
    /** The last sure time; see {@code SureTime}. */
    public static final String SURE = "archive.sure";
    /** The signed time minus the time of the clock at the last exchange; see {@code SureTime}. */
    public static final String LATE = "archive.late";
    /** The rules by which the entries were applied. With other rules, the program applies them again. */
    public static final String FOLDED = "archive.folded";
    /** The format of changes, and the version of the rules that apply them. Either change raises it. */
    private static final String RULES = Change.FORMAT + ".5";
    /** The terms of the templates that were used to fill table {@code term}. */
    public static final String TERMS = "archive.terms";
    /** Prefix of the settings of the exchange. */
    public static final String EXCHANGE = "exchange/";

    /** Set after an erasure that left deleted rows in the file; the next closing rewrites the file. */
    public static final String COMPACT = "archive.compact";

    /** What the archive lost: the fields of {@link Entry.Lost}, one a line; a semicolon between them. */
    public static final String LOST = "archive.lost";
    /** Failures that are faults of the program; no later start mends the database for them. */
    public static final String FAULTS = "archive.faults";
    /** How many words the ledger has a second time. */
    public static final String REPEATED = "archive.words";

    private Settings() {}

    /** Returns the rules of this program, including the given rules for ratings. */
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
