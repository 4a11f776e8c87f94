package xindang.reports.pdf;

import org.apache.pdfbox.cos.COSName;
import xindang.reports.font.Face;
import xindang.reports.layout.Mark;
import xindang.reports.layout.PaperPage;

/**
 * Turns the elements of one page into operators. Equal neighbours share their state: boxes of one colour are one fill,
 * lines of one kind are one stroke, and all text is one text object.
 */
final class PdfPainter {
    private static final double POINTS = 0.75;

    private final Operators out = new Operators();
    private final Resources resources;
    private final double height;

    private int fill = -1;
    private int stroke = -1;
    private double thickness = -1;
    private Mark.Dash dash = Mark.Dash.SOLID;
    private boolean inText;
    private boolean pathOpen;
    private boolean pathStroked;
    private Face face = Face.EXTRA;
    private double size = -1;
    private double spacing;
    private long textX;
    private long textY;

    private PdfPainter(PaperPage page, Resources resources) {
        this.resources = resources;
        this.height = page.height() * POINTS;
    }

    static byte[] paint(PaperPage page, Resources resources) {
        var painter = new PdfPainter(page, resources);
        for (var mark : page.marks()) {
            painter.draw(mark);
        }
        painter.endPath();
        painter.endText();
        return painter.out.toBytes();
    }

    private void draw(Mark mark) {
        if (mark instanceof Mark.Text text) {
            text(text);
        } else if (mark instanceof Mark.Box box) {
            box(box);
        } else if (mark instanceof Mark.Line line) {
            line(line);
        } else if (mark instanceof Mark.Polygon polygon) {
            polygon(polygon);
        } else if (mark instanceof Mark.Watermark watermark) {
            watermark(watermark);
        }
    }

    private void box(Mark.Box box) {
        path(false);
        if (fill != box.colour()) {
            endPath();
            fillColour(box.colour());
        }
        out.number(box.x() * POINTS)
                .number(y(box.y() + box.height()))
                .number(box.width() * POINTS)
                .number(box.height() * POINTS)
                .op("re");
        pathOpen = true;
    }

    private void line(Mark.Line line) {
        path(true);
        if (stroke != line.colour() || thickness != line.thickness() || dash != line.dash()) {
            endPath();
            strokeState(line);
        }
        out.number(line.x1() * POINTS).number(y(line.y1())).op("m");
        out.number(line.x2() * POINTS).number(y(line.y2())).op("l");
        pathOpen = true;
    }

    private void strokeState(Mark.Line line) {
        if (stroke != line.colour()) {
            stroke = line.colour();
            out.colour(stroke).op("RG");
        }
        if (thickness != line.thickness()) {
            thickness = line.thickness();
            out.number(thickness * POINTS).op("w");
        }
        if (dash != line.dash()) {
            dash = line.dash();
            out.op(dash == Mark.Dash.SOLID ? "[] 0 d" : "[2.25 2.25] 0 d");
        }
    }

    private void polygon(Mark.Polygon polygon) {
        path(false);
        endPath();
        out.op("q");
        name(resources.transparency(polygon.share())).op("gs");
        out.colour(polygon.colour()).op("rg");
        var operator = "m";
        for (var point : polygon.points()) {
            out.number(point.x() * POINTS).number(y(point.y())).op(operator);
            operator = "l";
        }
        out.op("h f").op("Q");
    }

    private void watermark(Mark.Watermark mark) {
        path(false);
        endPath();
        double angle = Math.toRadians(mark.angle());
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        out.op("/Artifact BMC").op("q");
        name(resources.transparency(mark.share())).op("gs");
        out.raw(Decimals.of(cos)).raw(Decimals.of(sin)).raw(Decimals.of(-sin)).raw(Decimals.of(cos));
        out.number(mark.x() * POINTS).number(y(mark.baseline())).op("cm");
        name(resources.watermark(mark)).op("Do");
        out.op("Q").op("EMC");
    }

    private void text(Mark.Text text) {
        endPath();
        if (!inText) {
            out.op("BT");
            inText = true;
            textX = 0;
            textY = 0;
        }
        textState(text);
        long x = Math.round(text.x() * POINTS * 100);
        long y = Math.round(y(text.baseline()) * 100);
        out.hundredths(x - textX).hundredths(y - textY).op("Td");
        textX = x;
        textY = y;
        string(text.text(), resources.font(text.face()));
    }

    private void textState(Mark.Text text) {
        if (fill != text.colour()) {
            fillColour(text.colour());
        }
        if (face != text.face() || size != text.size()) {
            face = text.face();
            size = text.size();
            name(resources.fontName(face)).number(size * POINTS).op("Tf");
        }
        if (spacing != text.spacing()) {
            spacing = text.spacing();
            out.number(spacing * POINTS).op("Tc");
        }
    }

    private void string(String text, EmbeddedFont font) {
        out.openString();
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            out.code(font.code(character));
            i += Character.charCount(character);
        }
        out.closeString();
        out.op("Tj");
    }

    /** Ends a text object, and ends a path of the other kind. */
    private void path(boolean stroked) {
        endText();
        if (pathStroked != stroked) {
            endPath();
            pathStroked = stroked;
        }
    }

    private void endPath() {
        if (pathOpen) {
            out.op(pathStroked ? "S" : "f");
            pathOpen = false;
        }
    }

    private void endText() {
        if (inText) {
            out.op("ET");
            inText = false;
        }
    }

    private void fillColour(int colour) {
        fill = colour;
        out.colour(colour).op("rg");
    }

    private Operators name(COSName name) {
        return out.raw("/").raw(name.getName()).raw(" ");
    }

    private double y(double fromTop) {
        return height - fromTop * POINTS;
    }
}
