package xindang.reports.pdf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import xindang.reports.font.Face;
import xindang.reports.font.Subset;
import xindang.reports.font.TrueType;

/**
 * A face in one document. Each character gets its own code in the order of first use, even if two characters share a
 * glyph. Therefore copied and searched text is exactly the drawn text. (PDFBox assigns codes by glyph: • was copied as
 * ·, and the radical ⼀ as 一.)
 */
final class EmbeddedFont {
    private static final COSName IDENTITY = COSName.getPDFName("Identity-H");
    private static final int PER_BLOCK = 100;

    private final String name;
    private final TrueType font;
    private final char[][] codes = new char[256][];
    private final Map<Integer, Integer> furtherCodes = new HashMap<>();
    private int[] characters = new int[256];
    private int[] glyphs = new int[256];
    private int count = 1;

    EmbeddedFont(Face face, TrueType font) {
        this.name = "Xindang" + face.name().replace("_", "");
        this.font = font;
    }

    TrueType font() {
        return font;
    }

    /** Returns the code of a character. The first use assigns it. */
    int code(int character) {
        if (character >= 0x10000) {
            return furtherCodes.computeIfAbsent(character, this::next);
        }
        int row = character >> 8;
        var line = codes[row];
        if (line == null) {
            line = new char[256];
            codes[row] = line;
        }
        if (line[character & 0xFF] == 0) {
            line[character & 0xFF] = (char) next(character);
        }
        return line[character & 0xFF];
    }

    private int next(int character) {
        int glyph = font.glyph(character);
        if (glyph == 0) {
            throw new IllegalStateException("no glyph for U+" + Integer.toHexString(character) + " in " + name);
        }
        if (count == characters.length) {
            characters = Arrays.copyOf(characters, 2 * count);
            glyphs = Arrays.copyOf(glyphs, 2 * count);
        }
        characters[count] = character;
        glyphs[count] = glyph;
        return count++;
    }

    /** Returns the font as PDF objects. Call it after all text is drawn. */
    COSDictionary dictionary(Streams streams) {
        var base = tag() + "+" + name;
        var descendant = new COSDictionary();
        descendant.setItem(COSName.TYPE, COSName.FONT);
        descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
        descendant.setName(COSName.BASE_FONT, base);
        descendant.setItem(COSName.CIDSYSTEMINFO, systemInfo());
        descendant.setItem(COSName.FONT_DESC, descriptor(base, streams));
        descendant.setItem(COSName.W, widths());
        descendant.setInt(COSName.DW, 1000);
        descendant.setItem(COSName.CID_TO_GID_MAP, COSName.IDENTITY);
        var result = new COSDictionary();
        result.setItem(COSName.TYPE, COSName.FONT);
        result.setItem(COSName.SUBTYPE, COSName.TYPE0);
        result.setName(COSName.BASE_FONT, base);
        result.setItem(COSName.ENCODING, IDENTITY);
        var descendants = new COSArray();
        descendants.add(descendant);
        result.setItem(COSName.DESCENDANT_FONTS, descendants);
        result.setItem(COSName.TO_UNICODE, streams.of(toUnicode().getBytes(StandardCharsets.US_ASCII)));
        return result;
    }

    private COSDictionary descriptor(String base, Streams streams) {
        byte[] file = Subset.of(font, Arrays.copyOf(glyphs, count));
        var stream = streams.of(file);
        stream.setInt(COSName.LENGTH1, file.length);
        var box = new COSArray();
        for (int side : font.bounds()) {
            box.add(COSInteger.get(side));
        }
        var descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setName(COSName.FONT_NAME, base);
        descriptor.setInt(COSName.FLAGS, 4);
        descriptor.setItem(COSName.FONT_BBOX, box);
        descriptor.setInt(COSName.ITALIC_ANGLE, 0);
        descriptor.setInt(COSName.ASCENT, font.ascent());
        descriptor.setInt(COSName.DESCENT, font.descent());
        descriptor.setInt(COSName.CAP_HEIGHT, 733);
        descriptor.setInt(COSName.STEM_V, 80);
        descriptor.setItem(COSName.FONT_FILE2, stream);
        return descriptor;
    }

    private static COSDictionary systemInfo() {
        var info = new COSDictionary();
        info.setItem(COSName.REGISTRY, new COSString("Adobe"));
        info.setItem(COSName.ORDERING, new COSString("Identity"));
        info.setInt(COSName.SUPPLEMENT, 0);
        return info;
    }

    /** Returns the widths of the characters that are not one em wide. */
    private COSArray widths() {
        var widths = new COSArray();
        int code = 0;
        while (code < count) {
            if (font.advance(glyphs[code]) == 1000) {
                code++;
                continue;
            }
            widths.add(COSInteger.get(code));
            var run = new COSArray();
            for (; code < count && font.advance(glyphs[code]) != 1000; code++) {
                double width = font.advance(glyphs[code]);
                run.add(width == Math.rint(width) ? COSInteger.get((long) width) : new COSFloat((float) width));
            }
            widths.add(run);
        }
        return widths;
    }

    private String toUnicode() {
        var map = new StringBuilder(32 * count + 400);
        map.append("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n")
                .append("/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n")
                .append("/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n")
                .append("1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        for (int from = 1; from < count; from += PER_BLOCK) {
            int to = Math.min(count, from + PER_BLOCK);
            map.append(to - from).append(" beginbfchar\n");
            for (int code = from; code < to; code++) {
                map.append('<');
                hex(map, code);
                map.append("> <");
                for (char unit : Character.toChars(characters[code])) {
                    hex(map, unit);
                }
                map.append(">\n");
            }
            map.append("endbfchar\n");
        }
        return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
                .toString();
    }

    private static void hex(StringBuilder out, int value) {
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(Character.toUpperCase(Character.forDigit(value >> shift & 0xF, 16)));
        }
    }

    /** Returns six letters that name the subset, computed from its characters. */
    private String tag() {
        int hash = Arrays.hashCode(Arrays.copyOf(characters, count));
        var letters = new StringBuilder();
        long remaining = hash & 0xFFFFFFFFL;
        for (int i = 0; i < 6; i++) {
            letters.append((char) ('A' + remaining % 26));
            remaining /= 26;
        }
        return letters.toString().toUpperCase(Locale.ROOT);
    }
}
