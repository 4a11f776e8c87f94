package xindang.model.template;

/** What happens when two people changed the same value without seeing each other's change. */
public enum MergePolicy {
    /** Keep both and let a person decide: the default. */
    ASK,
    /** The change that reaches the platform later counts; the other stays in the history. */
    LATEST,
    /** Lists of codes: what either added is in, what either took away is out. */
    UNION
}
