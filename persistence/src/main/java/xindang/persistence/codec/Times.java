package xindang.persistence.codec;

import java.time.Instant;

/** Stores instants as nanoseconds since 1970 in one column. Times outside 1677 to 2262 become the nearest limit. */
public final class Times {
    private static final long SECOND = 1_000_000_000L;
    private static final long LAST = Long.MAX_VALUE / SECOND - 1;

    private Times() {}

    public static long number(Instant at) {
        var second = Math.max(-LAST, Math.min(LAST, at.getEpochSecond()));
        return second * SECOND + at.getNano();
    }

    public static Instant instant(long number) {
        return Instant.ofEpochSecond(Math.floorDiv(number, SECOND), Math.floorMod(number, SECOND));
    }
}
