package xindang.reports.font;

import java.util.Arrays;

/** The Unicode character map of a font (table {@code cmap}, formats 4 and 12) as flat arrays. */
final class CharacterMap {
    private final TableReader tables;
    private final char[] basic = new char[0x10000];
    private int[] furtherCodes = new int[1024];
    private char[] furtherGlyphs = new char[1024];
    private int further;

    CharacterMap(TableReader tables) {
        this.tables = tables;
        int cmap = tables.at("cmap");
        int full = 0;
        int plain = 0;
        int count = tables.u16(cmap + 2);
        for (int i = 0; i < count; i++) {
            int subtable = cmap + (int) tables.u32(cmap + 4 + 8 * i + 4);
            int platform = tables.u16(cmap + 4 + 8 * i);
            int format = tables.u16(subtable);
            if ((platform == 0 || platform == 3) && format == 12) {
                full = subtable;
            } else if ((platform == 0 || platform == 3) && format == 4) {
                plain = subtable;
            }
        }
        if (full != 0) {
            groups(full);
        } else if (plain != 0) {
            segments(plain);
        } else {
            throw new IllegalArgumentException("font has no Unicode character map");
        }
    }

    int glyph(int code) {
        if (code < 0x10000) {
            return basic[code];
        }
        int found = Arrays.binarySearch(furtherCodes, 0, further, code);
        return found < 0 ? 0 : furtherGlyphs[found];
    }

    private void groups(int subtable) {
        int groups = (int) tables.u32(subtable + 12);
        for (int i = 0; i < groups; i++) {
            int group = subtable + 16 + 12 * i;
            int first = (int) tables.u32(group);
            int last = (int) tables.u32(group + 4);
            int glyph = (int) tables.u32(group + 8);
            for (int code = first; code <= last; code++) {
                put(code, glyph + code - first);
            }
        }
    }

    private void put(int code, int glyph) {
        if (code < 0x10000) {
            basic[code] = (char) glyph;
            return;
        }
        if (further == furtherCodes.length) {
            furtherCodes = Arrays.copyOf(furtherCodes, 2 * further);
            furtherGlyphs = Arrays.copyOf(furtherGlyphs, 2 * further);
        }
        furtherCodes[further] = code;
        furtherGlyphs[further++] = (char) glyph;
    }

    private void segments(int subtable) {
        int twice = tables.u16(subtable + 6);
        int ends = subtable + 14;
        int starts = ends + twice + 2;
        for (int i = 0; i < twice; i += 2) {
            int end = tables.u16(ends + i);
            int start = tables.u16(starts + i);
            int delta = tables.u16(starts + twice + i);
            int rangeAt = starts + 2 * twice + i;
            int range = tables.u16(rangeAt);
            for (int code = start; code <= end && code != 0xFFFF; code++) {
                int glyph = range == 0 ? code : tables.u16(rangeAt + range + 2 * (code - start));
                if (range == 0 || glyph != 0) {
                    basic[code] = (char) (glyph + delta);
                }
            }
        }
    }
}
