package xindang.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import xindang.model.archive.Change;
import xindang.model.exchange.ExchangeStore;

/** A store that does what another one does; a test changes one thing of it. */
abstract class ForwardingStore implements ExchangeStore {
    final ExchangeStore store;

    ForwardingStore(ExchangeStore store) {
        this.store = store;
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
    public List<String> placed(int from, int limit) {
        return store.placed(from, limit);
    }

    @Override
    public boolean holds(Returned run) {
        return store.holds(run);
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
    public List<String> texts(long first, long last) {
        return store.texts(first, last);
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
