package xindang.model.template;

/** How a value is shown to people who need not see it whole. */
public enum Masking {
    NONE,
    /** 张*明. */
    NAME,
    /** 230184********4217. */
    NUMBER,
    /** 138****6053. */
    PHONE,
    /** The last four characters only. */
    LAST_FOUR,
    /** Not at all outside the office. */
    HIDDEN
}
