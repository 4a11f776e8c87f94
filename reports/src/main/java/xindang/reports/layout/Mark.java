package xindang.reports.layout;

import java.util.List;
import xindang.reports.font.Face;

/** A drawn element of a page. Positions and sizes are in px, y points down; colours are 0xRRGGBB. */
public sealed interface Mark {
    /** A filled rectangle. */
    record Box(double x, double y, double width, double height, int colour) implements Mark {}

    /** A straight line of the given thickness. */
    record Line(double x1, double y1, double x2, double y2, double thickness, int colour, Dash dash) implements Mark {}

    /** The style of a line. */
    enum Dash {
        SOLID,
        /** 3 px drawn, 3 px blank. */
        DASHED
    }

    /** A filled polygon. {@code share} (0 to 1) of its colour is drawn over what is below. */
    record Polygon(List<Point> points, int colour, double share) implements Mark {
        public Polygon {
            points = List.copyOf(points);
        }
    }

    /** A point on the page. */
    record Point(double x, double y) {}

    /**
     * Text on one base line, from left to right. The face has each of its characters.
     *
     * @param x start of the first character
     * @param baseline distance of the base line from the upper edge
     * @param size height of the em
     * @param spacing space after each character
     */
    record Text(String text, double x, double baseline, Face face, double size, double spacing, int colour)
            implements Mark {}

    /**
     * A slanted watermark over the page. It is not part of the text, so it cannot be copied or searched.
     *
     * @param angle in degrees, counter-clockwise, around the start of the base line
     * @param share 0 to 1 of the colour
     */
    record Watermark(
            String text, double x, double baseline, Face face, double size, double angle, int colour, double share)
            implements Mark {}

    /** An area that opens an address. */
    record Link(double x, double y, double width, double height, String address) implements Mark {}
}
