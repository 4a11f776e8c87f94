package xindang.platform;

import static xindang.platform.jooq.Tables.HISTORY;

import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * The places in the order at which pages end. A cursor names the last position given and the beginning of the digest of the
 * change there: after the platform was set back to an older state it no longer fits, and is refused instead of passing over what
 * took that position since. A seal by a key of the platform says that it was given out here, so a sealed one that does not fit
 * proves that something was lost.
 */
final class Cursors {
    private static final Pattern FORM = Pattern.compile("(\\d{1,18})-([0-9a-f]{16})(?:-([0-9a-f]{32}))?");

    private final Identity identity;

    Cursors(Identity identity) {
        this.identity = identity;
    }

    /** The cursor of a place, or of a cursor that fits; empty at the beginning. */
    String sealed(String place) {
        var parts = FORM.matcher(place);
        return parts.matches() ? sealed(parts.group(1), parts.group(2)) : "";
    }

    private String sealed(String position, String digest) {
        var place = position + "-" + digest;
        return place + "-" + identity.seal("cursor", place).substring(0, 32);
    }

    /** Whether this platform gave out a cursor and has another thing at its place, or none. */
    boolean proveLoss(DSLContext db, String cursor) {
        var parts = FORM.matcher(cursor);
        return parts.matches()
                && cursor.equals(sealed(parts.group(1), parts.group(2)))
                && !fits(db, Long.parseLong(parts.group(1)), parts.group(2));
    }

    /** The position that a cursor names, refused when another change is there. */
    static long position(DSLContext db, String cursor) {
        if (cursor.isEmpty()) {
            return 0;
        }
        var parts = FORM.matcher(cursor);
        if (!parts.matches()) {
            throw Refused.of(400, "request.unreadable");
        }
        var position = Long.parseLong(parts.group(1));
        if (!fits(db, position, parts.group(2))) {
            throw Refused.of(409, "cursor.unknown");
        }
        return position;
    }

    private static boolean fits(DSLContext db, long position, String digest) {
        return db.fetchExists(DSL.selectOne()
                        .from(HISTORY)
                        .where(HISTORY.POSITION.eq(position))
                        .and(HISTORY.DIGEST.startsWith(digest)))
                || Deliveries.isAt(db, position, digest);
    }
}
