package xindang.persistence.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import xindang.model.exchange.Verdict;
import xindang.persistence.disk.Bytes;

/**
 * One thing that happened to an archive. The database is what these say, one after the other; whoever applies them again
 * has it again.
 */
public sealed interface Entry {
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
    record Saved(UUID record, long slot, UUID change, long sequence, String digest, Bytes sealed) implements Entry {}

    /** A change of another office, pulled in the platform's order. */
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
            implements Entry {}

    /** Changes of this device came back, a run of sequences with a run of places in the platform's order. */
    record Returned(long position, Verdict verdict, long first, long last) implements Entry {}

    /** A page of the exchange ends here; the next pull begins at the cursor. */
    record Paged(String cursor, Instant at) implements Entry {}

    /** Own changes of a range of sequences were sealed as a batch. */
    record Batched(UUID key, long first, long last) implements Entry {}

    /** The platform signed for a batch. */
    record Receipted(UUID key, String receipt) implements Entry {}

    /** A record was erased; its key lies in no file any more. */
    record Erased(UUID record, long slot) implements Entry {}

    /** From here on a number stands for a path or another text that repeats; numbers go up from 0 without gaps. */
    record Worded(int number, String text) implements Entry {}

    /** A small text of the exchange was set. */
    record Noted(String name, String text) implements Entry {}
}
