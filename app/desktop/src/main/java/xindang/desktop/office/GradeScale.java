package xindang.desktop.office;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.TextRoles;

/** Shows the grades of a form from worst to best. Highlights the reached grade and points at the score. */
public final class GradeScale extends Region {
    private static final double GAP = 2;

    /** A grade and its lowest score. The first grade starts at 0. */
    public record Step(String grade, double from) {}

    private final List<Region> steps = new ArrayList<>();
    private final List<Label> letters = new ArrayList<>();
    private final Region pointer = Boxes.styled(new Region(), "pointer");
    private final double place;

    /**
     * Creates the scale.
     *
     * @param scale worst grade first
     * @param maximum highest possible score
     */
    public GradeScale(List<Step> scale, String reached, double score, double maximum) {
        getStyleClass().add("grade-scale");
        for (var step : scale) {
            var bar = Boxes.styled(new Region(), "step", Chips.step(step.grade()));
            var label = TextRoles.of(step.grade());
            if (step.grade().equals(reached)) {
                bar.getStyleClass().add("on");
                label.getStyleClass().add("on");
            }
            steps.add(bar);
            letters.add(label);
        }
        place = place(scale, score, maximum);
        getChildren().addAll(steps);
        getChildren().addAll(letters);
        getChildren().add(pointer);
        setAccessibleText(reached);
    }

    /**
     * Returns the position of the pointer, 0 to 1. All steps have the same width, so the position is scaled within its
     * step.
     */
    private static double place(List<Step> scale, double score, double maximum) {
        for (var i = scale.size() - 1; i >= 0; i--) {
            var from = scale.get(i).from();
            if (score >= from || i == 0) {
                var to = i + 1 < scale.size() ? scale.get(i + 1).from() : maximum;
                var within = to > from ? Math.max(0, Math.min(1, (score - from) / (to - from))) : 0.5;
                return (i + within) / scale.size();
            }
        }
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return steps.size() * 60.0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 22 + letters.get(0).prefHeight(-1);
    }

    @Override
    protected void layoutChildren() {
        var width = getWidth();
        var each = width / steps.size();
        var top = Math.max(0, Math.rint((getHeight() - computePrefHeight(-1)) / 2));
        for (var i = 0; i < steps.size(); i++) {
            steps.get(i).resizeRelocate(i * each, top + 10, each - GAP, 8);
            letters.get(i)
                    .resizeRelocate(
                            i * each, top + 22, each - GAP, letters.get(i).prefHeight(-1));
        }
        pointer.resizeRelocate(Math.rint(width * place) - 6, top, 12, 6);
    }
}
