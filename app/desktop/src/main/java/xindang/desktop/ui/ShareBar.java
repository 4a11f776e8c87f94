package xindang.desktop.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;

/** A horizontal bar of shares on a track, with a tick at a threshold if there is one. */
public final class ShareBar extends Region {
    private final Region track = Boxes.styled(new Region(), "track");
    private final Region tick = Boxes.styled(new Region(), "tick");
    private final List<Region> fills = new ArrayList<>();
    private final List<Double> ends = new ArrayList<>();
    private double threshold = -1;

    public ShareBar() {
        getStyleClass().add("bar");
        tick.setManaged(false);
        tick.setVisible(false);
        getChildren().addAll(track, tick);
    }

    /** A bar with one fill; under 70 % it is amber. */
    public static ShareBar points(double share) {
        return new ShareBar().part(share, share < 0.7 ? "low" : "b2");
    }

    /** Adds a fill of a share of the whole after those before it. Tones: b1, b2, b3, low, okay, warning, refused. */
    public ShareBar part(double share, String tone) {
        var from = ends.isEmpty() ? 0 : ends.get(ends.size() - 1);
        var end = Math.max(0, Math.min(1, from + share));
        var fill = Boxes.styled(new Region(), "fill", tone);
        if (end > 0.995) {
            fill.getStyleClass().add("full");
        }
        ends.add(end);
        fills.add(fill);
        // Later fills lie under earlier ones, so that only the outermost shows its round end.
        getChildren().add(1, fill);
        return this;
    }

    /** Takes all fills away. */
    public void clear() {
        getChildren().removeAll(fills);
        fills.clear();
        ends.clear();
    }

    /** Marks a share from 0 to 1. */
    public ShareBar threshold(double share) {
        threshold = share;
        tick.setVisible(true);
        return this;
    }

    @Override
    protected void layoutChildren() {
        var width = getWidth();
        var height = getHeight();
        track.resizeRelocate(0, 0, width, height);
        for (var i = 0; i < fills.size(); i++) {
            fills.get(i).resizeRelocate(0, 0, Math.rint(width * ends.get(i)), height);
        }
        if (threshold >= 0) {
            tick.resizeRelocate(Math.rint(width * threshold) - 1.0, -2, 2, height + 4);
        }
    }
}
