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
 * The typefaces a report may use. The bundled ones hold GB 2312, GBK, Extension A and the rare characters of the
 * 8,105-character table; for the few beyond them a font file that the user installed is asked, then 〓 is drawn.
 */
public final class Fonts {
    /** Drawn for a character that no font has. */
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

    /** The bundled typefaces, parsed at first use and shared by the process. */
    public static Fonts bundled() {
        return Bundled.FONTS;
    }

    /**
     * The bundled typefaces and one more for characters they lack.
     *
     * @throws IllegalArgumentException when the file is no TrueType font (a .ttc or CFF font is none)
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

    /** The bundled typefaces with the first usable font for rare characters where systems usually keep one. */
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

    /** The file of Noto Sans SC 400, for a toolkit that loads fonts itself. */
    public static InputStream sansRegular() {
        return open(Face.SANS);
    }

    /** The file of Noto Sans SC 700. */
    public static InputStream sansBold() {
        return open(Face.SANS_BOLD);
    }

    /** The file of Noto Serif SC 700, cut down to GB 2312 and the 8,105-character table. */
    public static InputStream serifBold() {
        return open(Face.SERIF_BOLD);
    }

    /** The parsed file of a face; {@link Face#EXTRA} only where {@link #with} gave one. */
    public TrueType font(Face face) {
        var font = faces.get(face);
        if (font == null) {
            throw new IllegalArgumentException("no font for " + face);
        }
        return font;
    }

    /** The face that draws a character when {@code wanted} was asked for; empty when none has it. */
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
