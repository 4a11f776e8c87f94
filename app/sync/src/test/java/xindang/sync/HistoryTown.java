package xindang.sync;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import xindang.platform.Platform;

/** A town of its own for each history at one platform, so that a platform need not be started for each. */
record HistoryTown(Platform platform, HttpClient http, SetClock clock, int number) {
    /** Nine digits. */
    String code() {
        return "23%07d".formatted(1_000_000 + number);
    }

    List<String> hamlets() {
        return List.of(code() + "201", code() + "202", code() + "203");
    }

    String device(int office) {
        return "H" + number + "-" + office;
    }

    /** A clock that stands until it is moved. */
    static final class SetClock extends Clock {
        private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-18T06:00:00Z"));

        void advance(Duration time) {
            now.updateAndGet(at -> at.plus(time));
        }

        @Override
        public Instant instant() {
            return Objects.requireNonNull(now.get());
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
}
