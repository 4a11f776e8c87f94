package xindang.reports.font;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Optional;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SubsetTest {
    private static final String TEXT = "农户信用报告 AA 86/100 㛃䶮𬭊";

    @ParameterizedTest
    @EnumSource(names = "EXTRA", mode = EnumSource.Mode.EXCLUDE)
    void subsetHoldsTheOutlinesAndWidthsOfTheWholeFont(Face face) throws IOException {
        var font = Fonts.bundled().font(face);
        int[] glyphs = TEXT.codePoints().map(font::glyph).toArray();
        int[] withMissing = new int[glyphs.length + 1];
        System.arraycopy(glyphs, 0, withMissing, 1, glyphs.length);
        try (var whole = parse(Fonts.class.getResourceAsStream(face.file()).readAllBytes());
                var part = new TTFParser(true).parse(new RandomAccessReadBuffer(Subset.of(font, withMissing)))) {
            assertEquals(withMissing.length, part.getNumberOfGlyphs());
            for (int i = 0; i < withMissing.length; i++) {
                assertEquals(whole.getAdvanceWidth(withMissing[i]), part.getAdvanceWidth(i));
                var expected = whole.getGlyph().getGlyph(withMissing[i]);
                var found = part.getGlyph().getGlyph(i);
                assertEquals(expected == null, found == null);
                if (expected != null) {
                    assertEquals(
                            expected.getPath().getBounds2D(), found.getPath().getBounds2D());
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = "EXTRA", mode = EnumSource.Mode.EXCLUDE)
    void everyFaceHasTheRareCharactersOfNames(Face face) {
        var font = Fonts.bundled().font(face);
        "㛃䶮𬭊刘王—…〓".codePoints().forEach(code -> assertNotEquals(0, font.glyph(code), Character.toString(code)));
    }

    @Test
    void characterOutsideTheSerifIsDrawnInTheSans() {
        assertEquals(Optional.of(Face.SANS_BOLD), Fonts.bundled().faceFor('\u3402', Face.SERIF_BOLD));
        assertEquals(Optional.empty(), Fonts.bundled().faceFor(0x20BB7, Face.SERIF_BOLD));
    }

    @Test
    void sameGlyphsGiveTheSameFile() {
        var font = Fonts.bundled().font(Face.SANS);
        int[] glyphs = {0, font.glyph('农'), font.glyph('户')};
        assertArrayEquals(Subset.of(font, glyphs), Subset.of(font, glyphs));
    }

    @Test
    void whatIsNoFontIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new TrueType("OTTO font".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
    }

    private static TrueTypeFont parse(byte[] file) throws IOException {
        return new TTFParser().parse(new RandomAccessReadBuffer(file));
    }
}
