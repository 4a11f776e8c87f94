package xindang.reports.font;

/** A typeface of the program; sizes and widths are given in em so that every back end scales them alike. */
public enum Face {
    /** Body text and everything in tables, whose figures are equally wide. */
    SANS("NotoSansSC-400.ttf"),
    /** Names, labels and grades. */
    SANS_BOLD("NotoSansSC-700.ttf"),
    /** Titles and section heads, never figures in columns. */
    SERIF_BOLD("NotoSerifSC-700.ttf"),
    /** The font a user installed for characters the bundled ones lack; has no file of ours. */
    EXTRA("");

    private final String file;

    Face(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }
}
