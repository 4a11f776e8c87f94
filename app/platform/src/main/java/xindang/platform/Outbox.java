package xindang.platform;

import static xindang.platform.jooq.Tables.HISTORY;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jooq.impl.DSL;
import xindang.model.exchange.Protocol;
import xindang.model.exchange.Verdict;
import xindang.platform.OutgoingPage.Place;

/** Sends the platform's order of changes, page by page. Each page ends at a cursor ({@link Cursors}). */
final class Outbox {
    private static final int COUNTY = 6;

    /** Most rows that one page reads. A page that only names own changes would otherwise have no end. */
    private static final int LONGEST = 10_000;

    private final PlatformDatabase database;
    private final Cursors cursors;

    Outbox(PlatformDatabase database, Cursors cursors) {
        this.database = database;
        this.cursors = cursors;
    }

    /**
     * Returns the page after a cursor.
     *
     * @param cursor empty for the beginning
     * @param own the device has its own changes up to this sequence number of its present epoch; the page names them
     *     instead of sending them
     */
    byte[] pull(Device device, String cursor, long own) {
        return database.read(db -> page(db, device, cursor, own));
    }

    private byte[] page(DSLContext db, Device device, String cursor, long own) {
        var page = new OutgoingPage();
        var from = Cursors.position(db, cursor);
        var end = new End(from, cursor, true);
        // own changes that are only named do not fill a page, so there may be many of them
        for (var limit = Protocol.PAGE_CHANGES + 1; end.more() && end.rows() < LONGEST; limit = LONGEST) {
            end = more(db, device, own, end, limit, page);
        }
        if (page.sent() > 0) {
            for (var part : parts(device)) {
                var bodies = db.select(HISTORY.POSITION, HISTORY.BODY, HISTORY.REDACTED)
                        .from(HISTORY)
                        .where(HISTORY.POSITION.gt(from).and(part))
                        .and(HISTORY.POSITION.le(end.position()))
                        .and(DSL.not(ownUpTo(device, own)));
                BulkRows.read(bodies, row -> page.body(row.getLong(1), row.getBytes(2), row.getBoolean(3)));
            }
        }
        return page.write(cursors.sealed(end.cursor()), end.more() || end.full());
    }

    /** The present end of a page, whether more changes may follow, and whether the page is full. */
    private record End(long position, String cursor, boolean more, boolean full, int rows) {
        End(long position, String cursor, boolean more) {
            this(position, cursor, more, false, 0);
        }

        End at(Place place) {
            return at(place.position(), place.digest());
        }

        End at(long reached, String digest) {
            return new End(reached, reached + "-" + digest.substring(0, 16), more, full, rows + 1);
        }

        End ended(boolean goesOn, boolean pageFull) {
            return new End(position, cursor, goesOn, pageFull, rows);
        }
    }

    /** A change, and whether the device already has it. */
    private record Found(Place place, boolean held) {
        static Found of(ResultSet row, Device device, long own) throws SQLException {
            var place = new Place(
                    row.getLong(1), row.getLong(2), Verdict.valueOf(row.getString(3)), row.getString(4), row.getInt(5));
            var held = row.getString(6).equals(device.name()) && row.getInt(7) == device.epoch();
            return new Found(place, held && place.sequence() <= own);
        }
    }

    private static End more(DSLContext db, Device device, long own, End from, int limit, OutgoingPage page) {
        var found = new ArrayList<Found>();
        var full = false;
        var until = Long.MAX_VALUE;
        for (var part : parts(device)) {
            var places = places(db, device, own, from.position(), part, limit);
            if (places.size() == limit) {
                full = true;
                until = Math.min(until, places.get(limit - 1).place().position());
            }
            found.addAll(places);
        }
        var last = until;
        found.removeIf(one -> one.place().position() > last);
        found.sort(Comparator.comparingLong(one -> one.place().position()));
        var deliveries = new ArrayDeque<>(Deliveries.between(db, device, from.position(), until));
        var end = from;
        for (var one : found) {
            end = deliver(db, device, end, deliveries, one.place().position(), page);
            if (end.full() || !page.add(one.place(), one.held())) {
                return end.ended(false, true);
            }
            end = end.at(one.place());
        }
        end = deliver(db, device, end, deliveries, until, page);
        return end.ended(full && !end.full(), end.full());
    }

    private static List<Found> places(DSLContext db, Device device, long own, long after, Condition part, int limit) {
        var places = db.select(
                        HISTORY.POSITION,
                        HISTORY.SEQUENCE,
                        HISTORY.VERDICT,
                        HISTORY.DIGEST,
                        HISTORY.SIZE,
                        HISTORY.DEVICE,
                        HISTORY.EPOCH)
                .from(HISTORY)
                .where(HISTORY.POSITION.gt(after).and(part))
                .orderBy(order(device))
                .limit(limit);
        var found = new ArrayList<Found>();
        BulkRows.read(places, row -> found.add(Found.of(row, device, own)));
        return found;
    }

    /** Adds the deliveries before a position to the page. */
    private static End deliver(
            DSLContext db,
            Device device,
            End from,
            Queue<Deliveries.Delivery> deliveries,
            long before,
            OutgoingPage page) {
        var end = from;
        for (var next = deliveries.peek(); next != null && next.position() < before; next = deliveries.peek()) {
            if (!Deliveries.addTo(db, device, next, page)) {
                return end.ended(false, true);
            }
            deliveries.remove();
            end = end.at(next.position(), next.digest());
        }
        return end;
    }

    private static Condition ownUpTo(Device device, long own) {
        return HISTORY.DEVICE
                .eq(device.name())
                .and(HISTORY.EPOCH.eq(device.epoch()))
                .and(HISTORY.SEQUENCE.le(own));
    }

    /**
     * Orders by position. The county comes first although it is the same in all rows, because H2 then uses the right
     * index.
     */
    private static List<OrderField<?>> order(Device device) {
        return isWide(device) ? List.of(HISTORY.POSITION) : List.of(HISTORY.COUNTY, HISTORY.POSITION);
    }

    /** Returns true if the device sees more than one county. */
    private static boolean isWide(Device device) {
        return device.region().length() < COUNTY;
    }

    /**
     * Selects the changes that a device may see: those of its region. Only the device that sent a change sees its
     * rejection.
     */
    static Condition visibleTo(Device device) {
        return HISTORY.REGION
                .startsWith(device.region())
                .or(HISTORY.LEFT_REGION.startsWith(device.region()))
                .and(HISTORY.VERDICT.ne(Verdict.QUARANTINED.name()).or(HISTORY.DEVICE.eq(device.name())));
    }

    /**
     * Splits the changes that a device may see into one part for its own county and one for other counties. The second
     * part contains records that moved out of its region. Few records leave a county, so their former region finds
     * them.
     */
    private static List<Condition> parts(Device device) {
        if (isWide(device)) {
            return List.of(visibleTo(device));
        }
        var county = device.region().substring(0, COUNTY);
        return List.of(
                HISTORY.COUNTY.eq(county).and(visibleTo(device)),
                HISTORY.COUNTY
                        .ne(county)
                        .and(HISTORY.LEFT_REGION.startsWith(device.region()))
                        .and(HISTORY.VERDICT.ne(Verdict.QUARANTINED.name()).or(HISTORY.DEVICE.eq(device.name()))));
    }
}
