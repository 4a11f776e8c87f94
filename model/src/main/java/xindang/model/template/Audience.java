package xindang.model.template;

/** The reader of a value. */
public enum Audience {
    /** The subject: everything. */
    SELF,
    /** The office that keeps the archive: numbers and phones shortened, everything else complete. */
    OFFICE,
    /** A receiver that the subject has allowed, such as a bank. */
    RECIPIENT,
    /** A notice board: names shortened, no amounts, nothing that identifies a person. */
    PUBLIC
}
