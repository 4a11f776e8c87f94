package xindang.persistence.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import xindang.model.archive.Remnant;
import xindang.model.exchange.Verdict;
import xindang.persistence.disk.Bytes;

/**
 * One thing that happened to an archive. The database is what these say, one after the other; whoever applies them again
 * has it again.
 */
public sealed interface Entry {
    /** What this says of its change without any key; absent when it holds none. */
    default Optional<ChangeHeader> said() {
        return Optional.empty();
    }

    /** A change by what needs no key; the device is empty when it was made here. */
    record ChangeHeader(UUID record, UUID change, String device, long sequence, String digest) {}

    /**
     * The archive was made; the first entry of every ledger.
     *
     * @param person id of the user; an entry of before people had one names them by the id of the archive
     */
    record Founded(UUID archive, String region, String user, String device, Instant at, UUID person) implements Entry {
        /** The id of who founded an archive before people had one: the same at each opening, and in each copy. */
        public static UUID person(UUID archive) {
            return UUID.nameUUIDFromBytes(("founder " + archive).getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * A change saved here.
     *
     * @param slot where the key of the record lies in {@code keys.xdk}
     * @param digest digest of the change, for the chain goes on when its content is erased
     * @param sealed the change under the key of its record
     */
    record Saved(UUID record, long slot, UUID change, long sequence, String digest, Bytes sealed) implements Entry {
        @Override
        public Optional<ChangeHeader> said() {
            return Optional.of(new ChangeHeader(record, change, "", sequence, digest));
        }
    }

    /** A change of another office, pulled in the platform's order; or an earlier one, of a record that moved here. */
    record Pulled(
            long position,
            Verdict verdict,
            UUID record,
            long slot,
            UUID change,
            String device,
            long sequence,
            String digest,
            Bytes sealed)
            implements Entry {
        @Override
        public Optional<ChangeHeader> said() {
            return Optional.of(new ChangeHeader(record, change, device, sequence, digest));
        }
    }

    /** Changes of this device came back, a run of sequences with a run of places in the platform's order. */
    record Returned(long position, Verdict verdict, long first, long last) implements Entry {}

    /** A page of the exchange ends here; the next pull begins at the cursor. */
    record Paged(String cursor, Instant at) implements Entry {}

    /** Own changes of a range of sequences were sealed as a batch. */
    record Batched(UUID key, long first, long last) implements Entry {}

    /** The platform signed for a batch. */
    record Receipted(UUID key, String receipt) implements Entry {}

    /**
     * A record was erased, with the records about it; their keys lie in no file any more.
     *
     * @param slot where the key of the record lay; {@link #NONE} when this archive never had the record
     * @param change id of the change that erased it
     * @param device that made the change; empty for this one
     * @param place of a change that came from the platform
     * @param digest of the change
     * @param json the canonical JSON of the change, which no key of a record seals
     */
    record Erased(
            UUID record,
            long slot,
            UUID change,
            String device,
            long sequence,
            Optional<Place> place,
            String digest,
            String json,
            List<Attached> attached)
            implements Entry {
        /** The slot of a record that this archive never had. */
        public static final long NONE = -1;

        public Erased {
            attached = List.copyOf(attached);
        }

        @Override
        public Optional<ChangeHeader> said() {
            return Optional.of(new ChangeHeader(record, change, device, sequence, digest));
        }
    }

    /** The place of a change of this device that was lost here and whose record was erased. */
    record Emptied(long position, Verdict verdict, ChangeHeader change) implements Entry {
        @Override
        public Optional<ChangeHeader> said() {
            return Optional.of(change);
        }
    }

    /** Where the platform put a change, and what it said of it. */
    record Place(long position, Verdict verdict) {}

    /** A record about the one erased, erased with it, and what is still said of it. */
    record Attached(UUID record, long slot, Remnant remnant) {}

    /** From here on a number stands for a path or another text that repeats; numbers go up from 0 without gaps. */
    record Worded(int number, String text) implements Entry {}

    /**
     * The ledger was damaged where nothing else had it: what stood there is lost. Counts are of all that this archive ever lost.
     *
     * @param from first byte of the damage in the file that was put aside
     * @param to the byte behind the last damage
     * @param changes changes of this device that are lost
     * @param records records of which nothing is left
     * @param aside name of that file
     */
    record Lost(Instant at, long from, long to, long changes, long records, String aside) implements Entry {}

    /** A small text of the exchange was set. */
    record Noted(String name, String text) implements Entry {}
}
