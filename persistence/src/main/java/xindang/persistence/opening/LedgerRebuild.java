package xindang.persistence.opening;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import xindang.persistence.database.Database;
import xindang.persistence.disk.Bytes;
import xindang.persistence.disk.Failures;
import xindang.persistence.ledger.Entry;
import xindang.persistence.ledger.EntryCodec;
import xindang.persistence.ledger.Ledger;
import xindang.persistence.ledger.LedgerPosition;
import xindang.persistence.ledger.Salvage;

/**
 * Writes a ledger again of which parts are damaged or missing: what can be read of it, in the gaps and behind its end what the
 * database has, and at the end what is lost of both. Entries behind a gap were confirmed as much as those before it.
 */
final class LedgerRebuild implements Ledger.Visitor {
    /** So many entries behind a gap are looked for in the database, whose rows may be damaged as well. */
    private static final int ANCHORS = 500;

    private final Ledger target;
    private final @Nullable Beside beside;

    private final BitSet slots = new BitSet();
    private final BitSet own = new BitSet();
    private Ledger.Commit commit;
    private boolean empty = true;
    /** Number that the database gave to the entry that was written last. */
    private long position;
    /** The last written entry that cannot be there twice, and its number as {@link #position} counts. */
    private Map<Long, Integer> lastUnique = Map.of();

    private long lastUniqueAt;

    private boolean behindGap;
    private long framesBehindGap;
    private final List<Waiting> waiting = new ArrayList<>();
    private final Map<Long, Integer> anchors = new HashMap<>();
    /** Whether rows are copied of which the ledger may have some as well, and the names of these rows. */
    private boolean known;

    private final Set<Long> twice = new HashSet<>();
    private long from = -1;
    private long to;
    private long copied;
    private boolean whole = true;

    /** An entry behind a gap that is not written yet; the end of a save has no bytes. */
    private record Waiting(byte kind, @Nullable Bytes body) {}

    /**
     * The result of a rebuild.
     *
     * @param from first byte of the damage; -1 where nothing was damaged
     * @param changes own changes, and records, of which nothing was found
     * @param copied saves that only the database had
     * @param whole whether nothing is lost
     */
    record Merged(long from, long to, long changes, long records, long copied, boolean whole) {}

    private LedgerRebuild(Ledger target, @Nullable Beside beside) {
        this.target = target;
        this.beside = beside;
        commit = target.begin();
    }

    /** Writes into an empty ledger what a damaged one and the database have. One of both may be missing. */
    static Merged run(Optional<Ledger> damaged, Optional<Database> database, Ledger target) {
        var merging = new LedgerRebuild(target, database.map(Beside::new).orElse(null));
        damaged.ifPresent(merging::read);
        return merging.end();
    }

    private void read(Ledger damaged) {
        var salvage = damaged.salvage();
        var pieces = salvage.pieces(damaged.start());
        if (beside == null) {
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
            if (behindGap) {
                pieceWithoutAnchor(piece);
            }
            at = piece.to();
        }
        if (damaged.size() > at.end()) {
            gap(at.end(), damaged.size());
        }
    }

    private void gap(long begin, long end) {
        from = from < 0 ? begin : from;
        to = end;
    }

    /** Too few entries to know their place by: the database has them among its own when it has read so far. */
    private void pieceWithoutAnchor(Salvage.Piece piece) {
        if (beside == null || !anchors.isEmpty() || beside.frames() < piece.to().frames()) {
            settle(beside);
        } else {
            waiting.clear();
        }
    }

    private Merged end() {
        if (beside != null) {
            align(beside);
            copy(beside, beside.last());
        }
        finish();
        // sequences begin with 1
        var changes = Math.max(0, own.length() - 1 - own.cardinality());
        return new Merged(from, to, changes, slots.length() - slots.cardinality(), copied, whole);
    }

    /** Without the database, the words that stand somewhere in the ledger are needed from the beginning. */
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
        if (!behindGap) {
            position++;
            fromLedger(kind, body);
            return;
        }
        if (beside != null && Beside.isUnique(kind)) {
            anchors.putIfAbsent(beside.name(kind, body), entriesWaiting());
        }
        waiting.add(new Waiting(kind, new Bytes(body)));
        if (beside == null || anchors.size() == ANCHORS) {
            settle(beside);
        }
    }

    private int entriesWaiting() {
        return (int) waiting.stream().filter(each -> each.body() != null).count();
    }

    /** Writes what the database has of a gap, and the entries behind it that have been read so far. */
    private void settle(@Nullable Beside rows) {
        behindGap = false;
        if (rows == null) {
            whole = false;
        } else {
            align(rows);
            var found = rows.first(position, anchors);
            known = found.isEmpty();
            copy(rows, found.map(row -> row.no() - 1 - row.index()).orElseGet(rows::last));
            whole &= found.isPresent() || rows.frames() >= framesBehindGap;
            known = false;
        }
        for (var each : waiting) {
            if (each.body() == null) {
                finish();
            } else {
                position++;
                fromLedger(each.kind(), each.body().array());
            }
        }
        waiting.clear();
        anchors.clear();
    }

    /** Where the last entry stands in the database: there may be other rows before it than entries in the ledger. */
    private void align(Beside rows) {
        if (lastUnique.isEmpty() || position > rows.last()) {
            return;
        }
        var expected = rows.first(lastUniqueAt - 1, lastUnique);
        var found = expected.isPresent() && expected.get().no() == lastUniqueAt ? expected : rows.first(0, lastUnique);
        // the row itself may be damaged: then the numbers are believed
        found.ifPresent(row -> position += row.no() - lastUniqueAt);
        lastUniqueAt = found.map(Beside.Found::no).orElse(lastUniqueAt);
    }

    /** Writes the rows behind the last entry, up to a number. */
    private void copy(Beside rows, long upTo) {
        if (upTo <= position) {
            return;
        }
        finish();
        var save = new long[] {-1};
        var missing = rows.each(position + 1, upTo, row -> {
            if (row.save() != save[0]) {
                finish();
                save[0] = row.save();
                copied++;
            }
            position = row.no();
            write(row.kind(), row.body().array());
            if (known && Beside.isUnique(row.kind())) {
                twice.add(rows.name(row.kind(), row.body().array()));
            }
        });
        finish();
        position = upTo;
        whole &= missing == 0;
    }

    private void fromLedger(byte kind, byte[] body) {
        if (beside == null || twice.isEmpty() || !twice.contains(beside.name(kind, body))) {
            write(kind, body);
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
        if (beside != null && Beside.isUnique(kind)) {
            lastUnique = Map.of(beside.name(kind, body), 0);
            lastUniqueAt = position;
        }
        commit.add(kind, body);
        empty = false;
    }

    private void own(long sequence) {
        own.set((int) sequence);
    }

    @Override
    public void committed(LedgerPosition mark) {
        if (behindGap) {
            waiting.add(new Waiting((byte) 0, null));
        } else {
            finish();
        }
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
