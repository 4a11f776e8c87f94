package xindang.platform;

import static xindang.platform.jooq.Tables.HISTORY;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jooq.impl.DSL;
import xindang.model.exchange.Protocol;
import xindang.model.exchange.Verdict;
import xindang.model.json.CanonicalJson;
import xindang.model.json.ExchangeJson;

/**
 * Gives out the platform's order, page by page. A cursor names the last position given and the beginning of the digest
 * of the change there: after the platform was set back to an older state, it no longer fits and is refused instead of
 * passing over what took that position since.
 */
final class Outbox {
    private static final Pattern CURSOR = Pattern.compile("(\\d{1,18})-([0-9a-f]{16})");

    private static final int COUNTY = 6;

    private final Database database;

    Outbox(Database database) {
        this.database = database;
    }

    /** The page after the cursor, an empty cursor for the beginning. */
    byte[] pull(Device device, String cursor) {
        return database.read(db -> page(db, device, cursor));
    }

    private static byte[] page(DSLContext db, Device device, String cursor) {
        var from = position(db, cursor);
        var wanted = HISTORY.POSITION.gt(from).and(seenBy(device));
        var sizes = db.select(HISTORY.POSITION, HISTORY.SIZE)
                .from(HISTORY)
                .where(wanted)
                .orderBy(order(device))
                .limit(Protocol.PAGE_CHANGES + 1)
                .fetch();
        var count = 0;
        var bytes = 0L;
        while (count < Math.min(sizes.size(), Protocol.PAGE_CHANGES)
                && (count == 0 || bytes + sizes.get(count).value2() <= Protocol.PAGE_BYTES)) {
            bytes += sizes.get(count++).value2();
        }
        if (count == 0) {
            return write(new ByteArrayOutputStream(), cursor, false);
        }
        var upTo = sizes.get(count - 1).value1();
        var page = new ByteArrayOutputStream((int) bytes + count * 80 + 100);
        var end = new String[] {cursor};
        db.select(HISTORY.POSITION, HISTORY.VERDICT, HISTORY.DIGEST, HISTORY.BODY)
                .from(HISTORY)
                .where(wanted.and(HISTORY.POSITION.le(upTo)))
                .orderBy(order(device))
                .forEach(row -> {
                    page.writeBytes(text(page.size() == 0 ? "{\"change\":" : ",{\"change\":"));
                    page.writeBytes(row.value4());
                    page.writeBytes(text(",\"position\":" + row.value1() + ",\"verdict\":\""
                            + ExchangeJson.name(Verdict.valueOf(row.value2())) + "\"}"));
                    end[0] = row.value1() + "-" + row.value3().substring(0, 16);
                });
        return write(page, end[0], sizes.size() > count);
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

    private static byte[] write(ByteArrayOutputStream changes, String cursor, boolean more) {
        var page = new ByteArrayOutputStream(changes.size() + 100);
        page.writeBytes(text("{\"changes\":["));
        page.writeBytes(changes.toByteArray());
        page.writeBytes(text("],\"cursor\":" + CanonicalJson.write(cursor) + ",\"more\":" + more + "}"));
        return page.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
