package xindang.reports.layout;

import java.util.ArrayList;
import java.util.List;
import xindang.model.report.ReportContent.Pair;
import xindang.model.report.Section.Figures;
import xindang.reports.font.Face;

/** Boxes side by side. Each has a label above and a figure below. */
final class FiguresBlock {
    private static final int MOST = 8;
    private static final double FIGURE_ROW = 36;
    private static final Style FIGURE = new Style(Face.SANS, 16, Ink.BLACK, 0);

    private FiguresBlock() {}

    static List<Slab> slabs(Figures figures, Type type) {
        var slabs = new ArrayList<Slab>();
        var all = figures.figures();
        for (int from = 0; from < all.size(); from += MOST) {
            slabs.add(row(all.subList(from, Math.min(from + MOST, all.size())), type));
        }
        return slabs;
    }

    private static Slab row(List<Pair> figures, Type type) {
        double height = BodyArea.ROW + FIGURE_ROW;
        double[] widths = widths(figures, type);
        return Slab.free(0, height, (sheet, y) -> {
            sheet.fill(BodyArea.LEFT, y, BodyArea.WIDTH, BodyArea.ROW, Ink.HEAD);
            double x = BodyArea.LEFT;
            for (int i = 0; i < widths.length; i++) {
                double middle = x + widths[i] / 2;
                double room = widths[i] - 2 * BodyArea.INSET;
                var label = type.clean(figures.get(i).label());
                var value = type.orEmpty(figures.get(i).value());
                sheet.upright(Math.max(x, BodyArea.LEFT_EDGE), y, y + height, Grid.THIN, Ink.RULE);
                sheet.centred(label, middle, y + BodyArea.ROW / 2, Fit.into(label, Style.LABEL, room, type));
                sheet.centred(value, middle, y + BodyArea.ROW + FIGURE_ROW / 2, Fit.into(value, FIGURE, room, type));
                x += widths[i];
            }
            sheet.upright(BodyArea.RIGHT_EDGE, y, y + height, Grid.THIN, Ink.RULE);
            sheet.across(BodyArea.LEFT, BodyArea.RIGHT, y, Grid.THIN, Ink.RULE);
            sheet.across(BodyArea.LEFT, BodyArea.RIGHT, y + BodyArea.ROW, Grid.THIN, Ink.RULE);
            sheet.across(BodyArea.LEFT, BodyArea.RIGHT, y + height, Grid.THIN, Ink.RULE);
        });
    }

    /** Returns equal widths, but a large amount takes width from small counts. */
    private static double[] widths(List<Pair> figures, Type type) {
        double[] widths = new double[figures.size()];
        double[] needs = new double[figures.size()];
        for (int i = 0; i < widths.length; i++) {
            double label = type.width(type.clean(figures.get(i).label()), Style.LABEL);
            double value = type.width(type.orEmpty(figures.get(i).value()), FIGURE);
            widths[i] = BodyArea.WIDTH / widths.length;
            needs[i] = Math.max(label, value) + 2 * BodyArea.INSET;
        }
        return Shares.fit(widths, needs);
    }
}
