package xindang.model.intake;

/** Where the place of a row was read. */
public enum PlaceFrom {
    /** In cells of the row. */
    COLUMN,
    /** In a title above the headings. */
    TITLE,
    /** In the name of the sheet. */
    SHEET,
    /** In the name of the file. */
    FILE,
    /** A person gave it for the whole import. */
    GIVEN,
    /** The archive is one village. */
    ARCHIVE
}
