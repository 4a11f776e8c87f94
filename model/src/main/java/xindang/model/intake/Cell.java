package xindang.model.intake;

/**
 * A cell as the file has it.
 *
 * @param text what it says; a number without exponent or grouping; never null
 */
public record Cell(String text, Kind kind) {
    public static final Cell BLANK = new Cell("", Kind.BLANK);

    /** How the file stores it. */
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
