package xindang.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/** A clock that shows what it is set to, or another clock and how far this one is off it. */
final class SetClock extends Clock {
    static final Instant BEGIN = Instant.parse("2026-11-18T06:00:00Z");

    private final Supplier<Instant> source;
    private volatile Duration offset = Duration.ZERO;

    private SetClock(Supplier<Instant> source) {
        this.source = source;
    }

    /** The true time of a history. */
    static SetClock truth() {
        return new SetClock(() -> BEGIN);
    }

    /** The clock of an office, which may be wrong. */
    SetClock ofAnOffice() {
        return new SetClock(this::instant);
    }

    void advance(Duration time) {
        offset = offset.plus(time);
    }

    /** Sets it to the begin of a history, or right. */
    void set() {
        offset = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return source.get().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
