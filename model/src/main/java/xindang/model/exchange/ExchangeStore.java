package xindang.model.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import xindang.model.archive.Change;
import xindang.model.common.Digest;
import xindang.model.law.Withholding;

/**
 * The client's side of the exchange on disk. A change goes LOCAL, SEALED (part of a batch whose bytes will not change
 * again), RECEIPTED (the platform signed for it), SETTLED (pulled back in the platform's order), and never back.
 */
public interface ExchangeStore {
    /** Name of the note that says that this archive has become a device of its own, with the number of its run. */
    String OWN_RUN = "exchange.own-run";

    /**
     * The canonical JSON of changes of any device that have a place in the platform's order and took effect, in that order:
     * what a platform that was set back may lack.
     */
    default List<String> placed(int from, int limit) {
        return List.of();
    }

    /** The batch that waits for its receipt, if there is one; the same changes under the same key, however often asked. */
    Optional<Batch> sealed();

    /** Seals the next local changes, at most {@code limit}, whole saves where they fit; empty when there are none. */
    Optional<Batch> seal(int limit);

    /** Keeps the receipt of the sealed batch; its changes become RECEIPTED. */
    void receipted(UUID key, String receipt);

    /**
     * Seals as many batches as are asked for in one save, those that wait already included.
     *
     * @return where the batches that wait lie, in the order of their changes
     */
    List<Stretch> seal(int limit, int batches);

    /** Keeps receipts of sealed batches in one save, in the order of their changes. */
    void receipted(SortedMap<Stretch, String> receipts);

    /** Where the last pull ended; empty before the first. */
    String cursor();

    /**
     * Takes a page of changes in the platform's order and the new cursor, in one transaction and one ledger append. What may
     * not be kept of a change stands as a mark in its place before anything is written ({@link Withholding}). Own changes become SETTLED; on records with local changes these are applied again on top.
     */
    void settle(List<? extends Arrival> page, String cursor, Instant at);

    /** Whether the own changes that a platform names are the ones that were made here: the chain covers those before. */
    default boolean holds(Returned run) {
        if (run.first() < 1 || run.first() > run.last()) {
            return false;
        }
        var last = texts(run.last(), run.last());
        return last.size() == 1 && Digest.of(last.get(0)).equals(run.digest());
    }

    /** The changes that arrived and were not kept whole, those of which the platform knows among them. */
    default List<WithheldChange> withheld() {
        return List.of();
    }

    /** Keeps that the platform was informed of what was withheld of changes. */
    default void withheldReported(List<UUID> changes) {
        if (!changes.isEmpty()) {
            throw new UnsupportedOperationException("nothing is withheld here");
        }
    }

    Counts counts();

    /** The canonical JSON of changes made on this device, from one sequence to another. */
    List<String> texts(long first, long last);

    /**
     * Changes made on this device after a sequence number, in sequence, whatever their state: to be sent again to a
     * platform that was set back to an older state and lost them.
     */
    List<Change> own(long after, int limit);

    /** When the last exchange ended well. */
    Optional<Instant> lastExchange();

    /** Small texts of the exchange: device key, client id, platform address, epoch. Kept encrypted like all else. */
    Optional<String> setting(String name);

    void setting(String name, String value);

    /** Changes under one idempotency key. */
    record Batch(UUID key, List<Change> changes) {
        public Batch {
            changes = List.copyOf(changes);
        }
    }

    /** Where a batch lies among the changes of this device. */
    record Stretch(UUID key, long first, long last) implements Comparable<Stretch> {
        @Override
        public int compareTo(Stretch other) {
            return Long.compare(first, other.first);
        }
    }

    /** What stands in a page of the platform's order. */
    sealed interface Arrival {
        /** What became of them at the platform. */
        Verdict verdict();
    }

    /**
     * A change with its position in the platform's order and what became of it there.
     *
     * @param digest of its canonical JSON, taken while the next page is on its way
     * @param earlier whether it may stand before changes of its record that came before it: the record moved here
     */
    record Pulled(long position, Change change, Verdict verdict, String digest, boolean earlier) implements Arrival {
        public Pulled(long position, Change change, Verdict verdict, String digest) {
            this(position, change, verdict, digest, false);
        }

        /** The same with what may be kept of the change. */
        public Pulled with(Change kept) {
            return new Pulled(position, kept, verdict, digest, earlier);
        }
    }

    /**
     * Own changes that came back without their content: a run of sequences on a run of positions.
     *
     * @param position of the first
     * @param digest of the last, which names all before it, for they are a chain
     */
    record Returned(long position, long first, long last, String digest, Verdict verdict) implements Arrival {}

    /** The place of a change whose record was erased: it has no content any more. */
    record Emptied(long position, Redacted change, Verdict verdict) implements Arrival {}

    /** How many changes stand where. */
    record Counts(long local, long sealed, long receipted, long settled) {
        public long waiting() {
            return local + sealed + receipted;
        }
    }
}
