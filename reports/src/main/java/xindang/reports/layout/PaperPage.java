package xindang.reports.layout;

import java.util.List;

/**
 * A page as a list of drawn elements.
 *
 * @param width in px, 96 to the inch
 * @param height in px
 * @param marks in drawing order: fills, watermark, lines and shapes, text in reading order, links
 */
public record PaperPage(double width, double height, List<Mark> marks) {
    /** Width of an upright A4 page in px. */
    public static final double A4_WIDTH = 210 / 25.4 * 96;

    /** Height of an upright A4 page in px. */
    public static final double A4_HEIGHT = 297 / 25.4 * 96;

    public PaperPage {
        marks = List.copyOf(marks);
    }
}
