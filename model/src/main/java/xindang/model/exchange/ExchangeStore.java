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
 * The client's side of the exchange on disk. A change is first LOCAL, then SEALED (part of a batch whose bytes are
 * final), then RECEIPTED (the platform signed a receipt for it), then SETTLED (pulled again in the platform's order).
 * It never returns to an earlier state.
 */
public interface ExchangeStore {
    /**
     * Name of the setting that is present when this archive was enrolled as a device of its own. Its value is the
     * epoch.
     */
    String OWN_RUN = "exchange.own-run";

    /**
     * Name of the setting that is present when everything that the platform has was pulled to its end. It is absent
     * after a loss, until all of it was pulled once more.
     */
    String COMPLETE = "exchange.complete";

    /**
     * Returns the canonical JSON of changes of any device that have a position on the platform and took effect, in the
     * platform's order. A platform restored from an older backup may lack them.
     */
    default List<String> placed(int from, int limit) {
        return List.of();
    }

    /**
     * Returns the batch that waits for its receipt; absent when there is none. Each call returns the same changes and
     * key.
     */
    Optional<Batch> sealed();

    /**
     * Seals the next local changes, at most {@code limit}. Keeps whole saves together where they fit. Returns empty
     * when there are no local changes.
     */
    Optional<Batch> seal(int limit);

    /** Stores the receipt of the sealed batch. Its changes become RECEIPTED. */
    void receipted(UUID key, String receipt);

    /**
     * Seals batches in one save until {@code batches} of them wait.
     *
     * @return the ranges of all waiting batches, in the order of their changes
     */
    List<Stretch> seal(int limit, int batches);

    /** Stores receipts of sealed batches in one save, in the order of their changes. */
    void receipted(SortedMap<Stretch, String> receipts);

    /** Returns where the last pull ended; empty before the first. */
    String cursor();

    /**
     * Saves a page of changes in the platform's order and the new cursor, in one transaction and one ledger append.
     * Values that may not be kept are replaced by marks before anything is written ({@link Withholding}). Own changes
     * become SETTLED. Local changes of the same records are applied again after the page.
     */
    void settle(List<? extends Arrival> page, String cursor, Instant at);

    /**
     * Runs several saves that together change many records, so that the store can prepare for them. Each save is durable when it
     * returns, as always. Searches may be slow meanwhile.
     *
     * @param changes lower limit of the number of changes
     */
    default void duringMany(long changes, Runnable saves) {
        saves.run();
    }

    /**
     * Returns whether the own changes named by the platform are those made on this device. The digest of the last is
     * sufficient, because the chain covers the changes before it.
     */
    default boolean holds(Returned run) {
        if (run.first() < 1 || run.first() > run.last()) {
            return false;
        }
        var last = texts(run.last(), run.last());
        return last.size() == 1 && Digest.of(last.get(0)).equals(run.digest());
    }

    /** Returns the received changes with withheld values, including those already reported to the platform. */
    default List<WithheldChange> withheld() {
        return List.of();
    }

    /** Records that the withheld values of changes were reported to the platform. */
    default void withheldReported(List<UUID> changes) {
        if (!changes.isEmpty()) {
            throw new UnsupportedOperationException("nothing is withheld here");
        }
    }

    Counts counts();

    /** Returns the canonical JSON of changes made on this device, from one sequence to another. */
    List<String> texts(long first, long last);

    /**
     * Returns changes made on this device after a sequence number, in sequence and in any state. They are sent again to
     * a platform that was restored from an older backup.
     */
    List<Change> own(long after, int limit);

    /** Returns the time of the last successful exchange. */
    Optional<Instant> lastExchange();

    /** Returns a small text of the exchange: device key, client id, platform address, epoch. Stored encrypted. */
    Optional<String> setting(String name);

    void setting(String name, String value);

    /** The changes of one idempotency key. */
    record Batch(UUID key, List<Change> changes) {
        public Batch {
            changes = List.copyOf(changes);
        }
    }

    /** The range of a batch among the changes of this device. */
    record Stretch(UUID key, long first, long last) implements Comparable<Stretch> {
        @Override
        public int compareTo(Stretch other) {
            return Long.compare(first, other.first);
        }
    }

    /** An entry of a page in the platform's order. */
    sealed interface Arrival {
        /** Returns the verdict of the platform. */
        Verdict verdict();
    }

    /**
     * A change with its position in the platform's order and its verdict.
     *
     * @param digest digest of its canonical JSON, computed while the next page is loading
     * @param earlier true when it may precede changes of its record that arrived before it, because the record moved to
     *     this archive
     */
    record Pulled(long position, Change change, Verdict verdict, String digest, boolean earlier) implements Arrival {
        public Pulled(long position, Change change, Verdict verdict, String digest) {
            this(position, change, verdict, digest, false);
        }

        /** Returns this entry with the part of the change that may be kept. */
        public Pulled with(Change kept) {
            return new Pulled(position, kept, verdict, digest, earlier);
        }
    }

    /**
     * Own changes that the platform returns without their content: a run of sequences at a run of positions.
     *
     * @param position position of the first
     * @param digest digest of the last; it also proves all before it, because they form a chain
     */
    record Returned(long position, long first, long last, String digest, Verdict verdict) implements Arrival {}

    /** The position of a change without content, because its record was erased. */
    record Emptied(long position, Redacted change, Verdict verdict) implements Arrival {}

    /** The number of changes in each state. */
    record Counts(long local, long sealed, long receipted, long settled) {
        public long waiting() {
            return local + sealed + receipted;
        }
    }
}
