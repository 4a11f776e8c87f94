package xindang.reports.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A page during layout. It keeps fills, lines and text apart: the watermark goes between the fills and all other parts,
 * and outputs draw equal elements in sequence faster.
 */
final class PageComposer {
    private final Type type;
    private final List<Mark> fills = new ArrayList<>();
    private final List<Mark> watermarks = new ArrayList<>();
    private final List<Mark> lines = new ArrayList<>();
    private final Map<Double, Integer> uprights = new HashMap<>();
    private final List<Mark> texts = new ArrayList<>();
    private final List<Mark> links = new ArrayList<>();

    PageComposer(Type type) {
        this.type = type;
    }

    /** Adds a filled area below the watermark. */
    void fill(double x, double y, double width, double height, int colour) {
        fills.add(new Mark.Box(x, y, width, height, colour));
    }

    /** Adds a box above the watermark, for example a bar or a module of a QR code. */
    void box(double x, double y, double width, double height, int colour) {
        if (width > 0) {
            lines.add(new Mark.Box(x, y, width, height, colour));
        }
    }

    void across(double x1, double x2, double y, double thickness, int colour) {
        lines.add(new Mark.Line(x1, y, x2, y, thickness, colour, Mark.Dash.SOLID));
    }

    /** Adds a vertical line. A line in a table row extends the line of the row above. */
    void upright(double x, double y1, double y2, double thickness, int colour) {
        var above = uprights.get(x);
        if (above != null
                && lines.get(above) instanceof Mark.Line line
                && line.y2() == y1
                && line.thickness() == thickness
                && line.colour() == colour) {
            lines.set(above, new Mark.Line(x, line.y1(), x, y2, thickness, colour, Mark.Dash.SOLID));
            return;
        }
        uprights.put(x, lines.size());
        lines.add(new Mark.Line(x, y1, x, y2, thickness, colour, Mark.Dash.SOLID));
    }

    void add(Mark.Line line) {
        lines.add(line);
    }

    void add(Mark.Polygon polygon) {
        lines.add(polygon);
    }

    void add(Mark.Watermark watermark) {
        watermarks.add(watermark);
    }

    void add(Mark.Link link) {
        links.add(link);
    }

    /** Adds cleaned text on a base line. The face changes at characters that the face lacks. */
    void text(String text, double x, double baseline, Style style) {
        if (text.isEmpty()) {
            return;
        }
        int cut = Squeeze.first(text);
        if (cut > 0) {
            double gap = Squeeze.EM_HALF * style.size() / 1000;
            var start = text.substring(0, cut);
            text(start, x, baseline, style);
            text(text.substring(cut), x + type.width(start, style) + style.spacing() - gap, baseline, style);
            return;
        }
        double at = x;
        var pieces = type.pieces(text, style.face());
        for (var piece : pieces) {
            texts.add(new Mark.Text(
                    piece.text(), at, baseline, piece.face(), style.size(), style.spacing(), style.colour()));
            if (pieces.size() > 1) {
                at += type.width(piece.text(), style) + style.spacing();
            }
        }
    }

    /** Adds text that is vertically centred at {@code middle}, as a browser does. */
    void left(String text, double x, double middle, Style style) {
        text(text, x, middle + 0.436 * style.size(), style);
    }

    void right(String text, double x, double middle, Style style) {
        left(text, x - type.width(text, style), middle, style);
    }

    void centred(String text, double x, double middle, Style style) {
        left(text, x - type.width(text, style) / 2, middle, style);
    }

    PaperPage page() {
        var marks = new ArrayList<Mark>(fills.size() + watermarks.size() + lines.size() + texts.size() + links.size());
        marks.addAll(fills);
        marks.addAll(watermarks);
        marks.addAll(lines);
        marks.addAll(texts);
        marks.addAll(links);
        return new PaperPage(PaperPage.A4_WIDTH, PaperPage.A4_HEIGHT, marks);
    }
}
