package xindang.persistence.fold;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import xindang.persistence.database.Settings;
import xindang.persistence.disk.Failures;
import xindang.persistence.ledger.Entry;
import xindang.persistence.ledger.EntryCodec;

/**
 * Changes that get another place in the platform's order: a platform that was set back gives its places anew, in another
 * order where offices hand in what it lost after others made something new. Records with such changes are made again from all
 * their changes, so that every office has what the platform has.
 */
final class Reordering {
    /** The highest place of before the order was taken from the beginning, as a setting. */
    private static final String REACH = "exchange.reach";

    private static final String HIGHEST = "select greatest(coalesce((select max(place) from entry), 0),"
            + " coalesce((select max(position + last - first) from place), 0))";

    private final Connection connection;
    private final ChangeTable changes;
    private final Counters counters;
    private final Set<UUID> records = new LinkedHashSet<>();
    private long reach = -1;

    Reordering(Connection connection, ChangeTable changes, Counters counters) {
        this.connection = connection;
        this.changes = changes;
        this.counters = counters;
    }

    /** The order is taken from the beginning: up to the highest place known, anything may come before what is here. */
    void begin() {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(HIGHEST)) {
            row.next();
            reach = Math.max(reach(), row.getLong(1));
        } catch (SQLException e) {
            throw Failures.of("read the order", e);
        }
        Settings.write(connection, REACH, String.valueOf(reach));
    }

    private long reach() {
        if (reach < 0) {
            reach = Settings.read(connection, REACH).map(Long::parseLong).orElse(0L);
        }
        return reach;
    }

    /** Whether the order was taken from the beginning after there was one. */
    boolean happened() {
        return reach() > 0;
    }

    /** A change came to a place; what has a later one may be there already. */
    void came(UUID record, long position) {
        if (position <= reach()) {
            records.add(record);
        }
    }

    /** Whether a change that is here has another place than this one. */
    boolean isElsewhere(RecordState state, UUID change, long position) {
        return changes.history(state).stream().anyMatch(said -> is(said, change) && said.place() != position);
    }

    private static boolean is(ChangeTable.StoredChange said, UUID change) {
        return EntryCodec.said(said.kind(), said.body().array())
                .map(Entry.ChangeHeader::change)
                .filter(change::equals)
                .isPresent();
    }

    /** Gives a change that is here its new place; false when it is not here. */
    boolean move(RecordState state, UUID change, Entry.Place place) {
        var said =
                changes.history(state).stream().filter(each -> is(each, change)).findFirst();
        said.ifPresent(each -> {
            write(each.no(), place);
            records.add(state.id);
        });
        return said.isPresent();
    }

    /** Gives own changes that have a place the one that the platform names now. */
    void returned(Entry.Returned run) {
        if (run.first() > counters.through && !happened()) {
            return;
        }
        try (var statement = connection.prepareStatement("select c.no, c.sequence, r.id, " + PlacedRuns.POSITION
                + " from entry c join record r on r.no = c.record where c.device = 0 and c.sequence between ? and ?")) {
            statement.setLong(1, run.first());
            statement.setLong(2, run.last());
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var here = row.getLong(4);
                    var position = run.position() + row.getLong(2) - run.first();
                    if (here > 0 && here != position) {
                        write(row.getLong(1), new Entry.Place(position, run.verdict()));
                        records.add(row.getObject(3, UUID.class));
                    }
                }
            }
        } catch (SQLException e) {
            throw Failures.of("move own changes", e);
        }
    }

    private void write(long no, Entry.Place place) {
        try (var update = connection.prepareStatement("update entry set place = ?, verdict = ? where no = ?")) {
            update.setLong(1, place.position());
            update.setInt(2, EntryCodec.number(place.verdict()));
            update.setLong(3, no);
            update.executeUpdate();
        } catch (SQLException e) {
            throw Failures.of("move a change", e);
        }
    }

    /** The records that are to be made again, which then are forgotten here. */
    List<UUID> take() {
        var all = List.copyOf(records);
        records.clear();
        return all;
    }
}
