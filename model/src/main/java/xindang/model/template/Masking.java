package xindang.model.template;

/** The form of a value for readers who do not need the complete value. */
public enum Masking {
    NONE,
    /** 张*明. */
    NAME,
    /** 230184********4217. */
    NUMBER,
    /** 138****6053. */
    PHONE,
    /** Only the last four characters. */
    LAST_FOUR,
    /** Hidden outside the office. */
    HIDDEN
}
