package xindang.desktop.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javafx.scene.text.Font;
import xindang.reports.font.Face;
import xindang.reports.font.Fonts;

/** The fonts of the paper on the screen. They are loaded at first use. */
final class PaperFonts {
    private PaperFonts() {}

    /** Returns a font of a size in px. */
    static Font font(Face face, double size) {
        return new Font(
                switch (face) {
                    case SANS -> Names.SANS;
                    case SANS_BOLD -> Names.SANS_BOLD;
                    case SERIF_BOLD -> Names.SERIF_BOLD;
                    case EXTRA -> throw new IllegalArgumentException("an installed font is drawn by its outlines");
                },
                size);
    }

    /** The full names of the fonts in JavaFX. */
    private static final class Names {
        static final String SANS = load(Fonts.sansRegular());
        static final String SANS_BOLD = load(Fonts.sansBold());
        static final String SERIF_BOLD = load(Fonts.serifBold());

        private static String load(InputStream file) {
            try (file) {
                var font = Font.loadFont(file, 12);
                if (font == null) {
                    throw new IllegalStateException("the toolkit cannot load a bundled font");
                }
                return font.getName();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
