package xindang.reports.font;

/**
 * A TrueType font file in memory. It is parsed here and not by a library, because a report needs only four tables and
 * needs them fast: the character map as flat arrays, the widths, and the outlines for {@link Subset}.
 */
public final class TrueType {
    private final TableReader tables;
    private final int unitsPerEm;
    private final int glyphs;
    private final int metrics;
    private final CharacterMap characters;

    /**
     * Reads the tables of a font.
     *
     * @throws IllegalArgumentException if the bytes are not a TrueType font with quadratic outlines
     */
    TrueType(byte[] file) {
        tables = new TableReader(file);
        unitsPerEm = tables.u16(tables.at("head") + 18);
        glyphs = tables.u16(tables.at("maxp") + 4);
        metrics = tables.u16(tables.at("hhea") + 34);
        characters = new CharacterMap(tables);
        if (!tables.has("glyf")) {
            throw new IllegalArgumentException("font has no TrueType outlines");
        }
    }

    /** Returns the glyph of a character; 0 if the font lacks it. */
    public int glyph(int codePoint) {
        return characters.glyph(codePoint);
    }

    /** Returns the advance width of a glyph in thousandths of an em, the unit of PDF. */
    public double advance(int glyph) {
        int units = rawAdvance(glyph);
        return unitsPerEm == 1000 ? units : units * 1000.0 / unitsPerEm;
    }

    /** Returns the height of a line above the base line, in thousandths of an em. */
    public int ascent() {
        return thousandths(tables.s16(tables.at("hhea") + 4));
    }

    /** Returns the depth of a line below the base line, in thousandths of an em; negative. */
    public int descent() {
        return thousandths(tables.s16(tables.at("hhea") + 6));
    }

    /** Returns the box around all glyphs in thousandths of an em: left, bottom, right, top. */
    public int[] bounds() {
        int head = tables.at("head");
        return new int[] {
            thousandths(tables.s16(head + 36)),
            thousandths(tables.s16(head + 38)),
            thousandths(tables.s16(head + 40)),
            thousandths(tables.s16(head + 42))
        };
    }

    TableReader tables() {
        return tables;
    }

    int unitsPerEm() {
        return unitsPerEm;
    }

    int rawAdvance(int glyph) {
        return tables.u16(tables.at("hmtx") + 4 * Math.min(glyph, metrics - 1));
    }

    int leftBearing(int glyph) {
        int hmtx = tables.at("hmtx");
        return glyph < metrics
                ? tables.s16(hmtx + 4 * glyph + 2)
                : tables.s16(hmtx + 4 * metrics + 2 * (glyph - metrics));
    }

    /** Returns the offset of a glyph's outline in the file. */
    int outlineStart(int glyph) {
        return tables.at("glyf") + location(glyph);
    }

    /** Returns the length of a glyph's outline; 0 for a blank. */
    int outlineLength(int glyph) {
        return location(glyph + 1) - location(glyph);
    }

    private int location(int glyph) {
        if (glyph < 0 || glyph > glyphs) {
            throw new IllegalArgumentException("no glyph " + glyph);
        }
        int loca = tables.at("loca");
        return tables.u16(tables.at("head") + 50) == 0
                ? 2 * tables.u16(loca + 2 * glyph)
                : (int) tables.u32(loca + 4 * glyph);
    }

    private int thousandths(int units) {
        return (int) Math.round(units * 1000.0 / unitsPerEm);
    }
}
