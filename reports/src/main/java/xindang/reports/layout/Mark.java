package xindang.reports.layout;

import java.util.List;
import xindang.reports.font.Face;

/** Something drawn on a page. Places and sizes in px, y downwards; colours as 0xRRGGBB. */
public sealed interface Mark {
    /** A filled rectangle. */
    record Box(double x, double y, double width, double height, int colour) implements Mark {}

    /** A straight line of the given thickness. */
    record Line(double x1, double y1, double x2, double y2, double thickness, int colour, Dash dash) implements Mark {}

    /** How a line is drawn. */
    enum Dash {
        SOLID,
        /** 3 px on, 3 px off. */
        DASHED
    }

    /** A closed polygon, filled with {@code share} (0 to 1) of its colour over what lies below. */
    record Polygon(List<Point> points, int colour, double share) implements Mark {
        public Polygon {
            points = List.copyOf(points);
        }
    }

    /** A place on the page. */
    record Point(double x, double y) {}

    /**
     * Text on one base line, left to right, every character present in the face.
     *
     * @param x where the first character starts
     * @param baseline distance of the base line from the upper edge
     * @param size height of the em
     * @param spacing added after every character
     */
    record Text(String text, double x, double baseline, Face face, double size, double spacing, int colour)
            implements Mark {}

    /**
     * A slanted word over the page that belongs to the paper and not to the text: not read, not copied.
     *
     * @param angle in degrees, counter-clockwise, around the start of the base line
     * @param share 0 to 1 of the colour
     */
    record Watermark(
            String text, double x, double baseline, Face face, double size, double angle, int colour, double share)
            implements Mark {}

    /** A place that opens an address. */
    record Link(double x, double y, double width, double height, String address) implements Mark {}
}
