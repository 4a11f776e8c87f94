package xindang.persistence.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import xindang.persistence.disk.Failures;

/**
 * The indexes that a search, a list or a history reads along: of table {@code subject} one for the villages, and one for
 * every column that a typed text can be the beginning of. The number of the row follows the column, so that a page is read
 * along the index and nothing is sorted; the region comes last, so that a search within a unit need not look at the rows
 * outside.
 *
 * <p>They are not part of the migrations, because a dozen indexes in random order are most of the work of a large import:
 * such an import takes them away and makes them again, each in one sorted run. A search works without them, slowly.
 */
public final class SearchIndexes {
    private static final List<Index> INDEXES = List.of(
            new Index("subject", "region", "kind, region, no"),
            new Index("subject", "name", "kind, name, no, region"),
            new Index("subject", "given", "kind, given, no, region"),
            new Index("subject", "pinyin", "kind, pinyin, no, region"),
            // with the pinyin, because what begins so in pinyin as well is passed over
            new Index("subject", "initials", "kind, initials, no, region, pinyin"),
            new Index("subject", "number", "kind, number, no, region"),
            new Index("subject", "number_end", "kind, number_end, no, region"),
            new Index("subject", "phone", "kind, phone, no, region"),
            new Index("subject", "phone_end", "kind, phone_end, no, region"),
            new Index("change", "record", "record, no"),
            new Index("change", "sequence", "device, sequence"));

    private record Index(String table, String name, String columns) {
        String id() {
            return table + "_" + name;
        }
    }

    /** What a piece of work does without. */
    public enum Needless {
        /** What is only read for people. */
        SEARCH,
        /** That, and the history of records: new changes are put behind the old ones without looking at them. */
        ALL
    }

    private SearchIndexes() {}

    /** Makes those that are missing. */
    public static void ensure(Connection connection) {
        each(connection, INDEXES, SearchIndexes::create);
    }

    /** Makes those that are missing of the history of records. */
    public static void ensureHistory(Connection connection) {
        each(connection, INDEXES.stream().filter(SearchIndexes::isHistory).toList(), SearchIndexes::create);
    }

    public static void drop(Connection connection, Needless needless) {
        var dropped = INDEXES.stream()
                .filter(index -> needless == Needless.ALL || !isHistory(index))
                .toList();
        each(connection, dropped, index -> "drop index if exists " + index.id());
    }

    private static boolean isHistory(Index index) {
        return index.table().equals("change");
    }

    private static String create(Index index) {
        return "create index if not exists " + index.id() + " on " + index.table() + " (" + index.columns() + ")";
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
