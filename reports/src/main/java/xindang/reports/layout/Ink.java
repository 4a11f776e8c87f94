package xindang.reports.layout;

/** Colours of printed pages. All are readable in black and white. */
final class Ink {
    static final int BLACK = 0x111111;
    static final int SECOND = 0x3B4754;
    static final int THIRD = 0x4A5560;
    static final int FAINT = 0x5C6976;
    static final int RULE = 0x9AA5B0;
    static final int HAIR = 0xC5CDD5;
    static final int HEAD = 0xF2F4F6;
    static final int BLUE = 0x0D4C86;
    static final int TRACK = 0xE3E9EE;

    private Ink() {}
}
