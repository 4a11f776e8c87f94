package xindang.model.template;

/**
 * What happens when two people changed the same value without seeing each other's change. There is no policy by which the later
 * change wins: what a person typed is never overwritten without a word.
 */
public enum MergePolicy {
    /** Keep both and let a person decide: the default. */
    ASK,
    /** Lists of codes: what either added is in, what either took away is out. */
    UNION
}
