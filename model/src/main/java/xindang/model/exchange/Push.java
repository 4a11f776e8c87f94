package xindang.model.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The messages of a push. */
public final class Push {
    private Push() {}

    /**
     * The first line of a batch. The changes follow, one per line, in sequence without gaps.
     *
     * @param batch idempotency key
     * @param epoch epoch of the device, from its enrolment
     * @param first sequence of the first change
     * @param count number of changes
     */
    public record Header(UUID batch, String device, int epoch, long first, int count) {}

    /**
     * The result of one change.
     *
     * @param change id of the change; absent when it was unreadable
     * @param conflicts ids of the conflicts that it caused
     * @param reason why it is quarantined or deferred
     */
    public record Outcome(
            long sequence, Optional<UUID> change, Verdict verdict, List<UUID> conflicts, Optional<Reason> reason) {
        public Outcome {
            conflicts = List.copyOf(conflicts);
        }
    }

    /** A code for programs, the field that it concerns (may be empty), and a sentence for people. */
    public record Reason(String code, String field, String text) {}

    /** The answer to a batch: the receipt as compact JWS and one outcome for each change. */
    public record Answer(String receipt, List<Outcome> outcomes) {
        public Answer {
            outcomes = List.copyOf(outcomes);
        }
    }

    /**
     * The statement that the platform signs: it has these bytes on its disk.
     *
     * @param digest SHA-256 of the batch before gzip
     */
    public record Receipt(UUID batch, String device, int epoch, long first, long last, String digest, Instant at) {}

    /** The last sequence of a device's present epoch that the platform has; 0 for none. */
    public record Head(String device, int epoch, long received) {}

    /**
     * A deferred change of a device.
     *
     * @param wanted id of the missing record: its own record, whose beginning is missing, or the record that it is
     *     about
     */
    public record Waiting(long sequence, UUID change, UUID wanted, Reason reason) {}

    /**
     * A change of a device that was rejected, at its position in the platform's order.
     *
     * @param change its id; absent when it was rejected on arrival, because another change may be the real owner of
     *     that id
     */
    public record Late(long position, long sequence, Optional<UUID> change, Reason reason) {}

    /** The deferred changes of a device's present epoch, and those that were rejected. */
    public record Pending(List<Waiting> waiting, List<Late> setAside) {
        public Pending {
            waiting = List.copyOf(waiting);
            setAside = List.copyOf(setAside);
        }
    }
}
