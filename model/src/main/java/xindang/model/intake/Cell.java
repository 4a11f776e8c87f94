package xindang.model.intake;

/**
 * A cell of the file.
 *
 * @param text its text; a number without exponent or grouping; never null
 */
public record Cell(String text, Kind kind) {
    public static final Cell BLANK = new Cell("", Kind.BLANK);

    /** The type of the cell in the file. */
    public enum Kind {
        BLANK,
        TEXT,
        NUMBER,
        DATE
    }

    public boolean isBlank() {
        return text.isBlank();
    }
}
