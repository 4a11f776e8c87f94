package xindang.reports.font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The typefaces of a report. The bundled ones contain GB 2312, GBK, Extension A and the rare characters of the
 * 8,105-character table. Other characters come from a font file that the user installed; if it lacks them too, 〓 is
 * drawn.
 */
public final class Fonts {
    /** Drawn in place of a character that no font has. */
    public static final String MISSING = "〓";

    private static final List<Path> USUAL_PLACES = List.of(
            Path.of("/usr/share/fonts/truetype/hanazono/HanaMinB.ttf"),
            Path.of("/usr/share/fonts/truetype/hanazono/HanaMinA.ttf"),
            Path.of("C:/Windows/Fonts/simsunb.ttf"));

    private static final System.Logger LOG = System.getLogger(Fonts.class.getName());

    private final EnumMap<Face, TrueType> faces;

    private Fonts(Map<Face, TrueType> faces) {
        this.faces = new EnumMap<>(faces);
    }

    /** Returns the bundled typefaces. They are parsed at the first use and shared by the process. */
    public static Fonts bundled() {
        return Bundled.FONTS;
    }

    /**
     * Returns these typefaces and one more for characters that they lack.
     *
     * @throws IllegalArgumentException if the file is not a TrueType font, for example a .ttc or CFF font
     */
    public Fonts with(Path file) {
        try {
            var more = new EnumMap<>(faces);
            more.put(Face.EXTRA, new TrueType(Files.readAllBytes(file)));
            return new Fonts(more);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read font " + file, e);
        }
    }

    /** Returns the bundled typefaces and the first usable font for rare characters in the usual folders. */
    public static Fonts installed() {
        return installed(USUAL_PLACES);
    }

    static Fonts installed(List<Path> places) {
        for (var place : places) {
            if (Files.isReadable(place)) {
                try {
                    return bundled().with(place);
                } catch (IllegalArgumentException | IndexOutOfBoundsException | UncheckedIOException e) {
                    LOG.log(System.Logger.Level.WARNING, "font not usable: {0}: {1}", place, e.getMessage());
                }
            }
        }
        return bundled();
    }

    /** Opens the file of Noto Sans SC 400, for a toolkit that loads fonts itself. */
    public static InputStream sansRegular() {
        return open(Face.SANS);
    }

    /** Opens the file of Noto Sans SC 700. */
    public static InputStream sansBold() {
        return open(Face.SANS_BOLD);
    }

    /** Opens the file of Noto Serif SC 700, reduced to GB 2312 and the 8,105-character table. */
    public static InputStream serifBold() {
        return open(Face.SERIF_BOLD);
    }

    /** Returns the parsed font of a face. {@link Face#EXTRA} exists only after {@link #with}. */
    public TrueType font(Face face) {
        var font = faces.get(face);
        if (font == null) {
            throw new IllegalArgumentException("no font for " + face);
        }
        return font;
    }

    /** Returns the face that draws a character for a wanted face; empty if no font has the character. */
    public Optional<Face> faceFor(int codePoint, Face wanted) {
        if (font(wanted).glyph(codePoint) != 0) {
            return Optional.of(wanted);
        }
        if (wanted == Face.SERIF_BOLD && font(Face.SANS_BOLD).glyph(codePoint) != 0) {
            return Optional.of(Face.SANS_BOLD);
        }
        return faces.containsKey(Face.EXTRA) && font(Face.EXTRA).glyph(codePoint) != 0
                ? Optional.of(Face.EXTRA)
                : Optional.empty();
    }

    private static InputStream open(Face face) {
        var stream = Fonts.class.getResourceAsStream(face.file());
        if (stream == null) {
            throw new IllegalStateException("font missing in the program: " + face.file());
        }
        return stream;
    }

    private static TrueType parse(Face face) {
        try (var stream = open(face)) {
            return new TrueType(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read font " + face.file(), e);
        }
    }

    private static final class Bundled {
        static final Fonts FONTS = new Fonts(Map.of(
                Face.SANS, parse(Face.SANS),
                Face.SANS_BOLD, parse(Face.SANS_BOLD),
                Face.SERIF_BOLD, parse(Face.SERIF_BOLD)));
    }
}
