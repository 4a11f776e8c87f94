package xindang.reports.layout;

/** Measures of the page body on A4, in px. */
final class BodyArea {
    static final double LEFT = 76;
    static final double RIGHT = 718;
    static final double WIDTH = RIGHT - LEFT;
    /** The vertical lines at the sides of a table. They are inside the margins by half their thickness. */
    static final double LEFT_EDGE = LEFT + 0.375;

    static final double RIGHT_EDGE = RIGHT - 0.375;
    static final double TOP = 64;
    /** Top of the body below the running head, on the second and later pages. */
    static final double RUNNING_TOP = 92;

    static final double BOTTOM = 1032;
    static final double FOOT_RULE = 1040.5;
    static final double ROW = 28;
    static final double LINE = 20;
    static final double INSET = 8;

    private BodyArea() {}

    /** Returns the height of a table row with this number of lines. */
    static double row(int lines) {
        return lines <= 1 ? ROW : ROW + (lines - 1) * LINE;
    }
}
