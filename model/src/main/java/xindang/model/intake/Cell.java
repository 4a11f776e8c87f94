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
        DATE,
        /** A formula that failed; the text is its error, such as {@code #DIV/0!}. */
        ERROR,
        /** A formula whose result is not stored in the file; the text is {@code =}. */
        UNCOMPUTED
    }

    /** The cell of a formula whose result the program that wrote the file did not store. */
    public static final Cell WITHOUT_RESULT = new Cell("=", Kind.UNCOMPUTED);

    public boolean isBlank() {
        return text.isBlank();
    }
}
