package xindang.persistence.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import xindang.persistence.disk.Failures;

/**
 * The indexes of the table {@code subject} for searches and lists: one for villages, three for the counts of open
 * tasks, and one for each column that is searched by the beginning of its values. In the latter, the row number follows
 * the column, so a page is read along the index without sorting. The region follows the row number, so a search within
 * a region skips other rows.
 *
 * <p>The indexes are not part of the migrations, because they take most of the time of a large import. Such an import
 * drops all but the one for villages, and creates them again at its end. A search works without them, but slowly.
 */
public final class SearchIndexes {
    private static final List<Index> INDEXES = List.of(
            new Index("region", "kind, region, no"),
            // the counts of open tasks use these
            new Index("stale", "kind, stale, region"),
            new Index("expired", "kind, expired, region, stale"),
            new Index("incomplete", "kind, incomplete, region"),
            new Index("name", "kind, name, no, region"),
            new Index("given", "kind, given, no, region"),
            new Index("pinyin", "kind, pinyin, no, region"),
            // with the pinyin, because rows that also match by pinyin are skipped
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

    /** Creates the missing indexes. */
    public static void ensure(Connection connection) {
        each(connection, INDEXES, SearchIndexes::create);
    }

    /**
     * Drops all but the one for villages. Queries within a village name that index, so they fail without it, and a screen may
     * send one at any time.
     */
    public static void drop(Connection connection) {
        each(connection, INDEXES.subList(1, INDEXES.size()), SearchIndexes::drop);
    }

    private static String drop(Index index) {
        return "drop index if exists " + index.id();
    }

    private static String create(Index index) {
        return "create index if not exists " + index.id() + " on subject (" + index.columns() + ")";
    }

    private interface Ddl {
        String of(Index index);
    }

    private static void each(Connection connection, List<Index> indexes, Ddl ddl) {
        try (var statement = connection.createStatement()) {
            for (var index : indexes) {
                statement.execute(ddl.of(index));
            }
        } catch (SQLException e) {
            throw Failures.of("indexes for the search", e);
        }
    }
}
