package xindang.reports.layout;

import xindang.reports.font.Face;

/** The font, size, colour and spacing of a text. */
record Style(Face face, double size, int colour, double spacing) {
    static final Style BODY = new Style(Face.SANS, 13, Ink.BLACK, 0);
    static final Style STRONG = new Style(Face.SANS_BOLD, 13, Ink.BLACK, 0);
    static final Style LABEL = new Style(Face.SANS, 13, Ink.SECOND, 0);
    static final Style CAPTION = new Style(Face.SANS, 12, Ink.THIRD, 0);
    static final Style SMALL = new Style(Face.SANS, 11, Ink.THIRD, 0);
    static final Style SECTION = new Style(Face.SERIF_BOLD, 15, Ink.BLACK, 0);
    static final Style TITLE = new Style(Face.SERIF_BOLD, 30, Ink.BLACK, 3);

    Style size(double other) {
        return new Style(face, other, colour, spacing);
    }

    Style colour(int other) {
        return new Style(face, size, other, spacing);
    }
}
