package xindang.desktop.rating;

import java.util.ArrayList;
import java.util.List;
import xindang.desktop.ui.Formats;
import xindang.desktop.ui.Messages;
import xindang.model.rating.RatingForm;

/**
 * A row of a rating form for reading: the indicator, its rule and its points.
 *
 * @param group name of the block, only in its first row
 * @param label name of the indicator, only in its first row
 * @param last true in the last row of its block
 */
record FormLine(String group, String label, String rule, String points, boolean last) {
    /** Returns all indicators with their rules, then vetoes, caps and grades. */
    static List<FormLine> of(RatingForm form, Messages text, Formats formats) {
        var lines = new ArrayList<FormLine>();
        form.blocks().forEach(block -> group(lines, block.label(), indicators(block.indicators(), formats)));
        form.adjustments().forEach(part -> group(lines, part.label(), indicators(part.items(), formats)));
        group(
                lines,
                text.of("rating.veto"),
                form.vetoes().stream().map(veto -> line(veto.label(), "", "")).toList());
        group(
                lines,
                text.of("rating.cap"),
                form.caps().stream().map(cap -> line(cap.label(), "", "")).toList());
        group(
                lines,
                text.of("rating.grades"),
                form.grades().stream()
                        .map(grade -> line(
                                grade.code(),
                                grade.meaning(),
                                text.of("rating.grade.from", formats.number(grade.from()))))
                        .toList());
        return lines;
    }

    private static List<FormLine> indicators(List<RatingForm.Indicator> indicators, Formats formats) {
        var lines = new ArrayList<FormLine>();
        for (var indicator : indicators) {
            var label = indicator.label();
            for (var step : indicator.steps()) {
                lines.add(line(label, step.text(), formats.number(step.points())));
                label = "";
            }
        }
        return lines;
    }

    private static FormLine line(String label, String rule, String points) {
        return new FormLine("", label, rule, points, false);
    }

    private static void group(List<FormLine> lines, String group, List<FormLine> inner) {
        for (var i = 0; i < inner.size(); i++) {
            var line = inner.get(i);
            lines.add(
                    new FormLine(i == 0 ? group : "", line.label(), line.rule(), line.points(), i == inner.size() - 1));
        }
    }
}
