package xindang.persistence.store;

import static xindang.persistence.jooq.Tables.BATCH;
import static xindang.persistence.jooq.Tables.ENTRY;
import static xindang.persistence.jooq.Tables.RECORD;

import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import xindang.model.archive.Change;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.exchange.ExchangeStore;
import xindang.model.exchange.WithheldChange;
import xindang.model.law.Gate;
import xindang.persistence.database.Database;
import xindang.persistence.database.Settings;
import xindang.persistence.fold.ChangeTable;
import xindang.persistence.fold.Fold;
import xindang.persistence.fold.Saves;
import xindang.persistence.fold.Shared;
import xindang.persistence.ledger.Entry;

/** The exchange store of the client on the database. */
public final class H2ExchangeStore implements ExchangeStore {
    private static final int CHUNK = 200;

    private final Database database;
    private final ArchiveWriter writer;
    private final Shared shared;
    private final String device;
    private final Supplier<UUID> ids;

    public H2ExchangeStore(Database database, ArchiveWriter writer, Shared shared, String device, Supplier<UUID> ids) {
        this.database = database;
        this.writer = writer;
        this.shared = shared;
        this.device = device;
        this.ids = ids;
    }

    @Override
    public Optional<Batch> sealed() {
        return read(sql -> sql.select(BATCH.ID, BATCH.FIRST, BATCH.LAST)
                .from(BATCH)
                .where(BATCH.RECEIPT.isNull())
                .orderBy(BATCH.FIRST)
                .limit(1)
                .fetchOptional(row -> new Batch(row.value1(), changes(sql, row.value2(), row.value3()))));
    }

    @Override
    public Optional<Batch> seal(int limit) {
        var open = sealed();
        if (open.isPresent()) {
            return open;
        }
        var marks = writer.marks();
        if (marks.sealed() == marks.sequence() || limit < 1) {
            return Optional.empty();
        }
        sealNext(limit, 1);
        return sealed();
    }

    @Override
    public List<Stretch> seal(int limit, int batches) {
        var open = open();
        if (open.size() >= batches || limit < 1) {
            return open;
        }
        return sealNext(limit, batches - open.size()) ? open() : open;
    }

    private boolean sealNext(int limit, int batches) {
        var marks = writer.marks();
        var ends = query(connection -> {
            var found = new ArrayList<Long>();
            try (var saves = new Saves(connection)) {
                for (var from = marks.sealed(); found.size() < batches && from < marks.sequence(); ) {
                    from = saves.end(from + 1, limit).orElse(marks.sequence());
                    found.add(from);
                }
            }
            return found;
        });
        if (ends.isEmpty()) {
            return false;
        }
        writer.write(fold -> {
            var first = marks.sealed() + 1;
            for (var last : ends) {
                fold.batched(new Entry.Batched(ids.get(), first, last));
                first = last + 1;
            }
            return first;
        });
        return true;
    }

    /** Returns the batches without a receipt. */
    private List<Stretch> open() {
        return read(sql -> sql.select(BATCH.ID, BATCH.FIRST, BATCH.LAST)
                .from(BATCH)
                .where(BATCH.RECEIPT.isNull())
                .orderBy(BATCH.FIRST)
                .fetch(row -> new Stretch(row.value1(), row.value2(), row.value3())));
    }

    @Override
    public void receipted(UUID key, String receipt) {
        var stretch = open().stream()
                .filter(open -> open.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AppException(ErrorCode.STALE, "no batch waits under " + key, key.toString()));
        receipted(new TreeMap<>(Map.of(stretch, receipt)));
    }

    @Override
    public void receipted(SortedMap<Stretch, String> receipts) {
        if (receipts.isEmpty()) {
            return;
        }
        var open = open();
        if (open.size() < receipts.size() || !open.subList(0, receipts.size()).equals(List.copyOf(receipts.keySet()))) {
            throw new AppException(
                    ErrorCode.STALE,
                    "other batches wait",
                    receipts.firstKey().key().toString());
        }
        writer.write(fold -> {
            receipts.forEach((stretch, receipt) -> fold.receipted(new Entry.Receipted(stretch.key(), receipt)));
            return receipts.size();
        });
    }

    @Override
    public List<String> texts(long first, long last) {
        return query(connection -> texts(connection).own(first, last));
    }

    @Override
    public List<String> placed(int from, int limit) {
        return query(connection -> texts(connection).placed(from, limit));
    }

    private ChangeTexts texts(Connection connection) {
        return new ChangeTexts(connection, shared.sealing());
    }

    @Override
    public boolean holds(Returned run) {
        if (run.first() < 1 || run.first() > run.last()) {
            return false;
        }
        return query(connection -> {
            var texts = texts(connection);
            return texts.digest(run.last()).equals(Optional.of(run.digest())) && texts.hasAll(run.first(), run.last());
        });
    }

    @Override
    public List<WithheldChange> withheld() {
        return query(connection -> WithheldNotes.read(connection));
    }

    /** Stores notes about values withheld from changes that an earlier program version could not read. */
    public void withheldLater(List<WithheldChange> found) {
        var known = withheld().stream().map(WithheldChange::change).toList();
        var fresh = found.stream()
                .filter(change -> !known.contains(change.change()))
                .toList();
        if (!fresh.isEmpty()) {
            writer.write(fold -> {
                fresh.forEach(change -> fold.noted(WithheldNotes.note(change)));
                return fresh.size();
            });
        }
    }

    @Override
    public void withheldReported(List<UUID> changes) {
        var open = withheld().stream()
                .filter(change -> changes.contains(change.change()) && !change.reported())
                .toList();
        if (!open.isEmpty()) {
            writer.write(fold -> {
                open.forEach(change -> fold.noted(WithheldNotes.note(change.asReported())));
                return open.size();
            });
        }
    }

    @Override
    public String cursor() {
        return storedSetting(Settings.CURSOR).orElse("");
    }

    @Override
    public void settle(List<? extends Arrival> page, String cursor, Instant at) {
        Function<Fold, String> work = fold -> settle(fold, page, cursor, at);
        // own changes that come back write no record
        var pulled = page.stream().filter(Pulled.class::isInstance).count();
        if (Saving.isMany(pulled, writer.marks())) {
            writer.writeMany(work);
        } else {
            writer.write(work);
        }
    }

    @Override
    public void duringMany(long changes, Runnable saves) {
        if (Saving.isMany(changes, writer.marks())) {
            writer.duringMany(saves);
        } else {
            saves.run();
        }
    }

    private String settle(Fold fold, List<? extends Arrival> page, String cursor, Instant at) {
        var pulled = new ArrayList<Pulled>();
        for (var arrival : page) {
            if (arrival instanceof Pulled change) {
                pulled.add(change);
                if (pulled.size() == CHUNK) {
                    take(fold, pulled);
                }
            } else if (arrival instanceof Returned run) {
                take(fold, pulled);
                fold.returned(new Entry.Returned(run.position(), run.verdict(), run.first(), run.last()));
            } else if (arrival instanceof Emptied emptied) {
                take(fold, pulled);
                fold.emptied(emptied, device);
            }
        }
        take(fold, pulled);
        fold.paged(new Entry.Paged(cursor, at));
        return cursor;
    }

    private void take(Fold fold, List<Pulled> pulled) {
        var changes = pulled.stream().map(Pulled::change).toList();
        fold.expectChanges(changes);
        pulled.forEach(each -> arrived(fold, each));
        pulled.clear();
    }

    /** Stores a received change without the parts that may not be kept. */
    private void arrived(Fold fold, Pulled pulled) {
        var change = pulled.change();
        var kept = Gate.withholding(shared.scrutiny(), shared.templates().exactlyOrNone(change.template()), change);
        var isNew = fold.arrived(pulled.with(kept.change()), device);
        if (isNew && !kept.places().isEmpty()) {
            fold.noted(WithheldNotes.note(new WithheldChange(change.id(), kept.places(), false)));
        }
    }

    @Override
    public Counts counts() {
        var marks = writer.marks();
        return new Counts(
                marks.sequence() - marks.sealed(),
                marks.sealed() - marks.receipted(),
                Math.max(0, marks.receipted() - marks.settled()),
                marks.settled());
    }

    @Override
    public List<Change> own(long after, int limit) {
        return read(sql -> changes(sql, after + 1, after + limit));
    }

    @Override
    public Optional<Instant> lastExchange() {
        return storedSetting(Settings.EXCHANGED).map(Instant::parse);
    }

    @Override
    public Optional<String> setting(String name) {
        return storedSetting(Settings.EXCHANGE + name);
    }

    @Override
    public void setting(String name, String value) {
        if (setting(name).equals(Optional.of(value))) {
            return;
        }
        writer.write(fold -> {
            fold.noted(new Entry.Noted(name, value));
            return name;
        });
    }

    private Optional<String> storedSetting(String name) {
        return query(connection -> Settings.read(connection, name));
    }

    private List<Change> changes(DSLContext sql, long first, long last) {
        var sealing = shared.sealing();
        return sql.select(ENTRY.KIND, ENTRY.BODY, RECORD.ID, RECORD.SECRET)
                .from(ENTRY)
                .join(RECORD)
                .on(RECORD.NO.eq(ENTRY.RECORD))
                .where(ENTRY.DEVICE.eq(ChangeTable.OWN))
                .and(ENTRY.SEQUENCE.between(first, last))
                .orderBy(ENTRY.SEQUENCE)
                .fetch()
                .map(row ->
                        ChangeTable.open(row.value1().byteValue(), row.value2(), row.value3(), row.value4(), sealing));
    }

    private <T> T read(Function<DSLContext, T> work) {
        return query(connection -> work.apply(Database.sql(connection)));
    }

    private <T> T query(Database.Query<T> query) {
        return database.read("read the exchange", query);
    }
}
