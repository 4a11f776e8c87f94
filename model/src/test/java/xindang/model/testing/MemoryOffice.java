package xindang.model.testing;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.ArchiveStore;
import xindang.model.archive.Body;
import xindang.model.archive.Change;
import xindang.model.archive.Conflict;
import xindang.model.archive.Content;
import xindang.model.archive.Draft;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Ids;
import xindang.model.exchange.Authors;
import xindang.model.exchange.ExchangeStore;
import xindang.model.exchange.Merge;
import xindang.model.exchange.Verdict;
import xindang.model.law.Due;
import xindang.model.law.Gate;
import xindang.model.law.SureDay;
import xindang.model.template.Templates;
import xindang.model.wire.ChangeJson;

/**
 * An archive in memory with its side of the exchange: records in the platform's order, with the changes on top that have
 * not come back yet. It keeps all changes and applies them anew, so it has no shortcut that could be wrong.
 */
public final class MemoryOffice implements Office, ExchangeStore {
    private enum Stand {
        LOCAL,
        SEALED,
        RECEIPTED,
        SETTLED
    }

    /** Where the platform put a change. */
    private record Place(Change change, long position, Verdict verdict) {}

    private final String device;
    private final Templates templates;
    private final InMemoryArchiveStore store;
    private final Map<UUID, Change> own = new LinkedHashMap<>();
    private final Map<UUID, Stand> stands = new HashMap<>();
    private final Map<UUID, Place> places = new LinkedHashMap<>();
    private final Map<String, String> settings = new TreeMap<>();
    private final Deque<Batch> sealed = new ArrayDeque<>();
    private String cursor = "";
    private Optional<Instant> lastExchange = Optional.empty();

    public MemoryOffice(String device, Templates templates) {
        this(device, templates, Clock.systemUTC());
    }

    public MemoryOffice(String device, Templates templates, Clock clock) {
        this(device, "", templates, clock);
    }

    /** @param region of the archive, 12 digits; empty when it keeps all places */
    public MemoryOffice(String device, String region, Templates templates, Clock clock) {
        this.device = device;
        this.templates = templates;
        store = new InMemoryArchiveStore(device, region, templates, clock, this::saved);
    }

    /** The same archive once more, as a copy of its folder is. */
    public MemoryOffice copy(Clock clock) {
        var copy = new MemoryOffice(device, store.region(), templates, clock);
        copy.own.putAll(own);
        copy.stands.putAll(stands);
        copy.places.putAll(places);
        copy.settings.putAll(settings);
        copy.sealed.addAll(sealed);
        copy.cursor = cursor;
        copy.lastExchange = lastExchange;
        own.values().forEach(copy.store::adopt);
        copy.records().forEach(copy::refresh);
        store.sureTime().ifPresent(at -> copy.store.sure(new SureDay.NotedTime(at, store.clockLate())));
        return copy;
    }

    private Set<UUID> records() {
        var records = new LinkedHashSet<UUID>();
        places.values().forEach(place -> records.add(place.change().record()));
        own.values().forEach(change -> records.add(change.record()));
        return records;
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
    public ArchiveStore archives() {
        return store;
    }

    @Override
    public void save(List<Draft> drafts) {
        store.save(drafts);
    }

    private void saved(Change change) {
        own.put(change.id(), change);
        stands.put(change.id(), Stand.LOCAL);
    }

    @Override
    public Content content(UUID record) {
        return store.find(record).map(ArchiveRecord::content).orElse(Content.EMPTY);
    }

    @Override
    public List<Conflict> conflicts() {
        return store.conflicts();
    }

    @Override
    public List<Change> history(UUID record) {
        return store.history(record);
    }

    /** Deletes the rows that may not be kept any more, as the opening of an archive does. */
    public void dispose(Clock clock, Ids ids, String user) {
        Gate.day(clock, store).deletes().ifPresent(today -> records().stream()
                .flatMap(id -> store.find(id).stream())
                .flatMap(record -> disposal(record, today, ids, clock, user).stream())
                .forEach(draft -> store.save(List.of(draft))));
    }

    private Optional<Draft> disposal(ArchiveRecord record, LocalDate today, Ids ids, Clock clock, String user) {
        var template = templates.get(record.template());
        var past = Gate.past(template, record.content(), store.history(record.id()), today);
        var deletions = past.deletions();
        var decided = record.conflicts().stream()
                .filter(conflict -> past.isOver(conflict.path()))
                .map(Conflict::id)
                .toList();
        return deletions.isEmpty() && decided.isEmpty()
                ? Optional.empty()
                : Optional.of(new Draft(
                        ids.next(),
                        record.id(),
                        record.template(),
                        deletions,
                        user,
                        clock.instant(),
                        Due.ORIGIN,
                        decided));
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
        sealed.remove().changes().stream()
                .filter(change -> stands.get(change.id()) == Stand.SEALED)
                .forEach(change -> stands.put(change.id(), Stand.RECEIPTED));
    }

    @Override
    public void receipted(SortedMap<Stretch, String> receipts) {
        receipts.forEach((stretch, receipt) -> receipted(stretch.key(), receipt));
    }

    @Override
    public List<String> placed(int from, int limit) {
        return places.values().stream()
                .filter(place -> place.verdict() != Verdict.QUARANTINED)
                .sorted(Comparator.comparingLong(Place::position))
                .skip(from)
                .limit(limit)
                .map(place -> ChangeJson.write(place.change()))
                .toList();
    }

    @Override
    public String cursor() {
        return cursor;
    }

    @Override
    public void settle(List<? extends Arrival> page, String end, Instant at) {
        var touched = new LinkedHashSet<UUID>();
        for (var arrival : page) {
            if (arrival instanceof Pulled pulled) {
                touched.add(take(pulled.change(), pulled.position(), pulled.verdict()));
            } else if (arrival instanceof Returned run) {
                for (var change : own(run.first() - 1, (int) (run.last() - run.first() + 1))) {
                    touched.add(take(change, run.position() + change.sequence() - run.first(), run.verdict()));
                }
            }
        }
        touched.forEach(this::refresh);
        cursor = end;
        lastExchange = Optional.of(at);
    }

    private UUID take(Change change, long position, Verdict verdict) {
        if (own.containsKey(change.id())) {
            stands.put(change.id(), Stand.SETTLED);
        } else if (follows(change)) {
            own.put(change.id(), change);
            stands.put(change.id(), Stand.SETTLED);
            store.adopt(change);
        }
        places.put(change.id(), new Place(change, position, verdict));
        return change.record();
    }

    /** Whether a change goes on where this archive ends, which then was set back. */
    private boolean follows(Change change) {
        return change.device().equals(device)
                && change.sequence() == own.size() + 1L
                && change.previous().equals(store.previous())
                && counts().local() + counts().sealed() == 0
                && setting(OWN_RUN).isEmpty();
    }

    /** Applies all changes of a record anew: those that have a place in their order, then those that wait. */
    private void refresh(UUID record) {
        var said = new ArrayList<Change>();
        places.values().stream()
                .filter(place -> place.change().record().equals(record))
                .sorted(Comparator.comparingLong(Place::position))
                .filter(place -> place.verdict() != Verdict.QUARANTINED)
                .forEach(place -> said.add(place.change()));
        own.values().stream()
                .filter(change -> change.record().equals(record) && stands.get(change.id()) != Stand.SETTLED)
                .forEach(said::add);
        if (said.isEmpty()) {
            return;
        }
        if (said.stream().anyMatch(change -> change.body() instanceof Body.Erasure)) {
            store.vanish(record);
            return;
        }
        var state = Merge.State.EMPTY;
        var writers = new Authors();
        for (var change : said) {
            var after = Merge.apply(templates.get(change.template()), state, change, writers)
                    .state();
            writers.follow(state.content(), change, after.content());
            state = after;
        }
        store.become(record, state.content(), state.conflicts(), said);
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
        if (name.equals(SureDay.SIGNED) || name.equals(SureDay.CONFIRMED)) {
            store.sure(Gate.notedTime(value));
        }
    }
}
