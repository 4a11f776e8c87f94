package xindang.persistence.fold;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xindang.model.archive.Change;
import xindang.model.archive.Erased;
import xindang.model.archive.Remnant;
import xindang.model.exchange.ExchangeStore;
import xindang.model.wire.ChangeJson;
import xindang.persistence.database.Database;
import xindang.persistence.database.Settings;
import xindang.persistence.disk.ArchiveFinding;
import xindang.persistence.disk.Failures;
import xindang.persistence.keys.RecordKeys;
import xindang.persistence.ledger.Entry;
import xindang.persistence.ledger.EntryCodec;

/**
 * Erases records. The entry is written to the ledger first, then the rows are deleted, then the keys are overwritten
 * with zeros. After a crash, the opening continues at that step. Therefore a key of zeros without an entry is damage.
 */
public final class RecordErasures {
    private final Connection connection;
    private final RecordTable records;
    private final ChangeTable changes;
    private final Entries entries;
    private final Counters counters;
    private final Adoption adoption;
    private final Set<Long> slots = new HashSet<>();
    private @Nullable Map<UUID, Long> known;
    private boolean erased;

    RecordErasures(
            Connection connection,
            RecordTable records,
            ChangeTable changes,
            Entries entries,
            Counters counters,
            Adoption adoption) {
        this.adoption = adoption;
        this.connection = connection;
        this.records = records;
        this.changes = changes;
        this.entries = entries;
        this.counters = counters;
    }

    /** Returns true if a record was erased. */
    boolean has(UUID record) {
        return known().getOrDefault(record, 0L) > 0;
    }

    /** Returns true if this transaction erases a record. */
    public boolean isErasing() {
        return erased;
    }

    /** Returns the slots of the keys to erase after this transaction is durable. */
    public Set<Long> slots() {
        return Set.copyOf(slots);
    }

    /**
     * Returns the entry of an erasing change.
     *
     * @param pulled the pulled change; empty if it was made here
     */
    Entry.Erased entry(Change change, Optional<ExchangeStore.Pulled> pulled) {
        return new Entry.Erased(
                change.record(),
                slot(change.record()),
                change.id(),
                pulled.isPresent() ? change.device() : "",
                change.sequence(),
                pulled.map(it -> new Entry.Place(it.position(), it.verdict())),
                pulled.map(ExchangeStore.Pulled::digest).orElseGet(() -> ChangeJson.digest(change)),
                ChangeJson.write(change),
                attached(change.record()));
    }

    private long slot(UUID record) {
        return records.find(record).map(state -> state.slot).orElse(Entry.Erased.NONE);
    }

    private List<Entry.Attached> attached(UUID subject) {
        changes.send();
        records.flush();
        var ids = new ArrayList<UUID>();
        try (var statement = connection.prepareStatement(
                "select r.id from about a join record r on r.no = a.no where a.subject = ? order by r.id")) {
            statement.setObject(1, subject);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getObject(1, UUID.class));
                }
            }
        } catch (SQLException e) {
            throw Failures.of("find what is about a record", e);
        }
        records.load(ids);
        return ids.stream()
                .flatMap(id -> records.find(id).stream())
                .map(state -> new Entry.Attached(state.id, state.slot, remnant(state)))
                .toList();
    }

    private static Remnant remnant(RecordState state) {
        var type = state.template.id();
        var at = state.content.text(type + ".at");
        var number = state.content.text(type + (type.equals("query") ? ".report" : ".number"));
        return new Remnant(
                state.id,
                type,
                state.content.text(type + ".kind"),
                at.isEmpty() ? state.created.toString() : at,
                state.content.text(type + ".person"),
                number);
    }

    /** Stores the entry and deletes all rows of the records it names. */
    void fold(Entry.Erased entry, byte[] body) {
        var no = keep(EntryCodec.ERASED, body, entry.header().orElseThrow(), entry.place());
        changes.send();
        entries.send();
        delete(entry.record(), entry.slot(), no);
        entry.attached().forEach(each -> delete(each.record(), each.slot(), no));
        Settings.write(connection, Settings.COMPACT, String.valueOf(no));
        erased = true;
    }

    /** Stores an entry whose change cannot be read any more. The device is empty for this device. */
    private long keep(byte kind, byte[] body, Entry.ChangeHeader header, Optional<Entry.Place> place) {
        var own = header.device().isEmpty();
        var adopted = !own && adoption.follows(header.device(), header.sequence());
        var device = own ? ChangeTable.OWN : adoption.device(header.device(), adopted);
        var no =
                entries.keep(kind, body, new Entries.ChangeRow(Entries.NO_RECORD, 0, device, header.sequence(), place));
        if (adopted) {
            adoption.adopt(header.sequence(), place.orElseThrow(), header.digest());
        }
        return no;
    }

    private void delete(UUID record, long slot, long entry) {
        var state = records.find(record);
        try {
            if (state.isPresent()) {
                removeFromChain(state.get().last);
                records.erase(state.get());
            }
            var number = state.map(it -> it.no).orElse(0L);
            if (known().containsKey(record)) {
                try (var update =
                        connection.prepareStatement("update erased set entry = ? where id = ? and entry = 0")) {
                    update.setLong(1, entry);
                    update.setObject(2, record);
                    update.executeUpdate();
                }
            } else {
                insert(record, number, slot, entry);
            }
        } catch (SQLException e) {
            throw Failures.of("erase", e);
        }
        known().putIfAbsent(record, entry);
        known().replace(record, 0L, entry);
        if (slot != Entry.Erased.NONE) {
            slots.add(slot);
        }
    }

    /**
     * Removes the entries of an erased record from the chain of that record. They stay in the sequence of their device.
     */
    private void removeFromChain(long last) throws SQLException {
        try (var select = connection.prepareStatement("select before from entry where no = ?");
                var update =
                        connection.prepareStatement("update entry set record = null, before = null where no = ?")) {
            for (var no = last; no > 0; ) {
                select.setLong(1, no);
                long before;
                try (var row = select.executeQuery()) {
                    before = row.next() ? row.getLong(1) : 0;
                }
                update.setLong(1, no);
                update.executeUpdate();
                no = before;
            }
        }
    }

    /** Stores a change made here whose record has no key. The record was erased; the entry of the erasure follows. */
    void storeWithoutKey(Entry.Saved saved, byte[] body) {
        note(saved.record(), saved.slot());
        keep(EntryCodec.SAVED, body, saved.header().orElseThrow(), Optional.empty());
    }

    /** Stores a pulled change whose record has no key. */
    void storeWithoutKey(byte kind, Entry.Pulled pulled, byte[] body) {
        note(pulled.record(), pulled.slot());
        var place = new Entry.Place(pulled.position(), pulled.verdict());
        keep(kind, body, pulled.header().orElseThrow(), Optional.of(place));
    }

    /**
     * Handles the position of a change without content. Only own changes have a position here. A stored change came
     * back; a change that was lost, for example by a restore or by damage, gets an entry.
     */
    Optional<Entry.Returned> emptied(ExchangeStore.Emptied arrival, String device) {
        var change = arrival.change();
        var sequence = change.sequence();
        if (!change.device().equals(device)) {
            return Optional.empty();
        }
        if (changes.isOwn(sequence, change.digest())) {
            return Optional.of(new Entry.Returned(arrival.position(), arrival.verdict(), sequence, sequence));
        }
        if (adoption.follows(device, sequence) || adoption.isMissing(sequence)) {
            var header = new Entry.ChangeHeader(change.record(), change.id(), device, sequence, change.digest());
            var entry = new Entry.Emptied(arrival.position(), arrival.verdict(), header);
            keep(entry, EntryCodec.write(entry));
        }
        return Optional.empty();
    }

    /** Stores an entry of {@link #emptied}. */
    void keep(Entry.Emptied emptied, byte[] body) {
        var place = new Entry.Place(emptied.position(), emptied.verdict());
        keep(EntryCodec.EMPTIED, body, emptied.change(), Optional.of(place));
    }

    private void note(UUID record, long slot) {
        if (known().containsKey(record)) {
            return;
        }
        try {
            insert(record, ++counters.records, slot, 0);
        } catch (SQLException e) {
            throw Failures.of("note a record without a key", e);
        }
        known().put(record, 0L);
    }

    private void insert(UUID record, long no, long slot, long entry) throws SQLException {
        try (var insert = connection.prepareStatement("insert into erased (id, no, slot, entry) values (?, ?, ?, ?)")) {
            insert.setObject(1, record);
            insert.setLong(2, no);
            insert.setLong(3, slot);
            insert.setLong(4, entry);
            insert.executeUpdate();
        }
    }

    private Map<UUID, Long> known() {
        var all = known;
        if (all == null) {
            all = new HashMap<>();
            try (var statement = connection.prepareStatement("select id, entry from erased");
                    var row = statement.executeQuery()) {
                while (row.next()) {
                    all.put(row.getObject(1, UUID.class), row.getLong(2));
                }
            } catch (SQLException e) {
                throw Failures.of("read what was erased", e);
            }
            known = all;
        }
        return all;
    }

    /** Completes erasures that a crash interrupted. No key of an erased record stays in the file. */
    public static void finish(Connection connection, RecordKeys keys) {
        var left = new ArrayList<Long>();
        try (var statement = connection.prepareStatement("select slot from erased where entry > 0 and slot >= 0");
                var row = statement.executeQuery()) {
            while (row.next()) {
                if (!keys.isErased(row.getLong(1))) {
                    left.add(row.getLong(1));
                }
            }
        } catch (SQLException e) {
            throw Failures.of("read what was erased", e);
        }
        keys.erase(left);
    }

    /** Returns true if any record was erased. */
    public static boolean any(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select 1 from erased where entry > 0 limit 1");
                var row = statement.executeQuery()) {
            return row.next();
        }
    }

    /** Returns a finding about records whose keys are lost without an erasure: their number and their ids. */
    public static List<ArchiveFinding> lost(Database database) {
        return database.read("read what was erased", connection -> {
            var ids = new ArrayList<String>();
            try (var statement = connection.prepareStatement("select id from erased where entry = 0 order by no");
                    var row = statement.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getString(1));
                }
            }
            return ids.isEmpty()
                    ? List.of()
                    : List.of(ArchiveFinding.of(
                            "keys.lost",
                            ArchiveFinding.Severity.DAMAGED,
                            String.valueOf(ids.size()),
                            String.join("、", ids)));
        });
    }

    /** Returns all erasures, the oldest first. */
    public static List<Erased> all(Database database) {
        return read(database, "select e.body from entry e where e.no in (select x.entry from erased x) order by e.no");
    }

    /** Returns the erasure of a record, which may be the erasure of its subject. */
    public static Optional<Erased> find(Database database, UUID record) {
        // the id is hexadecimal, so it needs no escape
        return read(
                        database,
                        "select e.body from entry e join erased x on x.entry = e.no where x.id = '" + record + "'")
                .stream()
                .findFirst();
    }

    private static List<Erased> read(Database database, String sql) {
        return database.read("read what was erased", connection -> {
            var found = new ArrayList<Erased>();
            try (var statement = connection.prepareStatement(sql);
                    var row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(of((Entry.Erased) EntryCodec.read(EntryCodec.ERASED, row.getBytes(1))));
                }
            }
            return found;
        });
    }

    public static Erased of(Entry.Erased entry) {
        return new Erased(
                entry.record(),
                ChangeJson.read(entry.json()),
                entry.attached().stream().map(Entry.Attached::remnant).toList());
    }
}
