package xindang.desktop.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;

/**
 * A radar chart. A polygon shows the share of the maximum for each block. A dashed one shows the average of the
 * village.
 */
public final class Radar extends Region {
    private static final int RINGS = 4;
    /** The fewest known averages that are drawn. */
    private static final int FEWEST = 3;

    /** One axis. A negative average is unknown. */
    public record Axis(String label, double share, double average) {}

    private final List<Axis> axes;
    private final List<Polygon> rings = new ArrayList<>();
    private final List<Line> spokes = new ArrayList<>();
    private final List<Circle> corners = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();
    private final Polygon mine = Boxes.styled(new Polygon(), "mine");
    private final Polygon mineLine = Boxes.styled(new Polygon(), "mine-line");
    private final Polygon average = Boxes.styled(new Polygon(), "average");

    public Radar(List<Axis> axes) {
        this.axes = List.copyOf(axes);
        getStyleClass().add("radar");
        for (var ring = 0; ring < RINGS; ring++) {
            rings.add(Boxes.styled(new Polygon(), "ring"));
        }
        for (var axis : this.axes) {
            spokes.add(Boxes.styled(new Line(), "spoke"));
            corners.add(Boxes.styled(new Circle(3.5), "corner"));
            labels.add(TextRoles.of(axis.label()));
        }
        average.setVisible(known().count() >= FEWEST);
        getChildren().addAll(rings);
        getChildren().addAll(spokes);
        getChildren().addAll(mine, average, mineLine);
        getChildren().addAll(corners);
        getChildren().addAll(labels);
    }

    /** Returns true if the average is drawn. */
    public boolean showsAverage() {
        return average.isVisible();
    }

    /** Returns the indexes of the axes with a known average. */
    private IntStream known() {
        return all().filter(i -> axes.get(i).average() >= 0);
    }

    private IntStream all() {
        return IntStream.range(0, axes.size());
    }

    @Override
    protected double computePrefHeight(double width) {
        return 220;
    }

    @Override
    protected void layoutChildren() {
        var count = axes.size();
        if (count == 0) {
            return;
        }
        var word = labels.get(0).prefHeight(-1);
        var x = getWidth() / 2;
        var radius = radius(word);
        var free = getHeight() - 2 * word - 12 - radius * 1.81;
        var y = word + 6 + radius + Math.max(0, Math.rint(free / 2));
        for (var ring = 0; ring < RINGS; ring++) {
            var share = (ring + 1.0) / RINGS;
            shape(rings.get(ring), all(), x, y, radius, i -> share);
        }
        shape(mine, all(), x, y, radius, i -> axes.get(i).share());
        shape(mineLine, all(), x, y, radius, i -> axes.get(i).share());
        shape(average, known(), x, y, radius, i -> axes.get(i).average());
        for (var i = 0; i < count; i++) {
            var angle = angle(i);
            var spoke = spokes.get(i);
            spoke.setStartX(x);
            spoke.setStartY(y);
            spoke.setEndX(x + radius * Math.cos(angle));
            spoke.setEndY(y + radius * Math.sin(angle));
            var reach = radius * clamp(axes.get(i).share());
            corners.get(i).setCenterX(x + reach * Math.cos(angle));
            corners.get(i).setCenterY(y + reach * Math.sin(angle));
            place(labels.get(i), x + (radius + 8) * Math.cos(angle), y + (radius + 6) * Math.sin(angle), angle);
        }
    }

    /** Returns the largest radius with room for all labels, in pixels. */
    private double radius(double word) {
        var radius = (getHeight() - 2 * word - 12) / 1.81;
        for (var i = 0; i < axes.size(); i++) {
            var side = Math.abs(Math.cos(angle(i)));
            if (side > 0.1) {
                radius = Math.min(radius, (getWidth() / 2 - labels.get(i).prefWidth(-1)) / side - 8);
            }
        }
        return Math.max(0, radius);
    }

    /** Places a label outside its corner: above, below or beside it. */
    private static void place(Label label, double x, double y, double angle) {
        var width = label.prefWidth(-1);
        var height = label.prefHeight(-1);
        var side = Math.cos(angle);
        var left = Math.abs(side) < 0.1 ? x - width / 2 : side > 0 ? x : x - width;
        var up = Math.sin(angle);
        var top = up < -0.9 ? y - height : up > 0.5 ? y : y - height / 2;
        label.resizeRelocate(Math.rint(left), Math.rint(top), width, height);
    }

    private void shape(
            Polygon polygon, IntStream corners, double x, double y, double radius, IntToDoubleFunction share) {
        var points = new ArrayList<Double>();
        corners.forEach(i -> {
            var reach = radius * clamp(share.applyAsDouble(i));
            points.add(x + reach * Math.cos(angle(i)));
            points.add(y + reach * Math.sin(angle(i)));
        });
        polygon.getPoints().setAll(points);
    }

    private double angle(int axis) {
        return -Math.PI / 2 + 2 * Math.PI * axis / axes.size();
    }

    private static double clamp(double share) {
        return Math.max(0, Math.min(1, share));
    }
}
