package xindang.reports.font;

import java.util.HashMap;
import java.util.Map;

/** Reads the table directory of a font file, and big-endian numbers from the file. */
final class TableReader {
    private final byte[] file;
    private final Map<String, int[]> directory = new HashMap<>();

    TableReader(byte[] file) {
        this.file = file;
        if (file.length < 12 || (u32(0) != 0x00010000L && u32(0) != 0x74727565L)) {
            throw new IllegalArgumentException("not a TrueType font file");
        }
        int count = u16(4);
        for (int i = 0; i < count; i++) {
            int entry = 12 + 16 * i;
            var tag = new String(file, entry, 4, java.nio.charset.StandardCharsets.ISO_8859_1);
            directory.put(tag, new int[] {(int) u32(entry + 8), (int) u32(entry + 12)});
        }
    }

    boolean has(String tag) {
        return directory.containsKey(tag);
    }

    /** Returns the offset of a table in the file. */
    int at(String tag) {
        return entry(tag)[0];
    }

    int length(String tag) {
        return entry(tag)[1];
    }

    byte[] file() {
        return file;
    }

    int u8(int offset) {
        return file[offset] & 0xFF;
    }

    int u16(int offset) {
        return (file[offset] & 0xFF) << 8 | (file[offset + 1] & 0xFF);
    }

    int s16(int offset) {
        return (short) u16(offset);
    }

    long u32(int offset) {
        return (long) u16(offset) << 16 | u16(offset + 2);
    }

    private int[] entry(String tag) {
        var entry = directory.get(tag);
        if (entry == null) {
            throw new IllegalArgumentException("font has no table " + tag);
        }
        return entry;
    }
}
