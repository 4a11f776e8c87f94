package xindang.persistence.fold;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import xindang.model.archive.Body;
import xindang.model.archive.Change;
import xindang.model.exchange.ExchangeStore;
import xindang.model.exchange.Merge;
import xindang.model.exchange.Verdict;
import xindang.model.wire.ChangeDigest;
import xindang.model.wire.ChangeJson;
import xindang.persistence.codec.Packing;
import xindang.persistence.codec.Sealing;
import xindang.persistence.codec.Secret;
import xindang.persistence.database.Settings;
import xindang.persistence.disk.Failures;
import xindang.persistence.ledger.Entry;
import xindang.persistence.ledger.EntryCodec;

/**
 * One transaction that applies entries to the tables: a save, a page of the exchange, or entries that the database
 * lacks at a start. All three use this class. Therefore a rebuilt database is equal to the lost one.
 */
public final class Fold implements AutoCloseable {
    /** Number of records in memory before they are written. It limits the memory of an import. */
    private static final int HELD = 1000;
    /** The limit for an exchange. It is higher, because changes of one record may be far apart. */
    private static final int HELD_ARRIVING = 3000;

    final Connection connection;
    public final Counters counters;
    final Sealing sealing;
    public final RecordTable records;
    public final RecordErasures erasures;

    private final Shared shared;
    private final Packing packing = new Packing();
    private final ChangeDigest digest = new ChangeDigest();
    private final Tally tally = new Tally();
    private final SubjectTable subjects;
    private final ChangeTable changes;
    private final PlacedRuns places;
    private final Secrets secrets;
    private final Batches batches;
    private final Reordering reordering;
    private final Settling settling;
    private final Grading grading;
    private final Entries entries;
    private final Numbering numbering;
    private final SureTime sureTime;
    private final Adoption adoption;
    private final Home home;

    public Fold(Connection connection, Shared shared, Checkpoint marks, Entries.Sink sink) {
        this.connection = connection;
        home = new Home(connection);
        this.shared = shared;
        counters = new Counters(marks);
        entries = new Entries(connection, counters, sink);
        sureTime = new SureTime(connection);
        numbering = new Numbering(connection, shared.words(), entries);
        sealing = shared.sealing();
        subjects = new SubjectTable(connection, shared);
        var encoding = new RecordTable.Encoding(shared.words(), numbering::known, sealing);
        records = new RecordTable(connection, shared.kinds(), encoding, packing, tally, subjects, counters);
        places = new PlacedRuns(connection, counters);
        secrets = new Secrets(records, shared.keys(), counters);
        changes = new ChangeTable(connection, shared.devices(), sealing, entries::send);
        batches = new Batches(connection);
        reordering = new Reordering(connection, changes, counters);
        adoption = new Adoption(connection, changes, places, counters);
        erasures = new RecordErasures(connection, records, changes, entries, counters, adoption);
        grading = new Grading(connection, shared, records, changes, sureTime);
        settling = new Settling(shared, new Settling.Tables(records, changes, places), grading, counters);
        counters.saves++;
    }

    /** Loads the records of the next entries. Writes the earlier ones first if there are many. */
    public void expect(Collection<UUID> ids) {
        expect(ids, HELD);
    }

    private void expect(Collection<UUID> ids, int held) {
        if (records.held() + ids.size() > held) {
            records.flush();
            sendAll();
        }
        records.load(ids);
    }

    /** Commits the added rows early if there are many and they can be removed again; see {@link EarlyCommits}. */
    public void slice() {
        if (records.held() < HELD) {
            return;
        }
        records.flush();
        sendAll();
        if (records.onlyAdded()) {
            EarlyCommits.commit(connection);
        }
    }

    /** Loads the records of the next changes of a page. */
    public void expectChanges(Collection<Change> arriving) {
        expect(arriving.stream().map(Change::record).toList(), HELD_ARRIVING);
        changes.expect(arriving);
    }

    /** Returns the key of a record with its slot. A new record gets a new key. */
    public Secret secret(UUID record) {
        return secrets.of(record);
    }

    /** Applies a change that is saved on this device. Its old values were compared with the record before. */
    public void saved(Change change, Secret secret) {
        var sealed = sealing.seal(change, secret.key().array(), numbering::word);
        counters.previous = digest.of(change);
        var entry = new Entry.Saved(
                change.record(), secret.slot(), change.id(), change.sequence(), counters.previous, sealed);
        saved(EntryCodec.write(entry), change, secret);
    }

    private void saved(byte[] body, Change change, Secret secret) {
        var state = begin(change, secret);
        keep(EntryCodec.SAVED, body, state, change, ChangeTable.OWN, Optional.empty());
        if (state.settled == null) {
            state.settled = state.state();
        }
        state.pending = change.sequence();
        var open = state.conflicts.stream()
                .filter(conflict -> !change.resolves().contains(conflict.id()))
                .toList();
        state.set(new Merge.State(state.content.with(change.fields()), open));
        state.noteEffect(change, Verdict.APPLIED);
        finish(state, change);
        counters.sequence = change.sequence();
        sureTime.saved(change.at());
    }

    /** Writes the entry of a change, after the previous entry of its record. */
    private void keep(
            byte kind, byte[] body, RecordState state, Change change, int device, Optional<Entry.Place> place) {
        state.last =
                entries.keep(kind, body, new Entries.ChangeRow(state.no, state.last, device, change.sequence(), place));
    }

    /**
     * Applies a change in the platform's order, of another office or of this device.
     *
     * @return true if it was not stored before
     */
    public boolean arrived(ExchangeStore.Pulled pulled, String device) {
        var change = pulled.change();
        var erased = erasures.has(change.record());
        if (!changes.has(change) || (!erased && records.find(change.record()).isEmpty())) {
            if (change.body() instanceof Body.Erasure && pulled.verdict() != Verdict.QUARANTINED) {
                erase(change, Optional.of(pulled));
                return true;
            }
            if (!erased) {
                pulled(pulled);
            }
            return !erased;
        }
        if (change.device().equals(device) && changes.isOwn(change)) {
            var sequence = change.sequence();
            returned(new Entry.Returned(pulled.position(), pulled.verdict(), sequence, sequence));
        } else if (reordering.isRepeated()
                && records.find(change.record())
                        .filter(state -> reordering.isElsewhere(state, change.id(), pulled.position()))
                        .isPresent()) {
            pulled(pulled);
        }
        return false;
    }

    /** Handles the position of a change whose record was erased. Only own changes have a position here. */
    public void emptied(ExchangeStore.Emptied arrival, String device) {
        sendAll();
        erasures.emptied(arrival, device).ifPresent(this::returned);
    }

    /** Applies positions of own changes. */
    public void returned(Entry.Returned run) {
        entries.put(run);
        records.flush();
        sendAll();
        reordering.returned(run);
        settling.returned(run);
    }

    private void pulled(ExchangeStore.Pulled pulled) {
        var change = pulled.change();
        var secret = secret(change.record());
        var sealed = sealing.seal(change, secret.key().array(), numbering::word);
        var entry = Entries.pulled(pulled, secret.slot(), sealed);
        var kind = pulled.earlier() ? EntryCodec.EARLIER : EntryCodec.PULLED;
        pulled(kind, EntryCodec.write(entry), entry, change, secret);
    }

    private void pulled(byte kind, byte[] body, Entry.Pulled entry, Change change, Secret secret) {
        var place = new Entry.Place(entry.position(), entry.verdict());
        var state = begin(change, secret);
        if (reordering.isRepeated() && reordering.move(state, change.id(), place)) {
            entries.keep(kind, body, null);
            return;
        }
        reordering.notePosition(state.id, place.position());
        // a change with another predecessor was made by a copy
        var adopted =
                change.previous().equals(counters.previous) && adoption.follows(change.device(), change.sequence());
        var device = adoption.device(change.device(), adopted);
        keep(kind, body, state, change, device, Optional.of(place));
        var pending = state.settled != null;
        settling.rebase(state, settling.pulled(state, change, place, kind == EntryCodec.EARLIER), pending);
        state.noteEffect(change, entry.verdict());
        finish(state, change);
        if (adopted) {
            adoption.adopt(change.sequence(), place, entry.digest());
        }
    }

    public void paged(Entry.Paged page) {
        entries.put(page);
        Settings.write(connection, Settings.CURSOR, page.cursor());
        Settings.write(connection, Settings.EXCHANGED, page.at().toString());
        if (page.cursor().isEmpty()) {
            reordering.begin();
        }
        var reordered = reordering.take();
        records.load(reordered);
        reordered.forEach(id -> records.find(id).ifPresent(settling::mergeAgain));
    }

    public void batched(Entry.Batched batch) {
        entries.put(batch);
        counters.sealed = batches.seal(batch);
    }

    public void receipted(Entry.Receipted receipt) {
        entries.put(receipt);
        counters.receipted = Math.max(counters.receipted, batches.receipt(receipt));
    }

    public void noted(Entry.Noted note) {
        entries.put(note);
        Settings.write(connection, Settings.EXCHANGE + note.name(), note.text());
        sureTime.noted(note);
        Losses.noted(connection, note);
    }

    public void repeat() {
        numbering.repeat(counters.saves);
    }

    public void founded(Entry.Founded founded) {
        entries.put(founded);
        remember(founded);
    }

    private void remember(Entry.Founded founded) {
        Settings.found(connection, founded, shared.validity().rules());
        Settings.write(connection, Settings.TERMS, shared.templates().terms());
        sureTime.founded(founded.at());
        shared.devices().number(connection, founded.device());
    }

    /** Applies an erasure, either pulled or saved on this device. */
    public Entry.Erased erase(Change change, Optional<ExchangeStore.Pulled> pulled) {
        var entry = erasures.entry(change, pulled);
        erased(entry, EntryCodec.write(entry));
        return entry;
    }

    private void erased(Entry.Erased entry, byte[] body) {
        erasures.fold(entry, body);
        if (entry.device().isEmpty()) {
            counters.sequence = entry.sequence();
            counters.previous = entry.digest();
            sureTime.saved(ChangeJson.read(entry.json()).at());
        }
    }

    /** Applies an entry from the ledger. */
    void replay(byte kind, byte[] body) {
        var entry = EntryCodec.read(kind, body);
        if (entry instanceof Entry.Saved saved) {
            counters.previous = saved.digest();
            counters.sequence = saved.sequence();
            secrets.opened(sealing, saved.record(), saved.slot(), saved.change(), saved.sealed())
                    .ifPresentOrElse(
                            opened -> saved(body, opened.change(), opened.secret()),
                            () -> erasures.storeWithoutKey(saved, body));
        } else if (entry instanceof Entry.Pulled pulled) {
            secrets.opened(sealing, pulled.record(), pulled.slot(), pulled.change(), pulled.sealed())
                    .ifPresentOrElse(
                            opened -> pulled(kind, body, pulled, opened.change(), opened.secret()),
                            () -> erasures.storeWithoutKey(kind, pulled, body));
        } else if (entry instanceof Entry.Returned returned) {
            returned(returned);
        } else if (entry instanceof Entry.Paged paged) {
            paged(paged);
        } else if (entry instanceof Entry.Batched batched) {
            batched(batched);
        } else if (entry instanceof Entry.Receipted receipted) {
            receipted(receipted);
        } else if (entry instanceof Entry.Erased erased) {
            erased(erased, body);
        } else if (entry instanceof Entry.Emptied emptied) {
            erasures.keep(emptied, body);
        } else if (entry instanceof Entry.Worded word) {
            numbering.worded(word);
        } else if (entry instanceof Entry.Noted noted) {
            noted(noted);
        } else {
            // an old founding entry is shorter than a new one, so its bytes are kept
            entries.keep(kind, body, null);
            if (entry instanceof Entry.Lost lost) {
                Losses.write(connection, lost);
                reordering.begin();
            } else if (Settings.read(connection, Settings.DEVICE).isEmpty()) {
                remember((Entry.Founded) entry);
            }
        }
    }

    private void sendAll() {
        changes.send();
        entries.send();
    }

    /** Writes everything except the marks. */
    public void flush() {
        records.flush();
        sendAll();
        sureTime.write();
        try {
            tally.write(connection);
        } catch (SQLException e) {
            throw Failures.of("write the tally", e);
        }
    }

    private RecordState begin(Change change, Secret secret) {
        var found = records.find(change.record());
        if (found.isPresent()) {
            var state = found.get();
            if (change.template().version() >= state.template.version()) {
                state.template = change.template();
            }
            return state;
        }
        counters.slots = Math.max(counters.slots, secret.slot() + 1);
        var state = RecordState.fresh(
                ++counters.records,
                change.record(),
                secret.slot(),
                secret.key().array(),
                change.template(),
                home.region(),
                sureTime.ordered(change.at()));
        records.add(state);
        return state;
    }

    private void finish(RecordState state, Change change) {
        if (shared.templates().isSubject(state.template)) {
            state.takeRegionOf(change);
        }
        state.revision++;
        var at = sureTime.ordered(change.at());
        if (at.isAfter(state.updated) || state.revision == 1) {
            state.updated = at;
        }
        grading.changed(state, change);
        if (state.fresh && state.revision == 1) {
            grading.added(state);
        }
    }

    @Override
    public void close() {
        packing.end();
        try {
            records.close();
            subjects.close();
            changes.close();
            entries.close();
        } catch (SQLException e) {
            throw Failures.of("end a transaction", e);
        }
    }
}
