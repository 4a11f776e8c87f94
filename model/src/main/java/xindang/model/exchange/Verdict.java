package xindang.model.exchange;

/** The platform's result for one change. A bad change never makes its whole batch fail. */
public enum Verdict {
    APPLIED,
    MERGED,
    CONFLICT,
    /** The platform already has it. */
    DUPLICATE,
    /** It waits for another change. */
    DEFERRED,
    /** Rejected: the platform keeps it with the reason and does not apply it. */
    QUARANTINED;

    /** Returns the verdict for the outcome of a merge. */
    public static Verdict of(Merge.Outcome outcome) {
        return switch (outcome) {
            case APPLIED -> APPLIED;
            case MERGED -> MERGED;
            case CONFLICT -> CONFLICT;
        };
    }
}
