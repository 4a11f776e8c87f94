package xindang.persistence.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import xindang.persistence.disk.Failures;

/**
 * The indexes that a search or a list reads along, of table {@code subject}: one for the villages, and one for
 * every column that a typed text can be the beginning of. The number of the row follows the column, so that a page is read
 * along the index and nothing is sorted; the region comes last, so that a search within a unit need not look at the rows
 * outside.
 *
 * <p>They are not part of the migrations, because a dozen indexes in random order are most of the work of a large import:
 * such an import takes them away and makes them again, each in one sorted run. A search works without them, slowly.
 */
public final class SearchIndexes {
    private static final List<Index> INDEXES = List.of(
            new Index("region", "kind, region, no"),
            // what waits for somebody is counted along these
            new Index("stale", "kind, stale, region"),
            new Index("expired", "kind, expired, region, stale"),
            new Index("incomplete", "kind, incomplete, region"),
            new Index("name", "kind, name, no, region"),
            new Index("given", "kind, given, no, region"),
            new Index("pinyin", "kind, pinyin, no, region"),
            // with the pinyin, because what begins so in pinyin as well is passed over
            new Index("initials", "kind, initials, no, region, pinyin"),
            new Index("number", "kind, number, no, region"),
            new Index("number_end", "kind, number_end, no, region"),
            new Index("phone", "kind, phone, no, region"),
            new Index("phone_end", "kind, phone_end, no, region"));

    private record Index(String name, String columns) {
        String id() {
            return "subject_" + name;
        }
    }

    private SearchIndexes() {}

    /** Makes those that are missing. */
    public static void ensure(Connection connection) {
        each(connection, SearchIndexes::create);
    }

    public static void drop(Connection connection) {
        each(connection, index -> "drop index if exists " + index.id());
    }

    private static String create(Index index) {
        return "create index if not exists " + index.id() + " on subject (" + index.columns() + ")";
    }

    private interface Ddl {
        String of(Index index);
    }

    private static void each(Connection connection, Ddl ddl) {
        try (var statement = connection.createStatement()) {
            for (var index : INDEXES) {
                statement.execute(ddl.of(index));
            }
        } catch (SQLException e) {
            throw Failures.of("indexes for the search", e);
        }
    }
}
