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
 * One event of an archive. Applying all entries in order builds the database, so the database can always be rebuilt
 * from them.
 */
public sealed interface Entry {
    /** Returns the facts about the change in this entry that need no key; empty if it contains no change. */
    default Optional<ChangeHeader> header() {
        return Optional.empty();
    }

    /** The facts about a change that need no key. The device is empty for a change made here. */
    record ChangeHeader(UUID record, UUID change, String device, long sequence, String digest) {}

    /**
     * The archive was created. It is the first entry of each ledger.
     *
     * @param person id of the user; older entries do not have it, and the id of the archive replaces it
     */
    record Founded(UUID archive, String region, String user, String device, Instant at, UUID person) implements Entry {
        /**
         * Returns the user id of an archive that was created before users had ids. It is the same at each opening and
         * in each copy.
         */
        public static UUID person(UUID archive) {
            return UUID.nameUUIDFromBytes(("founder " + archive).getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * A change that was saved here.
     *
     * @param slot slot of the record's key in {@code keys.xdk}
     * @param digest digest of the change; it keeps the chain valid after the content is erased
     * @param sealed the change, encrypted with the key of its record
     */
    record Saved(UUID record, long slot, UUID change, long sequence, String digest, Bytes sealed) implements Entry {
        @Override
        public Optional<ChangeHeader> header() {
            return Optional.of(new ChangeHeader(record, change, "", sequence, digest));
        }
    }

    /** A change of another office, in the platform's order; or an earlier change of a record that moved here. */
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
        public Optional<ChangeHeader> header() {
            return Optional.of(new ChangeHeader(record, change, device, sequence, digest));
        }
    }

    /** A run of this device's changes that came back, with the run of their positions in the platform's order. */
    record Returned(long position, Verdict verdict, long first, long last) implements Entry {}

    /** A page of the exchange ends here. The next pull begins at the cursor. */
    record Paged(String cursor, Instant at) implements Entry {}

    /** A range of own changes was sealed as a batch. */
    record Batched(UUID key, long first, long last) implements Entry {}

    /** The platform signed for a batch. */
    record Receipted(UUID key, String receipt) implements Entry {}

    /**
     * A record and the records about it were erased. No file contains their keys any more.
     *
     * @param slot slot of the record's key; {@link #NONE} if this archive never had the record
     * @param change id of the change that erased it
     * @param device device that made the change; empty for this one
     * @param place position of a change that came from the platform
     * @param digest digest of the change
     * @param json canonical JSON of the change, not encrypted with a record key
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
        /** Slot of a record that this archive never had. */
        public static final long NONE = -1;

        public Erased {
            attached = List.copyOf(attached);
        }

        @Override
        public Optional<ChangeHeader> header() {
            return Optional.of(new ChangeHeader(record, change, device, sequence, digest));
        }
    }

    /** The position of an own change that was lost here and whose record was erased. */
    record Emptied(long position, Verdict verdict, ChangeHeader change) implements Entry {
        @Override
        public Optional<ChangeHeader> header() {
            return Optional.of(change);
        }
    }

    /** The position of a change on the platform, and its verdict. */
    record Place(long position, Verdict verdict) {}

    /** A record about the erased one, erased with it, and the facts that remain about it. */
    record Attached(UUID record, long slot, Remnant remnant) {}

    /** A number replaces a repeated text, such as a path, in later entries. Numbers increase from 0 without gaps. */
    record Worded(int number, String text) implements Entry {}

    /**
     * A part of the ledger is lost because no other file contained it. The counts include all losses of this archive.
     *
     * @param from first damaged byte in the file that was moved aside
     * @param to the byte after the last damage
     * @param changes number of lost changes of this device
     * @param records number of records of which no content remains
     * @param aside name of the file that was moved aside
     */
    record Lost(Instant at, long from, long to, long changes, long records, String aside) implements Entry {}

    /** A small text of the exchange was set. */
    record Noted(String name, String text) implements Entry {}
}
