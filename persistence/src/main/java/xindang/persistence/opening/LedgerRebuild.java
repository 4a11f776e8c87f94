package xindang.persistence.opening;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import xindang.model.common.AppException;
import xindang.persistence.database.Database;
import xindang.persistence.disk.Bytes;
import xindang.persistence.disk.Failures;
import xindang.persistence.fold.Checkpoint;
import xindang.persistence.ledger.Entry;
import xindang.persistence.ledger.EntryCodec;
import xindang.persistence.ledger.Ledger;
import xindang.persistence.ledger.LedgerPosition;
import xindang.persistence.ledger.Salvage;

/**
 * Writes a new ledger from a damaged one: its readable parts, the entries of the database in the gaps, and a note about
 * losses at the end. Entries after a gap were confirmed like those before it.
 */
final class LedgerRebuild implements Ledger.Visitor {
    private final Ledger target;
    private final @Nullable Mirror mirror;
    /** Number of frames that the database knows. */
    private final long known;

    private final BitSet slots = new BitSet();
    private final BitSet own = new BitSet();
    private Ledger.Commit commit;
    private boolean empty = true;
    /** True while database and ledger are equal up to the present entry. */
    private boolean aligned = true;

    private boolean behindGap;
    private long framesBehindGap;
    private long from = -1;
    private long to;
    private boolean whole = true;

    /**
     * The result of a rebuild.
     *
     * @param from first damaged byte
     * @param changes number of own changes that were not found; {@code records} is the number of lost records
     * @param whole true if nothing is lost
     */
    record Merged(long from, long to, long changes, long records, boolean whole) {}

    private LedgerRebuild(Ledger target, @Nullable Mirror mirror, long known) {
        this.target = target;
        this.mirror = mirror;
        this.known = known;
        commit = target.begin();
    }

    /** Fills an empty ledger from a damaged one and the database. */
    static Merged run(Ledger damaged, Optional<Database> database, Ledger target) {
        if (database.isEmpty()) {
            return new LedgerRebuild(target, null, 0).merge(damaged);
        }
        try (var connection = database.get().connection()) {
            var known = Checkpoint.read(connection).ledger().frames();
            return new LedgerRebuild(target, new Mirror(connection, 0), known).merge(damaged);
        } catch (SQLException e) {
            throw Failures.of("read the database", e);
        }
    }

    private Merged merge(Ledger damaged) {
        var salvage = damaged.salvage();
        var pieces = salvage.pieces(damaged.start());
        if (mirror == null) {
            vocabulary(salvage, pieces);
        }
        var at = damaged.start();
        for (var piece : pieces) {
            if (piece.from().end() > at.end()) {
                gap(at.end(), piece.from().end());
                behindGap = true;
                framesBehindGap = piece.from().frames();
            }
            salvage.read(piece, this);
            at = piece.to();
        }
        if (damaged.size() > at.end()) {
            gap(at.end(), damaged.size());
        }
        if (aligned) {
            copyRemainder();
        }
        finish();
        // sequences begin with 1
        var changes = Math.max(0, own.length() - 1 - own.cardinality());
        return new Merged(from, to, changes, slots.length() - slots.cardinality(), whole);
    }

    private void gap(long begin, long end) {
        from = from < 0 ? begin : from;
        to = end;
    }

    /** Writes the words of the ledger first. Without the database, they are needed from the beginning. */
    private void vocabulary(Salvage salvage, List<Salvage.Piece> pieces) {
        var words = new TreeMap<Integer, Bytes>();
        var founded = new Bytes[1];
        for (var piece : pieces) {
            salvage.read(piece, new Ledger.Visitor() {
                @Override
                public void entry(byte kind, byte[] body) {
                    if (kind == EntryCodec.WORDED) {
                        words.putIfAbsent(((Entry.Worded) EntryCodec.read(kind, body)).number(), new Bytes(body));
                    } else if (kind == EntryCodec.FOUNDED && founded[0] == null) {
                        founded[0] = new Bytes(body);
                    }
                }

                @Override
                public void committed(LedgerPosition mark) {}
            });
        }
        if (founded[0] == null) {
            throw Failures.lost(Ledger.NAME);
        }
        if (pieces.size() > 1 || pieces.get(0).from().end() > target.start().end()) {
            write(EntryCodec.FOUNDED, founded[0].array());
            words.values().forEach(word -> write(EntryCodec.WORDED, word.array()));
            committed(target.start());
        }
    }

    @Override
    public void entry(byte kind, byte[] body) {
        if (behindGap) {
            behindGap = false;
            whole &= aligned && fill(kind, body);
        } else {
            // the entry of the ledger is used, even if the row in the database differs
            aligned = next().filter(row ->
                            row.kind() == kind && Arrays.equals(row.body().array(), body))
                    .isPresent();
        }
        write(kind, body);
    }

    /** Writes the entries of the database that belong into a gap, up to the first entry after it. */
    private boolean fill(byte kind, byte[] body) {
        var save = -1L;
        var filled = true;
        for (var row = next(); row.isPresent(); row = next()) {
            var found = row.get();
            if (found.kind() == kind && Arrays.equals(found.body().array(), body)) {
                finish();
                return filled;
            }
            filled &= copy(found, save);
            save = found.save();
        }
        finish();
        aligned = false;
        return filled && known >= framesBehindGap;
    }

    /** Writes the saves at the end that only the database has. */
    private void copyRemainder() {
        var save = -1L;
        for (var row = next(); row.isPresent(); row = next()) {
            whole &= copy(row.get(), save);
            save = row.get().save();
        }
    }

    private Optional<Mirror.Row> next() {
        return mirror == null ? Optional.empty() : mirror.next();
    }

    private boolean copy(Mirror.Row row, long save) {
        if (row.save() != save) {
            finish();
        }
        try {
            EntryCodec.read(row.kind(), row.body().array());
            write(row.kind(), row.body().array());
            return true;
        } catch (AppException e) {
            // this row is damaged too
            return false;
        }
    }

    private void write(byte kind, byte[] body) {
        var entry = EntryCodec.read(kind, body);
        if (entry instanceof Entry.Saved saved) {
            slots.set((int) saved.slot());
            own(saved.sequence());
        } else if (entry instanceof Entry.Pulled pulled) {
            slots.set((int) pulled.slot());
        } else if (entry instanceof Entry.Erased erased) {
            if (erased.slot() != Entry.Erased.NONE) {
                slots.set((int) erased.slot());
            }
            erased.attached().forEach(each -> slots.set((int) each.slot()));
            if (erased.device().isEmpty()) {
                own(erased.sequence());
            }
        }
        commit.add(kind, body);
        empty = false;
    }

    private void own(long sequence) {
        own.set((int) sequence);
    }

    @Override
    public void committed(LedgerPosition mark) {
        finish();
    }

    private void finish() {
        if (!empty) {
            commit.write();
            commit = target.begin();
            empty = true;
        }
    }

    /** Writes the note about losses at the end. */
    static void note(Ledger target, Entry.Lost lost) {
        var commit = target.begin();
        commit.add(EntryCodec.LOST, EntryCodec.write(lost));
        commit.write();
    }

    /** Returns the file beside the ledger that will replace it. */
    static Path next(Path ledger) {
        return ledger.resolveSibling(ledger.getFileName() + ".next");
    }
}
