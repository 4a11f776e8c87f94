package xindang.model.archive;

/** Whether a kept rating still says what it would say of its subject today. */
public enum Standing {
    CURRENT,
    /** The subject's own values, its bad information or the valid form have changed since: it must be rated again. */
    STALE,
    /** The last day of its validity has passed. */
    EXPIRED
}
