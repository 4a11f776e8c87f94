package xindang.model.testing;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.ArchiveStore;
import xindang.model.archive.Change;
import xindang.model.archive.Conflict;
import xindang.model.archive.Content;
import xindang.model.archive.Draft;
import xindang.model.archive.Durability;
import xindang.model.archive.Erased;
import xindang.model.archive.Erasing;
import xindang.model.archive.Page;
import xindang.model.archive.RecordFilter;
import xindang.model.archive.RecordSummary;
import xindang.model.archive.Remnant;
import xindang.model.archive.SaveReceipt;
import xindang.model.archive.Standing;
import xindang.model.archive.TemplateRef;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.law.Gate;
import xindang.model.law.SureDay;
import xindang.model.rating.RatingForms;
import xindang.model.rating.Standings;
import xindang.model.region.Territory;
import xindang.model.template.Completeness;
import xindang.model.template.IncompleteRows;
import xindang.model.template.RecordRegion;
import xindang.model.template.Template;
import xindang.model.template.Templates;
import xindang.model.wire.ChangeJson;

/** An archive that keeps what {@link ArchiveStore} promises for as long as the process lives. */
public final class InMemoryArchiveStore implements ArchiveStore {
    private static final UUID PERSON = new UUID(5, 1);
    private static final RatingForms FORMS = RatingForms.shipped();

    private final String device;
    private final String region;
    private final Templates templates;
    private final Clock clock;
    private final TreeMap<String, ArchiveRecord> records = new TreeMap<>();
    private final Map<UUID, List<Change>> history = new HashMap<>();
    private final List<Conflict> conflicts = new ArrayList<>();
    private final List<Erased> erasures = new ArrayList<>();
    private long sequence;
    private String previous = Change.GENESIS;
    private Optional<Instant> sure;
    private Duration late = Duration.ZERO;
    private final Standings standings = new Standings(FORMS);

    private final Consumer<Change> saved;

    public InMemoryArchiveStore(String device, Templates templates, Clock clock) {
        this(device, "", templates, clock);
    }

    /** @param region of the archive, 12 digits; empty when it keeps all places */
    public InMemoryArchiveStore(String device, String region, Templates templates, Clock clock) {
        this(device, region, templates, clock, change -> {});
    }

    /** @param saved is given each change that is saved here */
    InMemoryArchiveStore(String device, String region, Templates templates, Clock clock, Consumer<Change> saved) {
        this.device = device;
        this.region = region;
        this.templates = templates;
        this.clock = clock;
        this.saved = saved;
        sure = Optional.of(clock.instant());
    }

    /** What an exchange made of a record. */
    synchronized void become(UUID id, Content content, List<Conflict> open, List<Change> said) {
        var first = said.get(0);
        var newest = said.stream()
                .map(Change::template)
                .max(Comparator.comparing(TemplateRef::version))
                .orElseThrow();
        history.put(id, new ArrayList<>(said));
        conflicts.removeIf(conflict -> conflict.record().equals(id));
        conflicts.addAll(open);
        records.put(
                id.toString(),
                new ArchiveRecord(
                        id,
                        newest,
                        region(templates.get(newest), content),
                        said.size(),
                        content,
                        open,
                        first.at(),
                        said.stream()
                                .map(Change::at)
                                .max(Comparator.naturalOrder())
                                .orElseThrow(),
                        said.stream().filter(Change::isSealed).count()));
    }

    /** A change that was made under this device's name elsewhere: the next one follows it. */
    synchronized void adopt(Change change) {
        sequence = change.sequence();
        previous = ChangeJson.digest(change);
    }

    @Override
    public synchronized Optional<Instant> sureTime() {
        return sure;
    }

    @Override
    public synchronized Duration clockLate() {
        return late;
    }

    /** What an exchange or a person made sure. */
    synchronized void sure(SureDay.NotedTime said) {
        sure = Optional.of(said.time());
        late = said.late();
    }

    /** What is sure from now on, as after an exchange or years ago. */
    public synchronized void sure(Instant at) {
        sure = Optional.of(at);
    }

    /** A later version of the program writes a part of a record, as an exchange would bring it. */
    public synchronized void seal(UUID id) {
        var record = find(id).orElseThrow();
        records.put(
                id.toString(),
                new ArchiveRecord(
                        id,
                        record.template(),
                        record.region(),
                        record.revision() + 1,
                        record.content(),
                        record.conflicts(),
                        record.createdAt(),
                        record.updatedAt(),
                        record.sealed() + 1));
    }

    /** Puts a conflict into the inbox, as an exchange would. */
    public synchronized void raise(Conflict conflict) {
        conflicts.add(conflict);
        refresh(conflict.record());
    }

    /** Digest of the last change made here. */
    synchronized String previous() {
        return previous;
    }

    @Override
    public String device() {
        return device;
    }

    @Override
    public String region() {
        return region;
    }

    @Override
    public synchronized Optional<ArchiveRecord> find(UUID id) {
        return Optional.ofNullable(records.get(id.toString()));
    }

    @Override
    public Saved saveOne(Draft draft) {
        return new Saved(
                save(List.of(draft)), find(draft.record()).orElseThrow().content());
    }

    @Override
    public void save(Iterator<Draft> drafts, int atMost) {
        var all = new ArrayList<Draft>();
        drafts.forEachRemaining(all::add);
        if (!all.isEmpty()) {
            save(all);
        }
    }

    @Override
    public synchronized SaveReceipt save(List<Draft> drafts) {
        var contents = new HashMap<UUID, Content>();
        for (var draft : drafts) {
            var now = contents.computeIfAbsent(
                    draft.record(), id -> find(id).map(ArchiveRecord::content).orElse(Content.EMPTY));
            for (var field : draft.fields()) {
                if (!now.get(field.path()).equals(field.before())) {
                    throw new AppException(ErrorCode.STALE, "changed since: " + field.path(), field.path());
                }
            }
            contents.put(draft.record(), now.with(draft.fields()));
        }
        var saved = new ArrayList<Change>();
        for (var draft : drafts) {
            saved.add(put(draft));
        }
        return new SaveReceipt(saved, clock.instant(), Durability.LOCAL);
    }

    private Change put(Draft draft) {
        var change = draft.at(PERSON, device, ++sequence, previous);
        previous = ChangeJson.digest(change);
        saved.accept(change);
        sure = sure.map(at -> Gate.sureAfter(at, change.at()));
        var before = find(draft.record());
        history.computeIfAbsent(draft.record(), id -> new ArrayList<>()).add(change);
        conflicts.removeIf(conflict -> draft.resolves().contains(conflict.id()));
        var content = before.map(ArchiveRecord::content).orElse(Content.EMPTY).with(draft.fields());
        records.put(
                draft.record().toString(),
                new ArchiveRecord(
                        draft.record(),
                        draft.template(),
                        region(templates.get(draft.template()), content),
                        before.map(ArchiveRecord::revision).orElse(0L) + 1,
                        content,
                        open(draft.record()),
                        before.map(ArchiveRecord::createdAt).orElse(draft.at()),
                        draft.at(),
                        before.map(ArchiveRecord::sealed).orElse(0L)));
        return change;
    }

    /** A record about a subject belongs where its subject does. */
    private String region(Template template, Content content) {
        return template.subject().isPresent()
                ? RecordRegion.of(template, content).orElse("")
                : template.subjectOf(content)
                        .flatMap(this::find)
                        .map(ArchiveRecord::region)
                        .orElse("");
    }

    private void refresh(UUID id) {
        var record = records.get(id.toString());
        if (record != null) {
            records.put(
                    id.toString(),
                    new ArchiveRecord(
                            id,
                            record.template(),
                            record.region(),
                            record.revision(),
                            record.content(),
                            open(id),
                            record.createdAt(),
                            record.updatedAt(),
                            record.sealed()));
        }
    }

    private List<Conflict> open(UUID record) {
        return conflicts.stream()
                .filter(conflict -> conflict.record().equals(record))
                .toList();
    }

    @Override
    public synchronized Erased erase(Erasing erasing) {
        if (find(erasing.record()).isEmpty()) {
            throw new AppException(
                    ErrorCode.NOT_FOUND, "no record", erasing.record().toString());
        }
        var change = erasing.at(PERSON, device, ++sequence, previous);
        previous = ChangeJson.digest(change);
        var attached = records.values().stream()
                .filter(record -> record.content()
                        .text(record.type() + ".subject")
                        .equals(erasing.record().toString()))
                .toList();
        var erased = new Erased(
                erasing.record(),
                change,
                attached.stream().map(InMemoryArchiveStore::remnant).toList());
        attached.forEach(record -> forget(record.id()));
        forget(erasing.record());
        erasures.add(erased);
        return erased;
    }

    private static Remnant remnant(ArchiveRecord record) {
        var content = record.content();
        var type = record.type();
        return new Remnant(
                record.id(),
                type,
                content.text(type + ".kind"),
                content.text(type + ".at"),
                content.text(type + ".person"),
                content.text(type + (type.equals("query") ? ".report" : ".number")));
    }

    /** A record was erased elsewhere. */
    synchronized void vanish(UUID record) {
        forget(record);
    }

    private void forget(UUID record) {
        records.remove(record.toString());
        history.remove(record);
        conflicts.removeIf(conflict -> conflict.record().equals(record));
    }

    @Override
    public synchronized List<Erased> erasures() {
        return List.copyOf(erasures);
    }

    @Override
    public synchronized Page<RecordSummary> list(RecordFilter filter, RecordFilter.Window window) {
        var moved = filter.statuses().equals(Set.of(RecordSummary.Status.MOVED));
        var all = (moved
                        ? of(filter.type(), "").filter(record -> !isHere(record))
                        : here(filter.type(), filter.region()))
                .map(this::summary)
                .filter(summary -> matches(summary, filter))
                .toList();
        var items = all.stream()
                .filter(summary -> window.after()
                        .map(after -> summary.id().toString().compareTo(after.toString()) > 0)
                        .orElse(true))
                .limit(window.limit())
                .toList();
        return new Page<>(items, all.size());
    }

    private static boolean matches(RecordSummary summary, RecordFilter filter) {
        var text = filter.text().strip();
        var found = text.isEmpty()
                || summary.name().contains(text)
                || summary.number().startsWith(text)
                || summary.number().endsWith(text)
                || summary.phone().startsWith(text)
                || summary.phone().endsWith(text);
        return found
                && (!filter.incomplete() || summary.incomplete())
                && (filter.statuses().isEmpty() || filter.statuses().contains(summary.status()));
    }

    private RecordSummary summary(ArchiveRecord record) {
        var template = templates.get(record.template());
        var subject = template.subjectPaths();
        var content = record.content();
        var rating = about(record.id(), "rating", 1).stream().findFirst().map(ArchiveRecord::content);
        return new RecordSummary(
                record.id(),
                record.type(),
                content.text(subject.name()),
                content.text(subject.number()),
                subject.phone().map(content::text).orElse(""),
                record.region(),
                subject.group().map(content::text).orElse(""),
                rating.map(rated -> rated.text("rating.grade")),
                rating.flatMap(rated -> rated.get("rating.score")).map(BigDecimal::new),
                Completeness.of(template, content).percent(),
                status(record),
                record.updatedAt(),
                about(record.id(), "rating", 1).stream().findFirst().map(kept -> standing(record, template, kept)),
                !IncompleteRows.of(
                                template,
                                Gate.lawful(template, content, today()).content())
                        .isEmpty(),
                record.isPartlySealed());
    }

    private Standing standing(ArchiveRecord record, Template template, ArchiveRecord rating) {
        var kept = new Standings.Kept(Standings.Basis.of(rating.content()), rating.createdAt());
        return standings.standing(template, record, kept, () -> history(record.id()), Gate.day(clock, this));
    }

    private LocalDate today() {
        return Gate.hidingDay(clock, this);
    }

    @Override
    public synchronized Attention attention(String type, String region) {
        var lines = here(type, region).map(this::summary).toList();
        return new Attention(
                lines.stream().filter(RecordSummary::isStale).count(),
                lines.stream().filter(RecordSummary::isExpired).count(),
                lines.stream().filter(RecordSummary::incomplete).count());
    }

    private boolean isHere(ArchiveRecord record) {
        return Territory.of(region).holds(record.region());
    }

    private Stream<ArchiveRecord> here(String type, String within) {
        return of(type, within).filter(this::isHere);
    }

    private RecordSummary.Status status(ArchiveRecord record) {
        if (!isHere(record)) {
            return RecordSummary.Status.MOVED;
        }
        return record.conflicts().isEmpty() ? RecordSummary.Status.SAVED : RecordSummary.Status.CONFLICT;
    }

    private Stream<ArchiveRecord> of(String type, String region) {
        return new ArrayList<>(records.values())
                .stream()
                        .filter(record ->
                                record.type().equals(type) && record.region().startsWith(region))
                        .filter(record -> !record.isUndone());
    }

    /** This store knows no pinyin: every archive counts as found by letters. */
    @Override
    public synchronized List<Surname> surnames(RecordFilter filter) {
        var counts = new TreeMap<String, Long>();
        if (filter.text().matches("[a-z]+")) {
            here(filter.type(), filter.region())
                    .forEach(record -> counts.merge(summary(record).name().substring(0, 1), 1L, Long::sum));
        }
        return counts.entrySet().stream()
                .map(count -> new Surname(count.getKey(), count.getValue()))
                .sorted(Comparator.comparing(Surname::records).reversed())
                .toList();
    }

    @Override
    public void each(String type, String region, Consumer<ArchiveRecord> consumer) {
        List<ArchiveRecord> all;
        synchronized (this) {
            all = here(type, region).toList();
        }
        all.forEach(consumer);
    }

    @Override
    public synchronized List<RegionCount> counts(String type, String region) {
        var counts = new TreeMap<String, Long>();
        var grades = new TreeMap<String, Map<String, Long>>();
        var statuses = new TreeMap<String, Map<RecordSummary.Status, Long>>();
        here(type, region).forEach(record -> {
            counts.merge(record.region(), 1L, Long::sum);
            statuses.computeIfAbsent(record.region(), code -> new TreeMap<>()).merge(status(record), 1L, Long::sum);
            var byGrade = grades.computeIfAbsent(record.region(), code -> new TreeMap<>());
            about(record.id(), "rating", 1)
                    .forEach(rating -> byGrade.merge(rating.content().text("rating.grade"), 1L, Long::sum));
        });
        var result = new ArrayList<RegionCount>();
        counts.forEach((code, count) -> result.add(new RegionCount(
                code, count, grades.getOrDefault(code, Map.of()), statuses.getOrDefault(code, Map.of()))));
        return result;
    }

    @Override
    public synchronized Map<String, Known> byNumbers(String type, Collection<String> numbers) {
        return byNumbers(of(type, ""), numbers);
    }

    @Override
    public synchronized Map<String, Known> undone(String type, Collection<String> numbers) {
        return byNumbers(records.values().stream().filter(record -> isUndone(record, type)), numbers);
    }

    @Override
    public synchronized boolean hasUndone(String type) {
        return records.values().stream().anyMatch(record -> isUndone(record, type));
    }

    private static boolean isUndone(ArchiveRecord record, String type) {
        return record.type().equals(type) && record.isUndone();
    }

    @Override
    public synchronized List<Change> own(long before, int limit) {
        return history.values().stream()
                .flatMap(List::stream)
                .filter(change -> change.device().equals(device) && change.sequence() < before)
                .sorted(Comparator.comparing(Change::sequence).reversed())
                .limit(limit)
                .toList();
    }

    private Map<String, Known> byNumbers(Stream<ArchiveRecord> among, Collection<String> numbers) {
        var known = new LinkedHashMap<String, Known>();
        among.forEach(record -> {
            var subject = template(record).subjectPaths();
            var number = record.content().text(subject.number());
            if (numbers.contains(number)) {
                known.putIfAbsent(
                        number, new Known(record.id(), record.content().text(subject.name()), record.region()));
            }
        });
        return known;
    }

    @Override
    public synchronized Map<String, List<Known>> sharing(String type, Optional<String> number) {
        var shared = new TreeMap<String, List<Known>>();
        of(type, "").forEach(record -> {
            var subject = template(record).subjectPaths();
            record.content()
                    .get(subject.number())
                    .filter(own -> number.map(own::equals).orElse(true))
                    .ifPresent(own -> shared.computeIfAbsent(own, key -> new ArrayList<>())
                            .add(new Known(record.id(), record.content().text(subject.name()), record.region())));
        });
        shared.values().removeIf(twins -> twins.size() < 2);
        return shared;
    }

    private Template template(ArchiveRecord record) {
        return templates.get(record.template());
    }

    @Override
    public synchronized List<Change> history(UUID record) {
        return List.copyOf(history.getOrDefault(record, List.of()));
    }

    @Override
    public synchronized List<ArchiveRecord> about(UUID subject, String type, int limit) {
        return of(type, "")
                .filter(record -> record.content().text(type + ".subject").equals(subject.toString()))
                .sorted(Comparator.comparing(ArchiveRecord::createdAt)
                        .thenComparing(record -> record.id().toString())
                        .reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Conflict> conflicts() {
        return conflicts.stream()
                .filter(conflict -> find(conflict.record()).filter(this::isHere).isPresent())
                .toList();
    }
}
