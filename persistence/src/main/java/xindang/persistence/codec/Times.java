package xindang.persistence.codec;

import java.time.Instant;

/** Instants as nanoseconds since 1970 in one column; what lies outside 1677 to 2262 is drawn to the edge. */
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
