package xindang.persistence.fold;

import java.sql.Connection;
import java.sql.SQLException;
import xindang.persistence.disk.Failures;
import xindang.persistence.ledger.Entry;
import xindang.persistence.ledger.EntryCodec;

/**
 * The positions of own changes: runs of sequence numbers with consecutive positions. A run is one row, regardless of
 * its length, so no row for each change is written.
 */
public final class PlacedRuns {
    /** SQL: the run that contains a change {@code c}, if it is an own change that came back. */
    private static final String RUN = "(select case when p.last >= c.sequence then %s end from place p"
            + " where p.first <= c.sequence order by p.first desc limit 1)";

    /** SQL: position of a change {@code c} in the platform's order; null while it waits. */
    public static final String POSITION = of("c.place", "p.position + c.sequence - p.first");

    /** SQL: the platform's verdict on a change {@code c}; null while it waits. */
    public static final String VERDICT = of("c.verdict", "p.verdict");

    /** SQL: true if a change {@code c} is a waiting own change. */
    static final String WAITS = "(c.device = 0 and " + POSITION + " is null)";

    private final Connection connection;
    private final Counters counters;

    PlacedRuns(Connection connection, Counters counters) {
        this.connection = connection;
        this.counters = counters;
    }

    private static String of(String own, String run) {
        return "(case when " + own + " is not null then " + own + " when c.device = 0 then " + RUN.formatted(run)
                + " end)";
    }

    /** Returns true if a run begins at the first waiting own change and none of its changes came back before. */
    boolean isNext(long first, long last) {
        return first == counters.through + 1 && end(last) < first;
    }

    /** Stores the positions of a run of own changes that have none. */
    void add(Entry.Returned run) {
        try {
            if (!lengthen(run)) {
                try (var insert = connection.prepareStatement(
                        "insert into place (first, last, position, verdict) values (?, ?, ?, ?)")) {
                    insert.setLong(1, run.first());
                    insert.setLong(2, run.last());
                    insert.setLong(3, run.position());
                    insert.setInt(4, EntryCodec.number(run.verdict()));
                    insert.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw Failures.of("place changes", e);
        }
        counters.settled += run.last() - run.first() + 1;
        for (var end = end(counters.through + 1); end > counters.through; end = end(counters.through + 1)) {
            counters.through = end;
        }
    }

    /** Extends an existing run if this one continues it. */
    private boolean lengthen(Entry.Returned run) throws SQLException {
        try (var update =
                connection.prepareStatement("update place set last = ? where first = (select p.first from place p"
                        + " where p.first < ? order by p.first desc limit 1)"
                        + " and last = ? and position - first = ? and verdict = ?")) {
            update.setLong(1, run.last());
            update.setLong(2, run.first());
            update.setLong(3, run.first() - 1);
            update.setLong(4, run.position() - run.first());
            update.setInt(5, EntryCodec.number(run.verdict()));
            return update.executeUpdate() > 0;
        }
    }

    /**
     * Returns the last sequence number of the last run that begins at or before a sequence number; 0 if there is none.
     */
    private long end(long sequence) {
        try (var select = connection.prepareStatement(
                "select p.last from place p where p.first <= ? order by p.first desc limit 1")) {
            select.setLong(1, sequence);
            try (var row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        } catch (SQLException e) {
            throw Failures.of("read the places of changes", e);
        }
    }
}
