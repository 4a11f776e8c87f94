package xindang.model.common;

import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes UUIDs of version 7 (RFC 9562): 48 bits of milliseconds, then random bits. Ids increase within one millisecond,
 * and also when the clock goes back. Records made together are therefore adjacent in every index.
 */
public final class Ids {
    private final Clock clock;
    private final RandomGenerator random;
    private long lastMillis;
    private long counter;

    public Ids(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public synchronized UUID next() {
        var millis = Math.max(clock.millis(), lastMillis);
        counter = millis == lastMillis ? counter + 1 : random.nextLong() & 0x7FF;
        if (counter > 0xFFF) {
            millis++;
            counter = 0;
        }
        lastMillis = millis;
        var high = (millis << 16) | 0x7000L | counter;
        var low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
