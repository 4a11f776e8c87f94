package xindang.model.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The messages of a push. */
public final class Push {
    private Push() {}

    /**
     * First line of a batch; the changes follow, a line each, in sequence without gaps.
     *
     * @param batch idempotency key
     * @param epoch of the device, from its enrolment
     * @param first sequence of the first change
     * @param count number of changes
     */
    public record Header(UUID batch, String device, int epoch, long first, int count) {}

    /**
     * What became of one change.
     *
     * @param change id of the change, absent when it could not be read
     * @param conflicts ids of the conflicts it raised
     * @param reason why it is quarantined or deferred
     */
    public record Outcome(
            long sequence, Optional<UUID> change, Verdict verdict, List<UUID> conflicts, Optional<Reason> reason) {
        public Outcome {
            conflicts = List.copyOf(conflicts);
        }
    }

    /** A code for machines, the field it is about (may be empty), and a sentence for people. */
    public record Reason(String code, String field, String text) {}

    /** The answer to a batch: the receipt as compact JWS and one outcome a change. */
    public record Answer(String receipt, List<Outcome> outcomes) {
        public Answer {
            outcomes = List.copyOf(outcomes);
        }
    }

    /**
     * What the platform signs for: it has these bytes on its disk.
     *
     * @param digest SHA-256 of the batch before gzip
     */
    public record Receipt(UUID batch, String device, int epoch, long first, long last, String digest, Instant at) {}

    /** What the platform holds of a device: the last sequence of the present epoch, 0 for none. */
    public record Head(String device, int epoch, long received) {}

    /**
     * A change of a device that waits at the platform.
     *
     * @param wanted the record that it waits for: its own, whose beginning is missing, or the one that it is about
     */
    public record Waiting(long sequence, UUID change, UUID wanted, Reason reason) {}

    /**
     * A change of a device that was set aside, at its place in the platform's order.
     *
     * @param change its id; absent when it was set aside at once, since another change may rightly own the id
     */
    public record Late(long position, long sequence, Optional<UUID> change, Reason reason) {}

    /** What of a device's changes of the present epoch waits, and what was set aside. */
    public record Pending(List<Waiting> waiting, List<Late> setAside) {
        public Pending {
            waiting = List.copyOf(waiting);
            setAside = List.copyOf(setAside);
        }
    }
}
