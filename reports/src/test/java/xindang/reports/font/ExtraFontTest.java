package xindang.reports.font;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A font that a user installed for what the bundled ones lack. */
class ExtraFontTest {
    /** 吉 with a long lower stroke, in no bundled font. */
    private static final int LONG_JI = 0x20BB7;

    @TempDir
    private Path folder;

    private Path installed = Path.of("");

    @BeforeEach
    void install() throws IOException {
        installed = Files.write(folder.resolve("extra.ttf"), withLongJi());
    }

    @Test
    void drawsWhatTheBundledFontsLack() {
        var fonts = Fonts.installed(List.of(folder.resolve("none.ttf"), installed));
        assertEquals(Optional.of(Face.EXTRA), fonts.faceFor(LONG_JI, Face.SERIF_BOLD));
        assertEquals(Optional.of(Face.SANS), fonts.faceFor('林', Face.SANS));
    }

    @Test
    void unusableFontIsPassedOver() throws IOException {
        var broken = Files.write(folder.resolve("broken.ttf"), new byte[100]);
        assertSame(Fonts.bundled(), Fonts.installed(List.of(broken)));
        assertThrows(IllegalArgumentException.class, () -> Fonts.bundled().with(broken));
    }

    /** The serif with one of its rare characters renamed. */
    static byte[] withLongJi() throws IOException {
        byte[] file;
        try (var stream = Fonts.serifBold()) {
            file = stream.readAllBytes();
        }
        var tables = new TableReader(file);
        int cmap = tables.at("cmap");
        for (int i = 0; i < tables.u16(cmap + 2); i++) {
            int subtable = cmap + (int) tables.u32(cmap + 8 + 8 * i);
            if (tables.u16(subtable) == 12) {
                rename(file, tables, subtable);
            }
        }
        return file;
    }

    private static void rename(byte[] file, TableReader tables, int subtable) {
        for (int group = subtable + 16; ; group += 12) {
            if (tables.u32(group) >= LONG_JI) {
                for (int at : new int[] {group, group + 4}) {
                    file[at + 1] = (byte) (LONG_JI >> 16);
                    file[at + 2] = (byte) (LONG_JI >> 8);
                    file[at + 3] = (byte) LONG_JI;
                }
                return;
            }
        }
    }
}
