package xindang.desktop.rating;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import xindang.desktop.ui.Formats;
import xindang.model.rating.Rating;

/**
 * A line of the table of reasons.
 *
 * @param group name of its block with its points, on the first line of the block only
 * @param groupPoints such as {@code 14/15}
 * @param last true on the last line of its block
 */
record ScoreLine(
        String group,
        String groupPoints,
        boolean last,
        String label,
        String value,
        String rule,
        BigDecimal points,
        BigDecimal maximum,
        boolean missing) {
    static List<ScoreLine> of(Rating rating, Formats formats) {
        var lines = new ArrayList<ScoreLine>();
        for (var block : rating.blocks()) {
            add(lines, block.label(), block.points(), block.maximum(), block.lines(), formats);
        }
        for (var adjustment : rating.adjustments()) {
            add(lines, adjustment.label(), adjustment.points(), adjustment.limit(), adjustment.lines(), formats);
        }
        return lines;
    }

    private static void add(
            List<ScoreLine> lines,
            String group,
            BigDecimal points,
            BigDecimal maximum,
            List<Rating.Line> inner,
            Formats formats) {
        for (var i = 0; i < inner.size(); i++) {
            var line = inner.get(i);
            lines.add(new ScoreLine(
                    i == 0 ? group : "",
                    i == 0 ? formats.number(points) + "/" + formats.number(maximum) : "",
                    i == inner.size() - 1,
                    line.label(),
                    line.value(),
                    line.rule(),
                    line.points(),
                    line.maximum(),
                    line.status() == Rating.Status.MISSING));
        }
    }

    double share() {
        return maximum.signum() == 0 ? 0 : points.doubleValue() / maximum.doubleValue();
    }
}
