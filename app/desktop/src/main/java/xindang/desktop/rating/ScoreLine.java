package xindang.desktop.rating;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import xindang.desktop.ui.Formats;
import xindang.model.rating.Rating;

/**
 * A row in the table of reasons.
 *
 * @param group name of the block, only in its first row
 * @param groupPoints points of the block such as {@code 9/13}; a dash if no points are possible
 * @param last true in the last row of its block
 * @param maximum highest points with the known data; for a missing value, its highest possible points
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
            add(lines, block.label(), of(block.points(), block.assessed(), formats), block.lines(), true);
        }
        for (var adjustment : rating.adjustments()) {
            add(
                    lines,
                    adjustment.label(),
                    of(adjustment.points(), adjustment.limit(), formats),
                    adjustment.lines(),
                    false);
        }
        return lines;
    }

    private static String of(BigDecimal points, BigDecimal most, Formats formats) {
        return most.signum() == 0 ? "—" : formats.number(points) + "/" + formats.number(most);
    }

    /**
     * Adds the rows of a group.
     *
     * @param known true if the maximum counts only known parts
     */
    private static void add(
            List<ScoreLine> lines, String group, String groupPoints, List<Rating.Line> inner, boolean known) {
        for (var i = 0; i < inner.size(); i++) {
            var line = inner.get(i);
            var missing = line.status() == Rating.Status.MISSING;
            lines.add(new ScoreLine(
                    i == 0 ? group : "",
                    i == 0 ? groupPoints : "",
                    i == inner.size() - 1,
                    line.label(),
                    line.value(),
                    missing ? line.note() : line.rule(),
                    line.points(),
                    known && !missing ? line.assessed() : line.maximum(),
                    missing));
        }
    }

    double share() {
        return maximum.signum() == 0 ? 0 : points.doubleValue() / maximum.doubleValue();
    }
}
