package xindang.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Supplier;
import xindang.model.exchange.ExchangeStore;

/** A store whose program dies at the n-th step that writes, before or after it. */
final class BreakingStore extends ForwardingStore {
    /** The program ended here. */
    static final class Death extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final int deadly;
    private final boolean before;
    private int steps;

    BreakingStore(ExchangeStore store, int deadly, boolean before) {
        super(store);
        this.deadly = deadly;
        this.before = before;
    }

    /** Number of steps that were begun. */
    int steps() {
        return steps;
    }

    private <T> T step(Supplier<T> work) {
        var now = steps++;
        if (now == deadly && before) {
            throw new Death();
        }
        var result = work.get();
        if (now == deadly) {
            throw new Death();
        }
        return result;
    }

    @Override
    public Optional<Batch> seal(int limit) {
        return step(() -> store.seal(limit));
    }

    @Override
    public void receipted(UUID key, String receipt) {
        step(() -> {
            store.receipted(key, receipt);
            return key;
        });
    }

    @Override
    public List<Stretch> seal(int limit, int batches) {
        return step(() -> store.seal(limit, batches));
    }

    @Override
    public void receipted(SortedMap<Stretch, String> receipts) {
        step(() -> {
            store.receipted(receipts);
            return receipts;
        });
    }

    @Override
    public void settle(List<? extends Arrival> page, String cursor, Instant at) {
        step(() -> {
            store.settle(page, cursor, at);
            return cursor;
        });
    }

    @Override
    public void setting(String name, String value) {
        step(() -> {
            store.setting(name, value);
            return name;
        });
    }
}
