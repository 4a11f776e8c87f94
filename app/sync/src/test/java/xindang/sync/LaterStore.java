package xindang.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import xindang.model.archive.Change;
import xindang.model.exchange.ExchangeStore;

/** The store of a later version of the program: the last change that it sends has members that this version does not know. */
final class LaterStore implements ExchangeStore {
    private final ExchangeStore store;
    private final UnaryOperator<String> later;

    LaterStore(ExchangeStore store, UnaryOperator<String> later) {
        this.store = store;
        this.later = later;
    }

    /** The last change as it was sent. */
    String last() {
        var counts = store.counts();
        var last = counts.waiting() + counts.settled();
        return texts(last, last).get(0);
    }

    @Override
    public List<String> texts(long first, long last) {
        var counts = store.counts();
        var texts = new ArrayList<>(store.texts(first, last));
        if (last == counts.waiting() + counts.settled()) {
            texts.set(texts.size() - 1, later.apply(texts.get(texts.size() - 1)));
        }
        return texts;
    }

    @Override
    public Optional<Batch> sealed() {
        return store.sealed();
    }

    @Override
    public Optional<Batch> seal(int limit) {
        return store.seal(limit);
    }

    @Override
    public void receipted(UUID key, String receipt) {
        store.receipted(key, receipt);
    }

    @Override
    public List<Stretch> seal(int limit, int batches) {
        return store.seal(limit, batches);
    }

    @Override
    public void receipted(SortedMap<Stretch, String> receipts) {
        store.receipted(receipts);
    }

    @Override
    public String cursor() {
        return store.cursor();
    }

    @Override
    public void settle(List<? extends Arrival> page, String cursor, Instant at) {
        store.settle(page, cursor, at);
    }

    @Override
    public Counts counts() {
        return store.counts();
    }

    @Override
    public List<Change> own(long after, int limit) {
        return store.own(after, limit);
    }

    @Override
    public Optional<Instant> lastExchange() {
        return store.lastExchange();
    }

    @Override
    public Optional<String> setting(String name) {
        return store.setting(name);
    }

    @Override
    public void setting(String name, String value) {
        store.setting(name, value);
    }
}
