package xindang.reports.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import xindang.reports.font.Face;
import xindang.reports.font.Fonts;
import xindang.reports.font.TrueType;

/**
 * Measures and cleans text. A character that no font has becomes 〓 and is recorded for the report log. Characters
 * without a printed form are removed: controls, variation selectors and zero-width signs. Each report uses its own
 * instance.
 */
final class Type {
    /** Printed in place of an empty value. */
    static final String EMPTY = "— —";

    private final Fonts fonts;
    private final TrueType sans;
    private final TrueType bold;
    private final Set<Integer> missing = new TreeSet<>();

    Type(Fonts fonts) {
        this.fonts = fonts;
        this.sans = fonts.font(Face.SANS);
        this.bold = fonts.font(Face.SANS_BOLD);
    }

    /** Returns the characters found up to now that no font has. */
    Set<Integer> missing() {
        return missing;
    }

    /** Returns the text in a form that can be drawn. Line breaks stay; other white space becomes a space. */
    String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean usual = (c >= ' ' && c < 0x7F) || (c >= 0x4E00 && c <= 0x9FA5);
            if (!usual && !plain(c)) {
                return rewritten(text);
            }
        }
        return text;
    }

    /** Returns the cleaned text, or — — for a blank text. */
    String orEmpty(String text) {
        return text.isBlank() ? EMPTY : clean(text);
    }

    double width(String text, Style style) {
        return width(text, 0, text.length(), style);
    }

    /** Returns the width of {@code text[from, to)}, with spacing after each character except the last. */
    double width(String text, int from, int to, Style style) {
        double thousandths = 0;
        int characters = 0;
        int before = 0;
        for (int i = from; i < to; ) {
            int code = text.codePointAt(i);
            thousandths += advance(code, style.face()) - Squeeze.between(before, code);
            before = code;
            characters++;
            i += Character.charCount(code);
        }
        return thousandths * style.size() / 1000 + Math.max(0, characters - 1) * style.spacing();
    }

    /** Returns the advance width of one cleaned character in thousandths of an em. */
    double advance(int code, Face wanted) {
        var font = fonts.font(wanted);
        int glyph = font.glyph(code);
        if (glyph != 0) {
            return font.advance(glyph);
        }
        var other = fonts.font(fonts.faceFor(code, wanted).orElseThrow());
        return other.advance(other.glyph(code));
    }

    /** A part of a text that one face can draw. */
    record Piece(String text, Face face) {}

    /** Divides cleaned text at the places where the face must change. */
    List<Piece> pieces(String text, Face wanted) {
        if (allIn(text, fonts.font(wanted))) {
            return List.of(new Piece(text, wanted));
        }
        var pieces = new ArrayList<Piece>();
        int start = 0;
        var face = wanted;
        for (int i = 0; i < text.length(); ) {
            int code = text.codePointAt(i);
            var here = fonts.faceFor(code, wanted).orElseThrow();
            if (here != face && i > start) {
                pieces.add(new Piece(text.substring(start, i), face));
                start = i;
            }
            face = here;
            i += Character.charCount(code);
        }
        pieces.add(new Piece(text.substring(start), face));
        return pieces;
    }

    private static boolean allIn(String text, TrueType font) {
        for (int i = 0; i < text.length(); ) {
            int code = text.codePointAt(i);
            if (font.glyph(code) == 0) {
                return false;
            }
            i += Character.charCount(code);
        }
        return true;
    }

    private boolean plain(char c) {
        return c != 0xA0 && !Character.isSurrogate(c) && !isInvisible(c) && sans.glyph(c) != 0 && bold.glyph(c) != 0;
    }

    private String rewritten(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints().forEach(code -> {
            if (code == '\n') {
                out.append('\n');
            } else if (code == '\t' || code == 0xA0 || code == 0x2028 || code == 0x2029) {
                out.append(' ');
            } else if (!isInvisible(code)) {
                out.append(fonts.faceFor(code, Face.SANS).isPresent() ? Character.toString(code) : markMissing(code));
            }
        });
        return out.toString();
    }

    private String markMissing(int code) {
        missing.add(code);
        return Fonts.MISSING;
    }

    private static boolean isInvisible(int code) {
        int type = Character.getType(code);
        return code < ' '
                || (type == Character.CONTROL)
                || (type == Character.FORMAT)
                || (code >= 0xFE00 && code <= 0xFE0F)
                || (code >= 0xE0100 && code <= 0xE01EF);
    }
}
