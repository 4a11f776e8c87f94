package xindang.platform;

import static xindang.platform.jooq.Tables.HISTORY;

import java.util.List;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jooq.impl.DSL;
import xindang.model.exchange.Verdict;

/**
 * Gives out the platform's order, page by page. A cursor names the last position given and the beginning of the digest
 * of the change there: after the platform was set back to an older state, it no longer fits and is refused instead of
 * passing over what took that position since.
 */
final class Outbox {
    private static final Pattern CURSOR = Pattern.compile("(\\d{1,18})-([0-9a-f]{16})");

    private static final int COUNTY = 6;

    /** Rows looked at for one page: own changes that are only named would make it endless. */
    private static final int LONGEST = 10_000;

    private final Database database;

    Outbox(Database database) {
        this.database = database;
    }

    /**
     * The page after the cursor, an empty cursor for the beginning.
     *
     * @param own up to which sequence of its present epoch the device has its own changes: they are named, not sent
     */
    byte[] pull(Device device, String cursor, long own) {
        return database.read(db -> page(db, device, cursor, own));
    }

    private static byte[] page(DSLContext db, Device device, String cursor, long own) {
        var wanted = HISTORY.POSITION.gt(position(db, cursor)).and(seenBy(device));
        var places = db.select(
                        HISTORY.POSITION,
                        HISTORY.SEQUENCE,
                        HISTORY.VERDICT,
                        HISTORY.DIGEST,
                        HISTORY.SIZE,
                        HISTORY.DEVICE,
                        HISTORY.EPOCH)
                .from(HISTORY)
                .where(wanted)
                .orderBy(order(device))
                .limit(LONGEST)
                .fetch();
        var page = new OutgoingPage();
        var end = cursor;
        var taken = 0;
        for (var row : places) {
            var held = row.value6().equals(device.name()) && row.value7() == device.epoch() && row.value2() <= own;
            var place = new OutgoingPage.Place(
                    row.value1(), row.value2(), Verdict.valueOf(row.value3()), row.value4(), row.value5());
            if (!page.add(place, held)) {
                break;
            }
            taken++;
            end = row.value1() + "-" + row.value4().substring(0, 16);
        }
        if (page.sent() > 0) {
            var upTo = places.get(taken - 1).value1();
            db.select(HISTORY.POSITION, HISTORY.BODY)
                    .from(HISTORY)
                    .where(wanted.and(HISTORY.POSITION.le(upTo)).and(DSL.not(heldBy(device, own))))
                    .forEach(row -> page.body(row.value1(), row.value2()));
        }
        return page.write(end, taken < places.size() || places.size() == LONGEST);
    }

    private static Condition heldBy(Device device, long own) {
        return HISTORY.DEVICE
                .eq(device.name())
                .and(HISTORY.EPOCH.eq(device.epoch()))
                .and(HISTORY.SEQUENCE.le(own));
    }

    /** By position; the county in front of it, which is the same in all rows, shows H2 the index that has this order. */
    private static List<OrderField<?>> order(Device device) {
        return device.region().length() < COUNTY
                ? List.of(HISTORY.POSITION)
                : List.of(HISTORY.COUNTY, HISTORY.POSITION);
    }

    /** A device sees its region; what was set aside is seen by the device that sent it alone. */
    private static Condition seenBy(Device device) {
        var region = HISTORY.REGION
                .startsWith(device.region())
                .and(HISTORY.VERDICT.ne(Verdict.QUARANTINED.name()).or(HISTORY.DEVICE.eq(device.name())));
        return device.region().length() < COUNTY
                ? region
                : HISTORY.COUNTY.eq(device.region().substring(0, COUNTY)).and(region);
    }

    private static long position(DSLContext db, String cursor) {
        if (cursor.isEmpty()) {
            return 0;
        }
        var parts = CURSOR.matcher(cursor);
        if (!parts.matches()) {
            throw Refused.of(400, "request.unreadable");
        }
        var position = Long.parseLong(parts.group(1));
        var fits = db.fetchExists(DSL.selectOne()
                .from(HISTORY)
                .where(HISTORY.POSITION.eq(position))
                .and(HISTORY.DIGEST.startsWith(parts.group(2))));
        if (!fits) {
            throw Refused.of(409, "cursor.unknown");
        }
        return position;
    }
}
