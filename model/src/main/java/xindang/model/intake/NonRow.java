package xindang.model.intake;

/**
 * A row that is no subject. It is counted and listed, never dropped silently.
 *
 * @param text its first text, {@code —} when the law forbids to repeat it
 */
public record NonRow(int row, Kind kind, String text) {
    public NonRow {
        text = Repeated.words(text);
    }

    /** The recognised kind of row. */
    public enum Kind {
        TITLE,
        HEADER,
        BLANK,
        TOTAL,
        FOOTER
    }
}
