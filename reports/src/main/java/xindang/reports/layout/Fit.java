package xindang.reports.layout;

/** Reduces the size of one line of text to fit its place. */
final class Fit {
    private Fit() {}

    /**
     * Returns the style in the largest size in which the text is not wider than {@code width}, but at least in half its
     * size.
     */
    static Style into(String text, Style style, double width, Type type) {
        double natural = type.width(text, style);
        if (natural <= width) {
            return style;
        }
        return style.size(Math.max(style.size() / 2, Math.floor(style.size() * width / natural * 4) / 4));
    }
}
