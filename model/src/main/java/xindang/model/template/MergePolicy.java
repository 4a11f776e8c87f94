package xindang.model.template;

/**
 * The rule for two people who changed one value without seeing each other's change. No policy lets the later change
 * win, because typed values must not be overwritten without notice.
 */
public enum MergePolicy {
    /** Keeps both values until a person decides. This is the default. */
    ASK,
    /** For lists of codes: adds the codes that either side added, and removes those that either side removed. */
    UNION
}
