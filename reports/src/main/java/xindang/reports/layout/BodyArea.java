package xindang.reports.layout;

/** The measures of the body on A4. */
final class BodyArea {
    static final double LEFT = 76;
    static final double RIGHT = 718;
    static final double WIDTH = RIGHT - LEFT;
    /** The uprights at the sides of a table, inside the margins by half their thickness. */
    static final double LEFT_EDGE = LEFT + 0.375;

    static final double RIGHT_EDGE = RIGHT - 0.375;
    static final double TOP = 64;
    /** Where the body starts below the running head of the second and later pages. */
    static final double RUNNING_TOP = 92;

    static final double BOTTOM = 1032;
    static final double FOOT_RULE = 1040.5;
    static final double ROW = 28;
    static final double LINE = 20;
    static final double INSET = 8;

    private BodyArea() {}

    /** The height of a table row with this many lines. */
    static double row(int lines) {
        return lines <= 1 ? ROW : ROW + (lines - 1) * LINE;
    }
}
