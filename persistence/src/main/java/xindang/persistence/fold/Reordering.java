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
 * Handles changes that get another position in the platform's order. A restored platform assigns positions anew, and
 * the order differs if offices send lost changes after new ones were made. Records with such changes are rebuilt from
 * all their changes, so each office has the same state as the platform.
 */
final class Reordering {
    /** Setting: the highest position before the order was pulled from the beginning. */
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

    /** Begins a pull from the beginning. Up to the highest known position, any change may come before stored ones. */
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

    /** Returns true if the order was pulled again from the beginning. */
    boolean isRepeated() {
        return reach() > 0;
    }

    /** Notes that a change got a position. Changes with later positions may be stored already. */
    void notePosition(UUID record, long position) {
        if (position <= reach()) {
            records.add(record);
        }
    }

    /** Returns true if a stored change has another position than this one. */
    boolean isElsewhere(RecordState state, UUID change, long position) {
        return changes.history(state).stream().anyMatch(stored -> isOf(stored, change) && stored.place() != position);
    }

    private static boolean isOf(ChangeTable.StoredChange stored, UUID change) {
        return EntryCodec.header(stored.kind(), stored.body().array())
                .map(Entry.ChangeHeader::change)
                .filter(change::equals)
                .isPresent();
    }

    /** Gives a stored change its new position. Returns false if it is not stored. */
    boolean move(RecordState state, UUID change, Entry.Place place) {
        var stored = changes.history(state).stream()
                .filter(each -> isOf(each, change))
                .findFirst();
        stored.ifPresent(each -> {
            write(each.no(), place);
            records.add(state.id);
        });
        return stored.isPresent();
    }

    /** Gives own changes with a position the position that the platform names now. */
    void returned(Entry.Returned run) {
        if (run.first() > counters.through && !isRepeated()) {
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

    /** Returns the records to rebuild, and clears the list. */
    List<UUID> take() {
        var all = List.copyOf(records);
        records.clear();
        return all;
    }
}
