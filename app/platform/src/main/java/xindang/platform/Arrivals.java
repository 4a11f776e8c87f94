package xindang.platform;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The batches of each device in the order in which they came. A device sends the next before it has the answer to the one
 * before: it is read meanwhile, and written when its turn comes.
 */
final class Arrivals {
    /** The end of what came last from each device that has something here. */
    private final ConcurrentMap<UUID, CompletableFuture<Void>> last = new ConcurrentHashMap<>();

    /** A place behind all that came from this device so far; it must be closed. */
    Place enter(UUID client) {
        var end = new CompletableFuture<Void>();
        return new Place(client, Optional.ofNullable(last.put(client, end)), end);
    }

    /** A place in the order of a device. */
    final class Place implements AutoCloseable {
        private final UUID client;
        private final Optional<CompletableFuture<Void>> before;
        private final CompletableFuture<Void> end;

        private Place(UUID client, Optional<CompletableFuture<Void>> before, CompletableFuture<Void> end) {
            this.client = client;
            this.before = before;
            this.end = end;
        }

        /** Waits until the one before has gone. */
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
