package xindang.model.law;

/** The kinds of free text that enter the program. */
public enum TextDoor {
    /** A heading: the label of a field, of a column or of a table. */
    LABEL,
    /** A text, a note, a purpose, a key of a row, the name of an office or of a firm. */
    TEXT,
    /** The name of a person. */
    NAME
}
