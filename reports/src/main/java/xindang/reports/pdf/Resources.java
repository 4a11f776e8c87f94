package xindang.reports.pdf;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import xindang.reports.font.Face;
import xindang.reports.font.Fonts;
import xindang.reports.font.Outline;
import xindang.reports.layout.Mark;

/** The fonts, transparencies and watermarks of one document, shared by its pages. */
final class Resources {
    private static final double POINTS = 0.75;

    private final Fonts fonts;
    private final Streams streams;
    private final Map<Face, EmbeddedFont> embedded = new EnumMap<>(Face.class);
    private final Map<Face, COSName> fontNames = new EnumMap<>(Face.class);
    private final Map<Double, COSName> transparencies = new TreeMap<>();
    private final Map<String, COSName> watermarkNames = new HashMap<>();
    private final COSDictionary forms = new COSDictionary();

    Resources(Fonts fonts, Streams streams) {
        this.fonts = fonts;
        this.streams = streams;
    }

    EmbeddedFont font(Face face) {
        var font = embedded.get(face);
        if (font == null) {
            font = new EmbeddedFont(face, fonts.font(face));
            embedded.put(face, font);
            fontNames.put(face, COSName.getPDFName("F" + embedded.size()));
        }
        return font;
    }

    COSName fontName(Face face) {
        font(face);
        var name = fontNames.get(face);
        return name == null ? COSName.F : name;
    }

    COSName transparency(double share) {
        return transparencies.computeIfAbsent(share, key -> COSName.getPDFName("T" + Math.round(key * 1000)));
    }

    /** Returns the form that draws a watermark horizontally at the origin. */
    COSName watermark(Mark.Watermark mark) {
        return watermarkNames.computeIfAbsent(mark.text(), key -> {
            var name = COSName.getPDFName("W" + (watermarkNames.size() + 1));
            forms.setItem(name, form(mark));
            return name;
        });
    }

    /** Returns the resource dictionary. Call it after all pages are painted. */
    COSDictionary dictionary() {
        var fontDictionary = new COSDictionary();
        embedded.forEach((face, font) -> fontDictionary.setItem(fontName(face), font.dictionary(streams)));
        var states = new COSDictionary();
        transparencies.forEach((share, name) -> {
            var state = new COSDictionary();
            state.setItem(COSName.TYPE, COSName.EXT_G_STATE);
            state.setItem(COSName.CA_NS, new COSFloat(share.floatValue()));
            states.setItem(name, state);
        });
        var resources = new COSDictionary();
        resources.setItem(COSName.FONT, fontDictionary);
        resources.setItem(COSName.EXT_G_STATE, states);
        resources.setItem(COSName.XOBJECT, forms);
        return resources;
    }

    private COSStream form(Mark.Watermark mark) {
        var out = new Operators();
        out.colour(mark.colour()).op("rg");
        var font = fonts.font(mark.face());
        double scale = mark.size() * POINTS;
        double x = 0;
        for (int i = 0; i < mark.text().length(); ) {
            int character = mark.text().codePointAt(i);
            var face = fonts.faceFor(character, mark.face()).orElse(mark.face());
            var here = face == mark.face() ? font : fonts.font(face);
            int glyph = here.glyph(character);
            Outline.draw(here, glyph, new FormPen(out, x, scale));
            x += here.advance(glyph) / 1000 * scale;
            i += Character.charCount(character);
        }
        out.op("f");
        var form = streams.of(out.toBytes());
        form.setItem(COSName.TYPE, COSName.XOBJECT);
        form.setItem(COSName.SUBTYPE, COSName.FORM);
        var box = new COSArray();
        for (double side : new double[] {0, -0.3 * scale, x, 1.2 * scale}) {
            box.add(new COSFloat((float) side));
        }
        form.setItem(COSName.BBOX, box);
        form.setItem(COSName.RESOURCES, new COSDictionary());
        return form;
    }
}
