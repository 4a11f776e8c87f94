package xindang.persistence.store;

import static xindang.persistence.jooq.Tables.CONFLICT;
import static xindang.persistence.jooq.Tables.RECORD;
import static xindang.persistence.jooq.Tables.SUBJECT;
import static xindang.persistence.jooq.Tables.TALLY;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.ArchiveStore;
import xindang.model.archive.Change;
import xindang.model.archive.Conflict;
import xindang.model.archive.Draft;
import xindang.model.archive.Erased;
import xindang.model.archive.Erasing;
import xindang.model.archive.Page;
import xindang.model.archive.RecordFilter;
import xindang.model.archive.RecordSummary;
import xindang.model.archive.RecordSummary.Status;
import xindang.model.archive.SaveReceipt;
import xindang.model.law.Gate;
import xindang.persistence.codec.Packing;
import xindang.persistence.codec.RegionNumbers;
import xindang.persistence.codec.StateJson;
import xindang.persistence.codec.Statuses;
import xindang.persistence.database.Database;
import xindang.persistence.fold.AboutTable;
import xindang.persistence.fold.ChangeTable;
import xindang.persistence.fold.RecordErasures;
import xindang.persistence.fold.Shared;
import xindang.persistence.fold.SubjectTable;
import xindang.persistence.fold.SureTime;
import xindang.persistence.fold.Tally;

/** The archive store on the database. */
public final class H2ArchiveStore implements ArchiveStore {
    private static final int CHUNK = 200;

    private final Database database;
    private final Saving saving;
    private final Listing listing;
    private final Shared shared;
    private final AboutTable about;
    private final RecordReader reader;
    private final String device;
    private final String region;
    private final RegionNumbers.Range home;
    private final Supplier<List<String>> movedAside;

    /**
     * Creates the store.
     *
     * @param movedAside returns the names for {@link #movedAside}
     */
    public H2ArchiveStore(
            Database database,
            ArchiveWriter writer,
            Shared shared,
            Founding founding,
            Clock clock,
            Supplier<List<String>> movedAside) {
        this.movedAside = movedAside;
        this.database = database;
        this.shared = shared;
        about = new AboutTable(shared.templates(), shared.kinds());
        reader = new RecordReader(shared, about);
        device = founding.device();
        region = founding.region();
        home = RegionNumbers.within(region);
        saving = new Saving(writer, shared.templates(), founding.person(), device, clock);
        listing = new Listing(shared.kinds(), home, () -> writer.marks().through(), () -> Gate.hidingDay(clock, this)
                .toEpochDay());
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
    public Optional<ArchiveRecord> find(UUID id) {
        return find(List.of(id)).stream().findFirst();
    }

    List<ArchiveRecord> find(List<UUID> ids) {
        return read(sql -> reader.records(sql, ids));
    }

    @Override
    public SaveReceipt save(List<Draft> drafts) {
        return saving.save(drafts);
    }

    @Override
    public Saved saveOne(Draft draft) {
        return saving.saveOne(draft);
    }

    @Override
    public void save(Iterator<Draft> drafts, int atMost) {
        saving.save(drafts, atMost);
    }

    @Override
    public Erased erase(Erasing erasing) {
        return saving.erase(erasing);
    }

    @Override
    public Optional<Erased> erased(UUID record) {
        return RecordErasures.find(database, record);
    }

    @Override
    public List<Erased> erasures() {
        return RecordErasures.all(database);
    }

    @Override
    public List<String> movedAside() {
        return movedAside.get();
    }

    @Override
    public Page<RecordSummary> list(RecordFilter filter, RecordFilter.Window window) {
        return read(sql -> listing.list(sql, filter, window));
    }

    @Override
    public List<Surname> surnames(RecordFilter filter) {
        return read(sql -> listing.surnames(sql, filter));
    }

    @Override
    public void each(String type, String within, Consumer<ArchiveRecord> consumer) {
        each(type, RegionNumbers.within(within).and(home), false, consumer);
    }

    /** Reads also records that left the archive or whose import was undone: their terms expire here too. */
    void eachInAllRegions(String type, Consumer<ArchiveRecord> consumer) {
        each(type, RegionNumbers.Range.ALL, true, consumer);
    }

    private void each(String type, RegionNumbers.Range range, boolean withUndone, Consumer<ArchiveRecord> consumer) {
        var kind = shared.kinds().find(type);
        if (kind.isEmpty()) {
            return;
        }
        var no = kind.get().shortValue();
        // subjects have an index by region; other records are found through their subject
        var ids = shared.templates().isSubject(type)
                ? read(sql -> sql.select(SUBJECT.ID)
                        .from(SUBJECT)
                        .where(SUBJECT.KIND.in(withUndone ? List.of(no, hidden(no)) : List.of(no)))
                        .and(SUBJECT.REGION.between(range.first(), range.last()))
                        .fetch(SUBJECT.ID))
                : read(sql -> about.within(sql, type, no, range));
        ids.sort(null);
        for (var from = 0; from < ids.size(); from += CHUNK) {
            var chunk = ids.subList(from, Math.min(from + CHUNK, ids.size()));
            read(sql -> reader.records(sql, chunk)).forEach(consumer);
        }
    }

    @Override
    public List<RegionCount> counts(String type, String within) {
        var kind = shared.kinds().find(type);
        if (kind.isEmpty()) {
            return List.of();
        }
        var range = RegionNumbers.within(within).and(home);
        var records = new TreeMap<Long, Long>();
        var grades = new HashMap<Long, Map<String, Long>>();
        var statuses = new HashMap<Long, Map<Status, Long>>();
        read(sql -> sql.select(TALLY.REGION, TALLY.GRADE, TALLY.STATUS, DSL.sum(TALLY.RECORDS))
                        .from(TALLY)
                        .where(TALLY.KIND.eq(kind.get().shortValue()))
                        .and(TALLY.REGION.between(range.first(), range.last()))
                        .and(TALLY.RECORDS.gt(0L))
                        .groupBy(TALLY.REGION, TALLY.GRADE, TALLY.STATUS)
                        .fetch())
                .forEach(row -> {
                    var count = row.value4().longValue();
                    records.merge(row.value1(), count, Long::sum);
                    statuses.computeIfAbsent(row.value1(), it -> new EnumMap<>(Status.class))
                            .merge(Statuses.status(row.value3()), count, Long::sum);
                    Tally.Cell.grade(row.value2())
                            .ifPresent(grade -> grades.computeIfAbsent(row.value1(), it -> new TreeMap<>())
                                    .merge(grade, count, Long::sum));
                });
        return records.entrySet().stream()
                .map(e -> new RegionCount(
                        RegionNumbers.code(e.getKey()),
                        e.getValue(),
                        grades.getOrDefault(e.getKey(), Map.of()),
                        statuses.getOrDefault(e.getKey(), Map.of())))
                .toList();
    }

    @Override
    public Attention attention(String type, String region) {
        return read(sql -> listing.attention(sql, type, region));
    }

    @Override
    public void duringMany(long subjects, Runnable saves) {
        saving.duringMany(subjects, saves);
    }

    @Override
    public Map<String, Known> byNumbers(String type, Collection<String> numbers) {
        var kind = shared.kinds().find(type);
        if (kind.isEmpty() || numbers.isEmpty()) {
            return Map.of();
        }
        return byNumbers(kind.get().shortValue(), numbers);
    }

    @Override
    public Map<String, Known> undone(String type, Collection<String> numbers) {
        return shared.kinds()
                .find(type)
                .map(kind -> byNumbers(hidden(kind), numbers))
                .orElse(Map.of());
    }

    @Override
    public boolean hasUndone(String type) {
        return shared.kinds()
                .find(type)
                .filter(kind -> read(sql -> sql.fetchExists(SUBJECT, SUBJECT.KIND.eq(hidden(kind)))))
                .isPresent();
    }

    private static short hidden(int kind) {
        return (short) SubjectTable.hidden(kind);
    }

    private Map<String, Known> byNumbers(short kind, Collection<String> numbers) {
        var found = new HashMap<String, Known>();
        var wanted =
                numbers.stream().filter(number -> !number.isEmpty()).distinct().toArray(String[]::new);
        read(sql -> NumberSearch.of(sql, kind, wanted).fetch())
                .forEach(row -> found.put(
                        row.value1(), new Known(row.value2(), row.value3(), RegionNumbers.code(row.value4()))));
        return found;
    }

    @Override
    public Map<String, List<Known>> sharing(String type, Optional<String> number) {
        var kind = shared.kinds().find(type);
        if (kind.isEmpty()) {
            return Map.of();
        }
        var asked = SUBJECT.KIND
                .eq(kind.get().shortValue())
                .and(number.map(SUBJECT.NUMBER::eq).orElseGet(() -> SUBJECT.NUMBER.ne("")));
        return read(sql -> sql.select(SUBJECT.NUMBER, SUBJECT.ID, SUBJECT.NAME, SUBJECT.REGION)
                .from(SUBJECT)
                .where(asked)
                .and(SUBJECT.NUMBER.in(sql.select(SUBJECT.NUMBER)
                        .from(SUBJECT)
                        .where(asked)
                        .groupBy(SUBJECT.NUMBER)
                        .having(DSL.count().gt(1))))
                .orderBy(SUBJECT.NUMBER, SUBJECT.NO)
                .fetchGroups(
                        SUBJECT.NUMBER,
                        row -> new Known(row.value2(), row.value3(), RegionNumbers.code(row.value4()))));
    }

    @Override
    public List<Change> history(UUID record) {
        return read(sql -> {
            var found = sql.select(RECORD.LAST, RECORD.SECRET)
                    .from(RECORD)
                    .where(RECORD.ID.eq(record))
                    .fetchOne();
            if (found == null) {
                return List.of();
            }
            var sealing = shared.sealing();
            var stored = sql.connectionResult(connection -> ChangeTable.history(connection, found.value1()));
            return stored.stream()
                    .filter(each -> !each.isRefused())
                    .sorted(Comparator.comparingLong(ChangeTable.StoredChange::place)
                            .thenComparing(ChangeTable.StoredChange::no))
                    .map(each -> each.change(record, found.value2(), sealing))
                    .toList();
        });
    }

    @Override
    public List<Change> own(long before, int limit) {
        return database.read(
                "read the archive", connection -> OwnChanges.before(connection, shared.sealing(), before, limit));
    }

    @Override
    public List<ArchiveRecord> about(UUID subject, String type, int limit) {
        var kind = shared.kinds().find(type);
        if (kind.isEmpty()) {
            return List.of();
        }
        var number = kind.get().shortValue();
        return read(sql -> reader.records(sql, about.newest(sql, subject, type, number, limit)));
    }

    @Override
    public Optional<java.time.Instant> sureTime() {
        return database.read("read the archive", SureTime::read);
    }

    @Override
    public java.time.Duration clockLate() {
        return database.read("read the archive", SureTime::late);
    }

    @Override
    public List<Conflict> conflicts() {
        return read(sql -> sql.select(CONFLICT.BODY)
                .from(CONFLICT)
                .join(RECORD)
                .on(RECORD.NO.eq(CONFLICT.RECORD))
                .where(RECORD.REGION.between(home.first(), home.last()))
                .orderBy(CONFLICT.RAISED, CONFLICT.ID)
                .fetch()
                .map(row -> StateJson.conflict(Packing.unpack(row.value1()))));
    }

    private <T> T read(Function<DSLContext, T> work) {
        return database.read("read the archive", connection -> work.apply(Database.sql(connection)));
    }
}
