package xindang.platform;

import static xindang.platform.jooq.Tables.HISTORY;

import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * Makes and checks the cursors at which pages of the platform's order end. A cursor contains the last position that was
 * sent and the beginning of the digest of the change at that position.
 *
 * <p>If the platform was restored to an older state, the cursor no longer fits. The platform then refuses it, because
 * another change may have taken that position. A cursor also carries a seal made with a key of the platform. A sealed
 * cursor that does not fit proves that the platform lost changes.
 */
final class Cursors {
    private static final Pattern FORM = Pattern.compile("(\\d{1,18})-([0-9a-f]{16})(?:-([0-9a-f]{32}))?");

    private final Identity identity;

    Cursors(Identity identity) {
        this.identity = identity;
    }

    /** Returns the sealed cursor of a place, or of a cursor that fits. The cursor of the beginning is empty. */
    String sealed(String place) {
        var parts = FORM.matcher(place);
        return parts.matches() ? sealed(parts.group(1), parts.group(2)) : "";
    }

    private String sealed(String position, String digest) {
        var place = position + "-" + digest;
        return place + "-" + identity.seal("cursor", place).substring(0, 32);
    }

    /** Returns true if this platform issued the cursor and now has another change, or none, at its position. */
    boolean proveLoss(DSLContext db, String cursor) {
        var parts = FORM.matcher(cursor);
        return parts.matches()
                && cursor.equals(sealed(parts.group(1), parts.group(2)))
                && !fits(db, Long.parseLong(parts.group(1)), parts.group(2));
    }

    /**
     * Returns the position of a cursor.
     *
     * @throws Refused 400 if the cursor is not readable, 409 if another change is at its position
     */
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
