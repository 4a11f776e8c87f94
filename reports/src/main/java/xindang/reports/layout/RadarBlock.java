package xindang.reports.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import xindang.model.report.Section.Axis;
import xindang.model.report.Section.Radar;

/**
 * A radar chart of shares, with the local average as a dashed line, and a list with the same shares as bars and
 * figures.
 */
final class RadarBlock {
    private static final double RADIUS = 84;
    private static final double HEIGHT = 2 * RADIUS + 64;
    private static final double CENTRE = BodyArea.LEFT + 160;
    private static final double LIST = BodyArea.LEFT + 350;
    private static final double BAR = 120;
    private static final int RINGS = 4;

    private final List<Axis> axes;
    private final Type type;
    private final PaperWords words;
    private final long over;

    private RadarBlock(Radar radar, Type type, PaperWords words) {
        this.axes = radar.axes();
        this.over = radar.over();
        this.type = type;
        this.words = words;
    }

    static List<Slab> slabs(Radar radar, Type type, PaperWords words) {
        if (radar.axes().isEmpty()) {
            return List.of();
        }
        var block = new RadarBlock(radar, type, words);
        double height =
                Math.max(radar.axes().size() < 3 ? 0 : HEIGHT, radar.axes().size() * 26 + 40);
        return List.of(Slab.free(0, height, (sheet, y) -> block.paint(sheet, y + height / 2)));
    }

    private void paint(PageComposer sheet, double middle) {
        if (axes.size() >= 3) {
            web(sheet, middle);
            if (averages()) {
                outline(
                        sheet,
                        middle,
                        axes.stream().mapToDouble(axis -> clamp(axis.average())).toArray(),
                        Ink.FAINT,
                        Mark.Dash.DASHED);
            }
            double[] shares =
                    axes.stream().mapToDouble(axis -> clamp(axis.share())).toArray();
            sheet.add(new Mark.Polygon(corners(middle, shares), Ink.BLUE, 0.14));
            outline(sheet, middle, shares, Ink.BLUE, Mark.Dash.SOLID);
            labels(sheet, middle);
        }
        bars(sheet, middle - (axes.size() * 26 + 26) / 2.0);
    }

    private void web(PageComposer sheet, double middle) {
        for (int ring = 1; ring <= RINGS; ring++) {
            double[] shares = new double[axes.size()];
            java.util.Arrays.fill(shares, (double) ring / RINGS);
            outlineThin(sheet, corners(middle, shares), Ink.HAIR, Mark.Dash.SOLID, 0.5);
        }
        for (int i = 0; i < axes.size(); i++) {
            var end = corner(middle, i, 1);
            sheet.add(new Mark.Line(CENTRE, middle, end.x(), end.y(), 0.5, Ink.HAIR, Mark.Dash.SOLID));
        }
    }

    private void outline(PageComposer sheet, double middle, double[] shares, int colour, Mark.Dash dash) {
        outlineThin(sheet, corners(middle, shares), colour, dash, 1.25);
    }

    private static void outlineThin(
            PageComposer sheet, List<Mark.Point> corners, int colour, Mark.Dash dash, double width) {
        for (int i = 0; i < corners.size(); i++) {
            var from = corners.get(i);
            var to = corners.get((i + 1) % corners.size());
            sheet.add(new Mark.Line(from.x(), from.y(), to.x(), to.y(), width, colour, dash));
        }
    }

    private void labels(PageComposer sheet, double middle) {
        for (int i = 0; i < axes.size(); i++) {
            var at = corner(middle, i, 1 + 12 / RADIUS);
            var label = type.clean(axes.get(i).label());
            double offset = at.x() - CENTRE;
            if (Math.abs(offset) < 4) {
                sheet.centred(label, at.x(), at.y() + (at.y() < middle ? -4 : 4), Style.CAPTION);
            } else if (offset > 0) {
                sheet.left(label, at.x() - 4, at.y(), Fit.into(label, Style.CAPTION, LIST - at.x() - 8, type));
            } else {
                sheet.right(
                        label, at.x() + 4, at.y(), Fit.into(label, Style.CAPTION, at.x() - BodyArea.LEFT + 4, type));
            }
        }
    }

    private void bars(PageComposer sheet, double top) {
        double labelRoom = BodyArea.RIGHT - LIST - BAR - 50;
        for (int i = 0; i < axes.size(); i++) {
            var axis = axes.get(i);
            double middle = top + 13 + i * 26;
            double bar = LIST + labelRoom;
            var label = type.clean(axis.label());
            sheet.left(label, LIST, middle, Fit.into(label, Style.BODY, labelRoom - 10, type));
            sheet.box(bar, middle - 3, BAR, 6, Ink.TRACK);
            sheet.box(bar, middle - 3, BAR * clamp(axis.share()), 6, Ink.BLUE);
            if (axis.average() >= 0) {
                sheet.box(bar + BAR * clamp(axis.average()) - 1, middle - 6, 2, 12, Ink.BLACK);
            }
            sheet.right(axis.share() < 0 ? Type.EMPTY : percent(axis.share()), BodyArea.RIGHT, middle, Style.BODY);
        }
        if (axes.stream().anyMatch(axis -> axis.average() >= 0)) {
            double middle = top + axes.size() * 26 + 16;
            double bar = LIST + labelRoom;
            sheet.box(bar, middle - 6, 2, 12, Ink.BLACK);
            sheet.left(words.of("radar.average", Long.toString(over)), bar + 8, middle, Style.CAPTION);
        }
    }

    private boolean averages() {
        return axes.stream().allMatch(axis -> axis.average() >= 0);
    }

    private List<Mark.Point> corners(double middle, double[] shares) {
        var corners = new ArrayList<Mark.Point>();
        for (int i = 0; i < shares.length; i++) {
            corners.add(corner(middle, i, shares[i]));
        }
        return corners;
    }

    private Mark.Point corner(double middle, int index, double share) {
        double angle = 2 * Math.PI * index / axes.size();
        return new Mark.Point(
                CENTRE + RADIUS * share * StrictMath.sin(angle), middle - RADIUS * share * StrictMath.cos(angle));
    }

    private static double clamp(double share) {
        return Math.max(0, Math.min(1, share));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f%%", 100 * clamp(share));
    }
}
