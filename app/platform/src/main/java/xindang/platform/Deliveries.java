package xindang.platform;

import static xindang.platform.jooq.Tables.DELIVERY;
import static xindang.platform.jooq.Tables.HISTORY;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import xindang.model.exchange.Verdict;
import xindang.platform.OutgoingPage.Place;

/** Sends moved records to the offices of their new regions, as {@link Moves} recorded. */
final class Deliveries {
    private Deliveries() {}

    /** A delivery: all changes of a record before a position, for the offices of a region. */
    record Delivery(long position, UUID record, String digest) {}

    /**
     * Returns the deliveries for a device.
     *
     * @param after the position before the first one, exclusive
     * @param until the last position, inclusive
     */
    static List<Delivery> between(DSLContext db, Device device, long after, long until) {
        return db.select(DELIVERY.POSITION, DELIVERY.RECORD, DELIVERY.DIGEST)
                .from(DELIVERY)
                .where(DELIVERY.POSITION.gt(after).and(DELIVERY.POSITION.le(until)))
                .and(DELIVERY.REGION.startsWith(device.region()))
                .orderBy(DELIVERY.POSITION)
                .fetch(row -> new Delivery(row.value1(), row.value2(), row.value3()));
    }

    /** Returns true if a delivery has this position and the digest of its move begins with the given text. */
    static boolean isAt(DSLContext db, long position, String digest) {
        return db.fetchExists(DSL.selectOne()
                .from(DELIVERY)
                .where(DELIVERY.POSITION.eq(position))
                .and(DELIVERY.DIGEST.startsWith(digest)));
    }

    /**
     * Adds a delivery to a page, without the changes that the device already received for its region. Returns false if
     * the page is full.
     */
    static boolean addTo(DSLContext db, Device device, Delivery delivery, OutgoingPage page) {
        var places = new ArrayList<Place>();
        var bodies = new HashMap<Long, byte[]>();
        var redacted = new HashSet<Long>();
        var rows = db.select(
                        HISTORY.POSITION,
                        HISTORY.SEQUENCE,
                        HISTORY.VERDICT,
                        HISTORY.DIGEST,
                        HISTORY.SIZE,
                        HISTORY.BODY,
                        HISTORY.REDACTED)
                .from(HISTORY)
                .where(HISTORY.RECORD.eq(delivery.record()))
                .and(HISTORY.POSITION.lt(delivery.position()))
                .and(HISTORY.VERDICT.ne(Verdict.QUARANTINED.name()))
                .and(DSL.not(DSL.coalesce(DSL.field(Outbox.visibleTo(device)), false)))
                .orderBy(HISTORY.POSITION);
        BulkRows.read(rows, row -> {
            places.add(new Place(
                    row.getLong(1),
                    row.getLong(2),
                    Verdict.valueOf(row.getString(3)),
                    row.getString(4),
                    row.getInt(5)));
            bodies.put(row.getLong(1), row.getBytes(6));
            if (row.getBoolean(7)) {
                redacted.add(row.getLong(1));
            }
        });
        if (!page.addEarlier(places)) {
            return false;
        }
        bodies.forEach((position, body) -> page.body(position, body, redacted.contains(position)));
        return true;
    }
}
