package xindang.model.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import xindang.model.archive.Change;
import xindang.model.archive.Conflict;
import xindang.model.archive.Content;
import xindang.model.archive.Draft;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.exchange.Authors;
import xindang.model.exchange.ExchangeStore;
import xindang.model.exchange.Merge;
import xindang.model.exchange.Verdict;
import xindang.model.json.ChangeJson;
import xindang.model.template.Templates;

/**
 * An archive in memory with its side of the exchange: records in the platform's order, with the changes on top that have
 * not come back yet.
 */
public final class MemoryOffice implements Office, ExchangeStore {
    private enum Stand {
        LOCAL,
        SEALED,
        RECEIPTED,
        SETTLED
    }

    private static final UUID PERSON = new UUID(5, 1);

    private final String device;
    private final Templates templates;
    private final Map<UUID, Change> own = new LinkedHashMap<>();
    private final Map<UUID, Stand> stands = new HashMap<>();
    private final Map<UUID, Merge.State> settled = new HashMap<>();
    private final Map<UUID, Authors> writers = new HashMap<>();
    private final Map<UUID, List<Change>> order = new HashMap<>();
    private final Set<UUID> taken = new HashSet<>();
    private final Map<String, String> settings = new TreeMap<>();
    private final Deque<Batch> sealed = new ArrayDeque<>();
    private String previous = Change.GENESIS;
    private String cursor = "";
    private Optional<Instant> lastExchange = Optional.empty();

    public MemoryOffice(String device, Templates templates) {
        this.device = device;
        this.templates = templates;
    }

    @Override
    public String device() {
        return device;
    }

    @Override
    public ExchangeStore exchange() {
        return this;
    }

    @Override
    public void save(List<Draft> drafts) {
        for (var draft : drafts) {
            var change = draft.at(PERSON, device, own.size() + 1L, previous);
            previous = ChangeJson.digest(change);
            own.put(change.id(), change);
            stands.put(change.id(), Stand.LOCAL);
        }
    }

    @Override
    public Content content(UUID record) {
        return state(record).content();
    }

    @Override
    public List<Conflict> conflicts() {
        return settled.values().stream()
                .flatMap(state -> state.conflicts().stream())
                .toList();
    }

    @Override
    public List<Change> history(UUID record) {
        var changes = new ArrayList<>(order.getOrDefault(record, List.of()));
        own.values().stream()
                .filter(change -> change.record().equals(record) && stands.get(change.id()) != Stand.SETTLED)
                .forEach(changes::add);
        return changes;
    }

    @Override
    public Optional<Batch> sealed() {
        return Optional.ofNullable(sealed.peek());
    }

    @Override
    public Optional<Batch> seal(int limit) {
        seal(limit, 1);
        return sealed();
    }

    @Override
    public List<Stretch> seal(int limit, int batches) {
        while (sealed.size() < batches && !in(Stand.LOCAL).isEmpty()) {
            var changes = in(Stand.LOCAL).stream().limit(limit).toList();
            changes.forEach(change -> stands.put(change.id(), Stand.SEALED));
            var last = changes.get(changes.size() - 1).id();
            var key = UUID.nameUUIDFromBytes((device + last).getBytes(StandardCharsets.UTF_8));
            sealed.add(new Batch(key, changes));
        }
        return sealed.stream().map(MemoryOffice::stretch).toList();
    }

    private static Stretch stretch(Batch batch) {
        var changes = batch.changes();
        return new Stretch(
                batch.key(),
                changes.get(0).sequence(),
                changes.get(changes.size() - 1).sequence());
    }

    @Override
    public void receipted(UUID key, String receipt) {
        if (sealed.isEmpty() || !sealed.peek().key().equals(key)) {
            throw new AppException(ErrorCode.STALE, "no batch waits under " + key);
        }
        sealed.remove().changes().forEach(change -> stands.put(change.id(), Stand.RECEIPTED));
    }

    @Override
    public void receipted(SortedMap<Stretch, String> receipts) {
        receipts.forEach((stretch, receipt) -> receipted(stretch.key(), receipt));
    }

    @Override
    public String cursor() {
        return cursor;
    }

    @Override
    public void settle(List<? extends Arrival> page, String end, Instant at) {
        for (var arrival : page) {
            if (arrival instanceof Pulled pulled) {
                take(pulled.change(), pulled.verdict());
            } else if (arrival instanceof Returned run) {
                own(run.first() - 1, (int) (run.last() - run.first() + 1))
                        .forEach(change -> take(change, run.verdict()));
            }
        }
        cursor = end;
        lastExchange = Optional.of(at);
    }

    private void take(Change change, Verdict verdict) {
        if (own.containsKey(change.id())) {
            stands.put(change.id(), Stand.SETTLED);
        }
        if (verdict != Verdict.QUARANTINED && taken.add(change.id())) {
            apply(change);
        }
    }

    private void apply(Change change) {
        var before = settled.getOrDefault(change.record(), Merge.State.EMPTY);
        var wrote = writers.computeIfAbsent(change.record(), id -> new Authors());
        var after = Merge.apply(templates.get(change.template()), before, change, wrote)
                .state();
        wrote.follow(before.content(), change, after.content());
        settled.put(change.record(), after);
        order.computeIfAbsent(change.record(), id -> new ArrayList<>()).add(change);
    }

    private Merge.State state(UUID record) {
        var state = settled.getOrDefault(record, Merge.State.EMPTY);
        for (var change : own.values()) {
            if (change.record().equals(record) && stands.get(change.id()) != Stand.SETTLED) {
                state = new Merge.State(state.content().with(change.fields()), state.conflicts());
            }
        }
        return state;
    }

    @Override
    public Counts counts() {
        return new Counts(
                in(Stand.LOCAL).size(),
                in(Stand.SEALED).size(),
                in(Stand.RECEIPTED).size(),
                in(Stand.SETTLED).size());
    }

    private List<Change> in(Stand stand) {
        var found = new ArrayList<Change>();
        for (var change : own.values()) {
            if (stands.get(change.id()) == stand) {
                found.add(change);
            }
        }
        return found;
    }

    @Override
    public List<String> texts(long first, long last) {
        return own(first - 1, (int) (last - first + 1)).stream()
                .map(ChangeJson::write)
                .toList();
    }

    @Override
    public List<Change> own(long after, int limit) {
        return own.values().stream()
                .filter(change -> change.sequence() > after)
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Instant> lastExchange() {
        return lastExchange;
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
