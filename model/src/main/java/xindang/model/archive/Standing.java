package xindang.model.archive;

/** Whether a stored rating is valid today. */
public enum Standing {
    CURRENT,
    /**
     * The subject's own values, its bad information or the valid form have changed since the rating. The subject must
     * be rated again.
     */
    STALE,
    /** The last day of its validity has passed. */
    EXPIRED
}
