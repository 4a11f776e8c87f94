package xindang.reports.font;

/**
 * Reads the outline of a glyph as lines and quadratic curves. The watermark is drawn as outlines, because a text
 * watermark would appear in copied and searched text.
 */
public final class Outline {
    private static final int ON_CURVE = 1;
    private static final int SHORT_X = 2;
    private static final int SHORT_Y = 4;
    private static final int REPEAT = 8;
    private static final int SAME_X = 16;
    private static final int SAME_Y = 32;

    private final TableReader tables;
    private int at;

    private Outline(TableReader tables, int at) {
        this.tables = tables;
        this.at = at;
    }

    /** Receives the outline; coordinates are in em, y upwards. */
    public interface Pen {
        void move(double x, double y);

        void line(double x, double y);

        /** A quadratic curve to (x, y) with control point (cx, cy). */
        void curve(double cx, double cy, double x, double y);

        void close();
    }

    /** Draws a glyph. Composed glyphs are not drawn; Chinese characters and digits are never composed. */
    public static void draw(TrueType font, int glyph, Pen pen) {
        if (font.outlineLength(glyph) == 0) {
            return;
        }
        int start = font.outlineStart(glyph);
        if (font.tables().s16(start) > 0) {
            new Outline(font.tables(), start).simple(1.0 / font.unitsPerEm(), pen);
        }
    }

    private void simple(double scale, Pen pen) {
        int contours = tables.s16(at);
        int ends = at + 10;
        int points = tables.u16(ends + 2 * (contours - 1)) + 1;
        at = ends + 2 * contours;
        at += 2 + tables.u16(at);
        byte[] flags = flags(points);
        int[] xs = coordinates(flags, SHORT_X, SAME_X);
        int[] ys = coordinates(flags, SHORT_Y, SAME_Y);
        int first = 0;
        for (int i = 0; i < contours; i++) {
            int last = tables.u16(ends + 2 * i);
            contour(flags, xs, ys, first, last, scale, pen);
            first = last + 1;
        }
    }

    private byte[] flags(int points) {
        byte[] flags = new byte[points];
        for (int i = 0; i < points; i++) {
            byte flag = (byte) tables.u8(at++);
            flags[i] = flag;
            if ((flag & REPEAT) != 0) {
                for (int more = tables.u8(at++); more > 0; more--) {
                    flags[++i] = flag;
                }
            }
        }
        return flags;
    }

    private int[] coordinates(byte[] flags, int isShort, int same) {
        int[] values = new int[flags.length];
        int value = 0;
        for (int i = 0; i < flags.length; i++) {
            if ((flags[i] & isShort) != 0) {
                int delta = tables.u8(at++);
                value += (flags[i] & same) != 0 ? delta : -delta;
            } else if ((flags[i] & same) == 0) {
                value += tables.s16(at);
                at += 2;
            }
            values[i] = value;
        }
        return values;
    }

    /**
     * Draws one contour. Between two neighbouring points off the curve there is an implied point on it, in the middle.
     */
    private static void contour(byte[] flags, int[] xs, int[] ys, int first, int last, double scale, Pen pen) {
        int size = last - first + 1;
        int from = first;
        while (from <= last && (flags[from] & ON_CURVE) == 0) {
            from++;
        }
        if (from > last) {
            return;
        }
        pen.move(xs[from] * scale, ys[from] * scale);
        for (int i = 1; i <= size; i++) {
            int here = first + (from - first + i) % size;
            if ((flags[here] & ON_CURVE) != 0) {
                if (i < size) {
                    pen.line(xs[here] * scale, ys[here] * scale);
                }
                continue;
            }
            int next = first + (from - first + i + 1) % size;
            boolean onCurve = (flags[next] & ON_CURVE) != 0;
            double x = onCurve ? xs[next] : (xs[here] + xs[next]) / 2.0;
            double y = onCurve ? ys[next] : (ys[here] + ys[next]) / 2.0;
            pen.curve(xs[here] * scale, ys[here] * scale, x * scale, y * scale);
            if (onCurve) {
                i++;
            }
        }
        pen.close();
    }
}
