package xindang.reports.font;

/** A typeface of the program. Sizes and widths are given in em, so that all outputs scale them in the same way. */
public enum Face {
    /** Body text and tables; its digits all have the same width. */
    SANS("NotoSansSC-400.ttf"),
    /** Names, labels and grades. */
    SANS_BOLD("NotoSansSC-700.ttf"),
    /** Titles and section heads; not for figures in columns. */
    SERIF_BOLD("NotoSerifSC-700.ttf"),
    /** A font that the user installed for characters which the bundled fonts lack. It is not part of the program. */
    EXTRA("");

    private final String file;

    Face(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }
}
