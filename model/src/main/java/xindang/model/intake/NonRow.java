package xindang.model.intake;

/** A row that is no subject: it is counted and named, never dropped silently. */
public record NonRow(int row, Kind kind, String text) {
    /** What it was recognised as. */
    public enum Kind {
        TITLE,
        HEADER,
        BLANK,
        TOTAL,
        FOOTER
    }
}
