package xindang.reports.layout;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import xindang.model.report.Section.Align;
import xindang.model.report.Section.ScoreBlock;
import xindang.model.report.Section.ScoreLine;
import xindang.model.report.Section.Scores;

/** All indicators with their values, applied rules and points, below one bar for each block. */
final class ScoresBlock {
    private static final double[] WIDTHS = {146, 166, 244, 86};
    private static final double BAR = 150;

    private final Type type;
    private final LineBreaker breaker;
    private final PaperWords words;

    private ScoresBlock(Type type, PaperWords words) {
        this.type = type;
        this.breaker = new LineBreaker(type);
        this.words = words;
    }

    static List<Slab> slabs(Scores scores, Type type, PaperWords words) {
        var block = new ScoresBlock(type, words);
        var head = block.head();
        var slabs = new ArrayList<Slab>();
        slabs.add(head.held());
        for (var part : scores.blocks()) {
            slabs.add(block.title(part).under(head));
            for (int i = 0; i < part.lines().size(); i++) {
                boolean hold = i == part.lines().size() - 2;
                for (var slab : block.line(part.lines().get(i))) {
                    slabs.add(hold ? slab.under(head).held() : slab.under(head));
                }
            }
        }
        slabs.addAll(ParagraphsBlock.slabs(scores.notes(), 10, type));
        return slabs;
    }

    private Slab head() {
        var grid = new Grid(breaker);
        String[] keys = {"scores.indicator", "scores.value", "scores.rule", "scores.points"};
        double x = BodyArea.LEFT;
        for (int i = 0; i < keys.length; i++) {
            grid.head(x, WIDTHS[i], words.of(keys[i]), i == keys.length - 1 ? Align.RIGHT : Align.LEFT);
            x += WIDTHS[i];
        }
        var row = grid.slabs().get(0);
        return Slab.free(0, row.height(), (sheet, y) -> {
            sheet.across(BodyArea.LEFT, BodyArea.RIGHT, y, Grid.THIN, Ink.RULE);
            row.painter().paint(sheet, y);
        });
    }

    private Slab title(ScoreBlock block) {
        var label = type.clean(block.label());
        var points = type.orEmpty(points(block.points(), block.maximum()));
        double share = share(block.points(), block.maximum());
        return Slab.withNext(0, BodyArea.ROW, (sheet, y) -> {
            double middle = y + BodyArea.ROW / 2;
            double barX = BodyArea.RIGHT - WIDTHS[3] - BAR - 12;
            double labelRoom = barX - BodyArea.LEFT - 2 * BodyArea.INSET;
            sheet.left(
                    label,
                    BodyArea.LEFT + BodyArea.INSET + 0.5,
                    middle,
                    Fit.into(label, Style.STRONG, labelRoom, type));
            sheet.box(barX, middle - 3, BAR, 6, Ink.TRACK);
            sheet.box(barX, middle - 3, BAR * share, 6, Ink.BLUE);
            sheet.right(points, BodyArea.RIGHT - BodyArea.INSET - 0.5, middle, Style.STRONG);
            sheet.upright(BodyArea.LEFT_EDGE, y, y + BodyArea.ROW, Grid.THIN, Ink.RULE);
            sheet.upright(BodyArea.RIGHT_EDGE, y, y + BodyArea.ROW, Grid.THIN, Ink.RULE);
            sheet.across(BodyArea.LEFT, BodyArea.RIGHT, y + BodyArea.ROW, Grid.THIN, Ink.RULE);
        });
    }

    private List<Slab> line(ScoreLine line) {
        var grid = new Grid(breaker);
        String[] texts = {line.label(), line.value(), line.rule(), points(line.points(), line.maximum())};
        double x = BodyArea.LEFT;
        for (int i = 0; i < texts.length; i++) {
            var align = i == texts.length - 1 ? Align.RIGHT : Align.LEFT;
            grid.value(x, WIDTHS[i], type.orEmpty(texts[i]), Style.BODY, align);
            x += WIDTHS[i];
        }
        return grid.slabs();
    }

    /** Returns points and maximum; empty if the maximum is 0 because data are missing. */
    private static String points(BigDecimal points, BigDecimal maximum) {
        return maximum.signum() == 0 ? "" : plain(points) + " / " + plain(maximum);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static double share(BigDecimal points, BigDecimal maximum) {
        if (maximum.signum() <= 0) {
            return 0;
        }
        double share = points.divide(maximum, 4, RoundingMode.HALF_UP).doubleValue();
        return Math.max(0, Math.min(1, share));
    }
}
