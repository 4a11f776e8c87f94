package xindang.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import xindang.reports.font.Face;
import xindang.reports.font.Fonts;
import xindang.reports.layout.Mark;
import xindang.reports.layout.PaperPage;

/**
 * Draws the same glyphs, lines and boxes by plain PDFBox calls into an ordinary PDF. Fonts are parsed once; GSUB is
 * off.
 */
final class BarePaper {
    private static final float POINTS = 0.75f;

    private final Map<Face, TrueTypeFont> parsed = new EnumMap<>(Face.class);

    BarePaper() throws IOException {
        parsed.put(Face.SANS, parse(Fonts.sansRegular()));
        parsed.put(Face.SANS_BOLD, parse(Fonts.sansBold()));
        parsed.put(Face.SERIF_BOLD, parse(Fonts.serifBold()));
    }

    byte[] draw(List<PaperPage> pages) throws IOException {
        try (var document = new PDDocument()) {
            var fonts = new EnumMap<Face, PDFont>(Face.class);
            for (var face : parsed.entrySet()) {
                fonts.put(face.getKey(), PDType0Font.load(document, face.getValue(), true));
            }
            for (var page : pages) {
                var paper = new PDPage(PDRectangle.A4);
                document.addPage(paper);
                try (var content = new PDPageContentStream(document, paper)) {
                    for (var mark : page.marks()) {
                        draw(mark, content, fonts);
                    }
                }
            }
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void draw(Mark mark, PDPageContentStream content, Map<Face, PDFont> fonts) throws IOException {
        if (mark instanceof Mark.Text text) {
            content.beginText();
            content.setFont(fonts.get(text.face()), points(text.size()));
            content.newLineAtOffset(points(text.x()), y(text.baseline()));
            content.showText(text.text());
            content.endText();
        } else if (mark instanceof Mark.Line line) {
            content.setLineWidth(points(line.thickness()));
            content.moveTo(points(line.x1()), y(line.y1()));
            content.lineTo(points(line.x2()), y(line.y2()));
            content.stroke();
        } else if (mark instanceof Mark.Box box) {
            content.addRect(points(box.x()), y(box.y() + box.height()), points(box.width()), points(box.height()));
            content.fill();
        }
    }

    private static float points(double px) {
        return (float) px * POINTS;
    }

    private static float y(double px) {
        return PDRectangle.A4.getHeight() - points(px);
    }

    private static TrueTypeFont parse(InputStream file) throws IOException {
        try (file) {
            var font = new TTFParser().parse(new RandomAccessReadBuffer(file));
            font.setEnableGsub(false);
            return font;
        }
    }
}
