package xindang.reports.layout;

import java.util.List;

/**
 * One page as a display list.
 *
 * @param width in px, 96 to the inch
 * @param height in px
 * @param marks in the order to draw: fills, watermark, lines and shapes, text in reading order, links
 */
public record PaperPage(double width, double height, List<Mark> marks) {
    /** A4 upright in px. */
    public static final double A4_WIDTH = 210 / 25.4 * 96;

    /** A4 upright in px. */
    public static final double A4_HEIGHT = 297 / 25.4 * 96;

    public PaperPage {
        marks = List.copyOf(marks);
    }
}
