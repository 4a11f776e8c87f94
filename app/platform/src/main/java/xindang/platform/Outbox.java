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

/**
 * Gives out the platform's order, page by page; a page ends at a cursor ({@link Cursors}).
 */
final class Outbox {
    private static final int COUNTY = 6;

    /** Rows looked at for one page: own changes that are only named would make it endless. */
    private static final int LONGEST = 10_000;

    private final PlatformDatabase database;
    private final Cursors cursors;

    Outbox(PlatformDatabase database, Cursors cursors) {
        this.database = database;
        this.cursors = cursors;
    }

    /**
     * The page after the cursor, an empty cursor for the beginning.
     *
     * @param own up to which sequence of its present epoch the device has its own changes: they are named, not sent
     */
    byte[] pull(Device device, String cursor, long own) {
        return database.read(db -> page(db, device, cursor, own));
    }

    private byte[] page(DSLContext db, Device device, String cursor, long own) {
        var page = new OutgoingPage();
        var from = Cursors.position(db, cursor);
        var end = new End(from, cursor, true);
        // own changes that are only named fill no page, so there may be many of them
        for (var limit = Protocol.PAGE_CHANGES + 1; end.more() && end.rows() < LONGEST; limit = LONGEST) {
            end = more(db, device, own, end, limit, page);
        }
        if (page.sent() > 0) {
            for (var part : parts(device)) {
                var bodies = db.select(HISTORY.POSITION, HISTORY.BODY, HISTORY.REDACTED)
                        .from(HISTORY)
                        .where(HISTORY.POSITION.gt(from).and(part))
                        .and(HISTORY.POSITION.le(end.position()))
                        .and(DSL.not(heldBy(device, own)));
                BulkRows.read(bodies, row -> page.body(row.getLong(1), row.getBytes(2), row.getBoolean(3)));
            }
        }
        return page.write(cursors.sealed(end.cursor()), end.more() || end.full());
    }

    /** Where a page ends so far; whether the order may go on, and whether the page is full. */
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

    /** A change, and whether the device holds it anyway. */
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

    /** Puts the deliveries before a position on the page. */
    private static End deliver(
            DSLContext db,
            Device device,
            End from,
            Queue<Deliveries.Delivery> deliveries,
            long before,
            OutgoingPage page) {
        var end = from;
        for (var next = deliveries.peek(); next != null && next.position() < before; next = deliveries.peek()) {
            if (!Deliveries.give(db, device, next, page)) {
                return end.ended(false, true);
            }
            deliveries.remove();
            end = end.at(next.position(), next.digest());
        }
        return end;
    }

    private static Condition heldBy(Device device, long own) {
        return HISTORY.DEVICE
                .eq(device.name())
                .and(HISTORY.EPOCH.eq(device.epoch()))
                .and(HISTORY.SEQUENCE.le(own));
    }

    /** By position; the county in front of it, which is the same in all rows, shows H2 the index that has this order. */
    private static List<OrderField<?>> order(Device device) {
        return isWide(device) ? List.of(HISTORY.POSITION) : List.of(HISTORY.COUNTY, HISTORY.POSITION);
    }

    /** Whether a device sees more than one county. */
    private static boolean isWide(Device device) {
        return device.region().length() < COUNTY;
    }

    /** A device sees its region; what was set aside is seen by the device that sent it alone. */
    static Condition seenBy(Device device) {
        return HISTORY.REGION
                .startsWith(device.region())
                .or(HISTORY.LEFT_REGION.startsWith(device.region()))
                .and(HISTORY.VERDICT.ne(Verdict.QUARANTINED.name()).or(HISTORY.DEVICE.eq(device.name())));
    }

    /**
     * What a device sees, in parts of which each lies in one county: its own, and each to which something moved out of its
     * region. Few records leave a county, so the second part is found by their former region.
     */
    private static List<Condition> parts(Device device) {
        if (isWide(device)) {
            return List.of(seenBy(device));
        }
        var county = device.region().substring(0, COUNTY);
        return List.of(
                HISTORY.COUNTY.eq(county).and(seenBy(device)),
                HISTORY.COUNTY
                        .ne(county)
                        .and(HISTORY.LEFT_REGION.startsWith(device.region()))
                        .and(HISTORY.VERDICT.ne(Verdict.QUARANTINED.name()).or(HISTORY.DEVICE.eq(device.name()))));
    }
}
