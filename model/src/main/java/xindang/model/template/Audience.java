package xindang.model.template;

/** Who will read a value. */
public enum Audience {
    /** The person it is about: everything. */
    SELF,
    /** The office that keeps the archive: numbers and phones shortened, all else whole. */
    OFFICE,
    /** Someone the person allowed to have the report, such as a bank. */
    RECIPIENT,
    /** A notice board: names shortened, no amounts, nothing that finds a person. */
    PUBLIC
}
