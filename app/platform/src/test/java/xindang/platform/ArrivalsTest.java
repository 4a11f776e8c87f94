package xindang.platform;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private static final UUID DEVICE = new UUID(1, 1);

    private final Arrivals arrivals = new Arrivals();

    @Test
    void whatCameLaterWaitsForTheOneBefore() {
        var first = arrivals.enter(DEVICE);
        var second = arrivals.enter(DEVICE);
        first.await();
        var turn = CompletableFuture.runAsync(second::await);
        assertThrows(TimeoutException.class, () -> turn.get(100, TimeUnit.MILLISECONDS));

        first.close();

        assertDoesNotThrow(() -> turn.get(60, TimeUnit.SECONDS));
        second.close();
        assertGoesOn(DEVICE);
    }

    @Test
    void nobodyWaitsForAnotherDevice() {
        try (var other = arrivals.enter(new UUID(2, 2))) {
            other.await();
            assertGoesOn(DEVICE);
        }
    }

    private void assertGoesOn(UUID device) {
        try (var place = arrivals.enter(device)) {
            var turn = CompletableFuture.runAsync(place::await);
            assertDoesNotThrow(() -> turn.get(60, TimeUnit.SECONDS));
        }
    }
}
