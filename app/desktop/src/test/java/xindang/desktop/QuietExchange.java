package xindang.desktop;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import xindang.model.archive.Change;
import xindang.model.exchange.ExchangeStore;

/** An exchange without a platform. It returns given counts and stores settings. */
public final class QuietExchange implements ExchangeStore {
    public Counts counts = new Counts(0, 0, 0, 0);

    private final Map<String, String> settings = new HashMap<>();

    @Override
    public Optional<Batch> sealed() {
        return Optional.empty();
    }

    @Override
    public Optional<Batch> seal(int limit) {
        return Optional.empty();
    }

    @Override
    public void receipted(UUID key, String receipt) {
        throw new UnsupportedOperationException("nothing is handed in here");
    }

    @Override
    public List<Stretch> seal(int limit, int batches) {
        return List.of();
    }

    @Override
    public void receipted(SortedMap<Stretch, String> receipts) {
        throw new UnsupportedOperationException("nothing is handed in here");
    }

    @Override
    public String cursor() {
        return "";
    }

    @Override
    public void settle(List<? extends Arrival> page, String cursor, Instant at) {
        throw new UnsupportedOperationException("nothing is pulled here");
    }

    @Override
    public List<String> texts(long first, long last) {
        return List.of();
    }

    @Override
    public List<Change> own(long after, int limit) {
        return List.of();
    }

    @Override
    public Counts counts() {
        return counts;
    }

    @Override
    public Optional<Instant> lastExchange() {
        return Optional.empty();
    }

    @Override
    public Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name));
    }

    @Override
    public void setting(String name, String value) {
        settings.put(name, value);
    }
}
