package xindang.desktop.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;

/** A horizontal bar on a track. It shows one or more shares and, optionally, a tick at a threshold. */
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

    /** Returns a bar with one fill. The fill is amber below 70 %. */
    public static ShareBar points(double share) {
        return new ShareBar().part(share, share < 0.7 ? "low" : "b2");
    }

    /**
     * Adds a fill after the earlier ones and returns this bar.
     *
     * @param share part of the whole, 0 to 1
     * @param tone style class: b1, b2, b3, low, okay, warning or refused
     */
    public ShareBar part(double share, String tone) {
        var from = ends.isEmpty() ? 0 : ends.get(ends.size() - 1);
        var end = Math.max(0, Math.min(1, from + share));
        var fill = Boxes.styled(new Region(), "fill", tone);
        if (end > 0.995) {
            fill.getStyleClass().add("full");
        }
        ends.add(end);
        fills.add(fill);
        // Each later fill is drawn below the earlier ones. Only the outermost fill then shows its round end.
        getChildren().add(1, fill);
        return this;
    }

    /** Removes all fills. */
    public void clear() {
        getChildren().removeAll(fills);
        fills.clear();
        ends.clear();
    }

    /** Shows a tick at a share from 0 to 1. */
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
