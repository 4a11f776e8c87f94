package xindang.platform;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Keeps the batches of each device in the order of their arrival. A device sends its next batch before it receives the
 * answer to the previous one. The platform reads the next batch at once, and writes it after the previous one.
 */
final class Arrivals {
    /** The end of the newest batch of each device that has a batch here. */
    private final ConcurrentMap<UUID, CompletableFuture<Void>> last = new ConcurrentHashMap<>();

    /** Returns a place behind all earlier batches of this device. The caller must close it. */
    Place enter(UUID client) {
        var end = new CompletableFuture<Void>();
        return new Place(client, Optional.ofNullable(last.put(client, end)), end);
    }

    /** A place in the order of one device's batches. */
    final class Place implements AutoCloseable {
        private final UUID client;
        private final Optional<CompletableFuture<Void>> before;
        private final CompletableFuture<Void> end;

        private Place(UUID client, Optional<CompletableFuture<Void>> before, CompletableFuture<Void> end) {
            this.client = client;
            this.before = before;
            this.end = end;
        }

        /** Waits until the previous batch of the device has been handled. */
        void await() {
            before.ifPresent(CompletableFuture::join);
        }

        @Override
        public void close() {
            end.complete(null);
            last.remove(client, end);
        }
    }
}
