package xindang.reports.font;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes a font file that contains only the glyphs of a document, in the order of the document's character codes.
 *
 * <p>One glyph may have several codes. For example, 一 and the radical ⼀ share an outline, but copied text must
 * distinguish them. Therefore each character has its own code, and the short outline is written twice.
 */
public final class Subset {
    private static final String[] COPIED = {"cvt ", "fpgm", "prep"};
    private static final int COMPONENTS_FOLLOW = 0x20;

    private final TrueType font;
    private int[] glyphs;
    private int count;
    private byte[] glyf = new byte[0];
    private byte[] loca = new byte[0];

    private Subset(TrueType font, int[] glyphs) {
        this.font = font;
        this.glyphs = glyphs.clone();
        this.count = glyphs.length;
    }

    /**
     * Returns the bytes of the reduced font.
     *
     * @param glyphs glyph numbers of {@code font}; the first must be 0, the sign for a missing character
     */
    public static byte[] of(TrueType font, int[] glyphs) {
        if (glyphs.length == 0 || glyphs[0] != 0) {
            throw new IllegalArgumentException("a font starts with glyph 0");
        }
        return new Subset(font, glyphs).write();
    }

    private byte[] write() {
        copyOutlines();
        var tables = font.tables();
        byte[] head = copy("head");
        head[50] = 0;
        head[51] = 1;
        Arrays.fill(head, 8, 12, (byte) 0);
        byte[] hhea = copy("hhea");
        put16(hhea, 34, count);
        byte[] maxp = copy("maxp");
        put16(maxp, 4, count);
        byte[] hmtx = new byte[4 * count];
        for (int i = 0; i < count; i++) {
            put16(hmtx, 4 * i, font.rawAdvance(glyphs[i]));
            put16(hmtx, 4 * i + 2, font.leftBearing(glyphs[i]));
        }
        var parts = new LinkedHashMap<String, byte[]>();
        for (var tag : COPIED) {
            if (tables.has(tag)) {
                parts.put(tag, copy(tag));
            }
        }
        parts.put("glyf", glyf);
        parts.put("head", head);
        parts.put("hhea", hhea);
        parts.put("hmtx", hmtx);
        parts.put("loca", loca);
        parts.put("maxp", maxp);
        return assemble(parts);
    }

    /** Copies the outlines. Parts of composed glyphs are appended during the loop, so its list may grow. */
    private void copyOutlines() {
        int size = 0;
        for (int i = 0; i < count; i++) {
            appendComponents(glyphs[i]);
            size += padded(font.outlineLength(glyphs[i]));
        }
        glyf = new byte[size];
        var starts = ByteBuffer.allocate(4 * (count + 1));
        int at = 0;
        for (int i = 0; i < count; i++) {
            starts.putInt(at);
            int length = font.outlineLength(glyphs[i]);
            System.arraycopy(font.tables().file(), font.outlineStart(glyphs[i]), glyf, at, length);
            renumberComponents(at, length);
            at += padded(length);
        }
        starts.putInt(at);
        loca = starts.array();
    }

    private boolean composed(int glyph) {
        return font.outlineLength(glyph) > 0 && font.tables().s16(font.outlineStart(glyph)) < 0;
    }

    private void appendComponents(int glyph) {
        if (!composed(glyph)) {
            return;
        }
        var tables = font.tables();
        int at = font.outlineStart(glyph) + 10;
        int flags;
        do {
            flags = tables.u16(at);
            if (indexOf(tables.u16(at + 2)) < 0) {
                if (count == glyphs.length) {
                    glyphs = Arrays.copyOf(glyphs, count + 16);
                }
                glyphs[count++] = tables.u16(at + 2);
            }
            at += componentLength(flags);
        } while ((flags & COMPONENTS_FOLLOW) != 0);
    }

    private void renumberComponents(int start, int length) {
        if (length == 0 || glyf[start] >= 0) {
            return;
        }
        int at = start + 10;
        int flags;
        do {
            flags = (glyf[at] & 0xFF) << 8 | (glyf[at + 1] & 0xFF);
            put16(glyf, at + 2, indexOf((glyf[at + 2] & 0xFF) << 8 | (glyf[at + 3] & 0xFF)));
            at += componentLength(flags);
        } while ((flags & COMPONENTS_FOLLOW) != 0);
    }

    private int indexOf(int glyph) {
        for (int i = 0; i < count; i++) {
            if (glyphs[i] == glyph) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Returns the length of a component: flags and number, offsets in bytes or words, and one, two or four scale
     * factors.
     */
    private static int componentLength(int flags) {
        int offsets = (flags & 0x01) != 0 ? 4 : 2;
        int scales = (flags & 0x08) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0;
        return 4 + offsets + scales;
    }

    private byte[] copy(String tag) {
        int at = font.tables().at(tag);
        return Arrays.copyOfRange(font.tables().file(), at, at + font.tables().length(tag));
    }

    private static byte[] assemble(Map<String, byte[]> parts) {
        int count = parts.size();
        int size = 12 + 16 * count;
        for (var part : parts.values()) {
            size += padded(part.length);
        }
        var out = ByteBuffer.allocate(size);
        int power = Integer.highestOneBit(count);
        out.putInt(0x00010000).putShort((short) count).putShort((short) (16 * power));
        out.putShort((short) Integer.numberOfTrailingZeros(power)).putShort((short) (16 * (count - power)));
        int at = 12 + 16 * count;
        int head = 0;
        for (var part : parts.entrySet()) {
            byte[] bytes = part.getValue();
            out.put(part.getKey().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
            out.putInt(checksum(bytes)).putInt(at).putInt(bytes.length);
            System.arraycopy(bytes, 0, out.array(), at, bytes.length);
            if (part.getKey().equals("head")) {
                head = at;
            }
            at += padded(bytes.length);
        }
        out.putInt(head + 8, 0xB1B0AFBA - checksum(out.array()));
        return out.array();
    }

    private static int checksum(byte[] bytes) {
        int sum = 0;
        int whole = bytes.length & ~3;
        var words = ByteBuffer.wrap(bytes);
        for (int i = 0; i < whole; i += 4) {
            sum += words.getInt(i);
        }
        for (int i = whole; i < bytes.length; i++) {
            sum += (bytes[i] & 0xFF) << (24 - 8 * (i - whole));
        }
        return sum;
    }

    private static int padded(int length) {
        return (length + 3) & ~3;
    }

    private static void put16(byte[] bytes, int at, int value) {
        bytes[at] = (byte) (value >> 8);
        bytes[at + 1] = (byte) value;
    }
}
