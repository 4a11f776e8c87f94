package xindang.model.intake;

/**
 * A row that is no subject: it is counted and named, never dropped silently.
 *
 * @param text its first text, {@code —} when the law forbids to say it again
 */
public record NonRow(int row, Kind kind, String text) {
    public NonRow {
        text = Repeated.words(text);
    }

    /** What it was recognised as. */
    public enum Kind {
        TITLE,
        HEADER,
        BLANK,
        TOTAL,
        FOOTER
    }
}
