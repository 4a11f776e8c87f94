package xindang.reports.layout;

import java.util.ArrayList;
import java.util.List;
import xindang.model.report.ReportContent.Pair;
import xindang.model.report.Section.Align;
import xindang.model.report.Section.Facts;

/** A grid of labels and values, two to six columns wide. */
final class FactsBlock {
    private static final double LABEL = 84;
    /** Widths of the values in three columns. The first is wide enough for an identity number. */
    private static final double[] THREE = {160, 117, 113};

    private final Type type;
    private final LineBreaker breaker;
    private final int columns;
    private final double[] widths;

    private FactsBlock(Facts facts, Type type) {
        this.type = type;
        this.breaker = new LineBreaker(type);
        this.columns = facts.rows().stream().mapToInt(List::size).max().orElse(1);
        this.widths = widths(facts.rows());
    }

    static List<Slab> slabs(Facts facts, Type type) {
        var block = new FactsBlock(facts, type);
        var slabs = new ArrayList<Slab>();
        slabs.add(Grid.topLine(0));
        for (var row : facts.rows()) {
            for (var slab : block.row(row)) {
                slabs.add(slab.under(Grid.topLine(0)));
            }
        }
        return slabs;
    }

    private List<Slab> row(List<Pair> pairs) {
        var grid = new Grid(breaker);
        int wide = widest(pairs);
        double x = BodyArea.LEFT;
        int column = 0;
        for (int i = 0; i < pairs.size(); i++) {
            var pair = pairs.get(i);
            int span = i == wide ? columns - pairs.size() + 1 : 1;
            double width = -LABEL;
            for (int j = 0; j < span; j++) {
                width += LABEL + widths[column++];
            }
            grid.label(x, LABEL, type.clean(pair.label()));
            grid.value(x + LABEL, width, type.orEmpty(pair.value()), Style.BODY, Align.LEFT);
            x += LABEL + width;
        }
        return grid.slabs();
    }

    /** Returns the index of the longest value. It gets the free space of a row with fewer pairs than columns. */
    private int widest(List<Pair> pairs) {
        int wide = 0;
        double most = -1;
        for (int i = 0; i < pairs.size(); i++) {
            double width = natural(pairs.get(i));
            if (width > most) {
                most = width;
                wide = i;
            }
        }
        return wide;
    }

    private double[] widths(List<List<Pair>> rows) {
        double room = BodyArea.WIDTH - columns * LABEL;
        double[] result = new double[columns];
        for (int i = 0; i < columns; i++) {
            result[i] = columns == 3 ? THREE[i] : room / columns;
        }
        double[] needs = new double[columns];
        for (var row : rows) {
            for (int i = 0; row.size() == columns && i < columns; i++) {
                needs[i] = Math.max(needs[i], natural(row.get(i)));
            }
        }
        return Shares.fit(result, needs);
    }

    private double natural(Pair pair) {
        return type.width(type.orEmpty(pair.value()), Style.BODY) + 2 * BodyArea.INSET + 1.5;
    }
}
