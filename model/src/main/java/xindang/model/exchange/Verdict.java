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
    QUARANTINED
}
