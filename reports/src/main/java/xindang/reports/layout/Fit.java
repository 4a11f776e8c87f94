package xindang.reports.layout;

/** Makes one line of text small enough for its place. */
final class Fit {
    private Fit() {}

    /** The style in the largest size, down to half, in which the text is not wider than {@code width}. */
    static Style into(String text, Style style, double width, Type type) {
        double natural = type.width(text, style);
        if (natural <= width) {
            return style;
        }
        return style.size(Math.max(style.size() / 2, Math.floor(style.size() * width / natural * 4) / 4));
    }
}
