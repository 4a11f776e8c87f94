package xindang.desktop.report;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import xindang.reports.font.Face;
import xindang.reports.font.Fonts;
import xindang.reports.font.Outline;
import xindang.reports.layout.Mark;
import xindang.reports.layout.PaperPage;

/**
 * Draws a page exactly as it is printed. Boxes and rules are aligned to whole dots: tables are sharp and QR codes have
 * no gaps. Texts keep their measured positions.
 */
final class ScreenPainter {
    private final GraphicsContext to;
    private final double scale;

    /**
     * Creates a painter.
     *
     * @param scale dots for one px of the page
     */
    ScreenPainter(GraphicsContext to, double scale) {
        this.to = to;
        this.scale = scale;
    }

    void paint(PaperPage page) {
        to.setGlobalAlpha(1);
        to.setFill(Color.WHITE);
        to.fillRect(0, 0, Math.ceil(page.width() * scale), Math.ceil(page.height() * scale));
        to.setLineCap(StrokeLineCap.BUTT);
        page.marks().forEach(this::draw);
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
        to.setFill(colour(box.colour()));
        var left = Math.rint(box.x() * scale);
        var top = Math.rint(box.y() * scale);
        var width = Math.max(1, Math.rint((box.x() + box.width()) * scale) - left);
        var height = Math.max(1, Math.rint((box.y() + box.height()) * scale) - top);
        to.fillRect(left, top, width, height);
    }

    private void line(Mark.Line line) {
        var thickness = Math.max(1, Math.rint(line.thickness() * scale));
        to.setStroke(colour(line.colour()));
        to.setLineWidth(thickness);
        if (line.dash() == Mark.Dash.DASHED) {
            to.setLineDashes(3 * scale, 3 * scale);
        } else {
            to.setLineDashes();
        }
        var upright = line.x1() == line.x2();
        var level = line.y1() == line.y2();
        to.strokeLine(
                place(line.x1(), upright, thickness),
                place(line.y1(), level, thickness),
                place(line.x2(), upright, thickness),
                place(line.y2(), level, thickness));
    }

    /** Aligns a coordinate of a straight rule. The rule then covers whole dots. */
    private double place(double at, boolean across, double thickness) {
        return across ? Math.rint(at * scale - thickness / 2) + thickness / 2 : at * scale;
    }

    private void polygon(Mark.Polygon polygon) {
        var xs = polygon.points().stream().mapToDouble(p -> p.x() * scale).toArray();
        var ys = polygon.points().stream().mapToDouble(p -> p.y() * scale).toArray();
        to.setFill(colour(polygon.colour()));
        to.setGlobalAlpha(polygon.share());
        to.fillPolygon(xs, ys, xs.length);
        to.setGlobalAlpha(1);
    }

    private void watermark(Mark.Watermark mark) {
        to.save();
        to.translate(mark.x() * scale, mark.baseline() * scale);
        to.rotate(-mark.angle());
        to.setGlobalAlpha(mark.share());
        to.setFill(colour(mark.colour()));
        if (mark.face() == Face.EXTRA) {
            outlined(mark.text(), 0, 0, mark.size(), 0);
        } else {
            to.setFont(PaperFonts.font(mark.face(), mark.size() * scale));
            to.fillText(mark.text(), 0, 0);
        }
        to.restore();
    }

    private void text(Mark.Text text) {
        to.setFill(colour(text.colour()));
        if (text.face() == Face.EXTRA) {
            outlined(text.text(), text.x(), text.baseline(), text.size(), text.spacing());
            return;
        }
        to.setFont(PaperFonts.font(text.face(), text.size() * scale));
        if (text.spacing() == 0) {
            to.fillText(text.text(), text.x() * scale, text.baseline() * scale);
        } else {
            spaced(text);
        }
    }

    private void spaced(Mark.Text text) {
        var font = Fonts.bundled().font(text.face());
        var at = text.x();
        for (var i = 0; i < text.text().length(); ) {
            var character = text.text().codePointAt(i);
            to.fillText(Character.toString(character), at * scale, text.baseline() * scale);
            at += font.advance(font.glyph(character)) / 1000 * text.size() + text.spacing();
            i += Character.charCount(character);
        }
    }

    /** JavaFX does not know the font of rare characters, so their outlines are drawn. */
    private void outlined(String text, double x, double baseline, double size, double spacing) {
        var font = Fonts.installed().font(Face.EXTRA);
        var at = x;
        for (var i = 0; i < text.length(); ) {
            var character = text.codePointAt(i);
            var glyph = font.glyph(character);
            to.beginPath();
            Outline.draw(font, glyph, new Shape(at * scale, baseline * scale, size * scale));
            to.fill();
            at += font.advance(glyph) / 1000 * size + spacing;
            i += Character.charCount(character);
        }
    }

    /**
     * Converts an outline to a path. The outline is in em with the y axis up, the path in dots with the y axis down.
     */
    private final class Shape implements Outline.Pen {
        private final double left;
        private final double baseline;
        private final double em;

        private Shape(double left, double baseline, double em) {
            this.left = left;
            this.baseline = baseline;
            this.em = em;
        }

        @Override
        public void move(double x, double y) {
            to.moveTo(left + x * em, baseline - y * em);
        }

        @Override
        public void line(double x, double y) {
            to.lineTo(left + x * em, baseline - y * em);
        }

        @Override
        public void curve(double cx, double cy, double x, double y) {
            to.quadraticCurveTo(left + cx * em, baseline - cy * em, left + x * em, baseline - y * em);
        }

        @Override
        public void close() {
            to.closePath();
        }
    }

    private static Color colour(int rgb) {
        return Color.rgb(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
    }
}
