package xindang.model.exchange;

/** The platform's answer to one change. A bad change never fails the batch it came in. */
public enum Verdict {
    APPLIED,
    MERGED,
    CONFLICT,
    /** Seen before: taken once. */
    DUPLICATE,
    /** Waits for another change. */
    DEFERRED,
    /** Kept with the reason, not applied. */
    QUARANTINED;

    /** What the platform says of a change that it merged. */
    public static Verdict of(Merge.Outcome outcome) {
        return switch (outcome) {
            case APPLIED -> APPLIED;
            case MERGED -> MERGED;
            case CONFLICT -> CONFLICT;
        };
    }
}
