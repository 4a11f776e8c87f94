package xindang.persistence.opening;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xindang.model.common.AppException;
import xindang.persistence.database.Database;

/**
 * Reads the rows of a table in the order of their numbers and passes over those that cannot be read. A damaged page costs the
 * rows in it, not those behind it. H2 closes a file on some failures; then it is opened again.
 */
final class Scan<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Scan.class);
    private static final int CHUNK = 200;
    /** After so many failures no smaller part of a chunk is tried any more: half a table may be out of reach. */
    private static final int MOST = 5_000;

    private final Database database;
    private final Part<T> part;
    private final long last;
    private long at;
    private int failures;

    /** Reads the rows behind one number up to another. */
    interface Part<T> {
        List<T> read(Connection connection, long after, long upTo) throws SQLException;
    }

    /**
     * @param after number behind which reading begins
     * @param last the largest number
     */
    Scan(Database database, long after, long last, Part<T> part) {
        this.database = database;
        this.part = part;
        this.last = last;
        at = after;
    }

    /** The next rows that can be read; empty at the end. */
    List<T> next() {
        while (at < last) {
            var upTo = Math.min(last, at + CHUNK);
            var rows = new ArrayList<T>();
            collect(at, upTo, rows);
            at = upTo;
            if (!rows.isEmpty()) {
                return rows;
            }
        }
        return List.of();
    }

    private void collect(long after, long upTo, List<T> rows) {
        var whole = tried(after, upTo);
        if (whole.isPresent()) {
            rows.addAll(whole.get());
        } else if (upTo - after > 1 && failures < MOST) {
            var middle = (after + upTo) / 2;
            collect(after, middle, rows);
            collect(middle, upTo, rows);
        }
    }

    private Optional<List<T>> tried(long after, long upTo) {
        try (var connection = database.connection()) {
            return Optional.of(part.read(connection, after, upTo));
        } catch (SQLException | RuntimeException e) {
            return failed(e, after, upTo);
        } catch (OutOfMemoryError | StackOverflowError e) {
            return failed(e, after, upTo);
        }
    }

    private Optional<List<T>> failed(Throwable e, long after, long upTo) {
        failures++;
        LOG.debug("rows {} to {} cannot be read", after + 1, upTo, e);
        try {
            database.revive();
        } catch (AppException closed) {
            LOG.warn("the database cannot be opened again", closed);
            failures = MOST;
        }
        return Optional.empty();
    }
}
