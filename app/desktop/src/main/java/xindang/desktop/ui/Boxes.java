package xindang.desktop.ui;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Creates rows and columns. Their gaps follow the 4 px grid and are style classes such as {@code gap-8}. */
public final class Boxes {
    private Boxes() {}

    /** Returns a row whose nodes are centred vertically. */
    public static HBox row(String gap, Node... nodes) {
        var row = new HBox(nodes);
        row.getStyleClass().add(gap);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    public static VBox column(String gap, Node... nodes) {
        var column = new VBox(nodes);
        column.getStyleClass().add(gap);
        return column;
    }

    /** Returns an empty region that fills the remaining space of a row or column. */
    public static Region spring() {
        var spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        VBox.setVgrow(spring, Priority.ALWAYS);
        return spring;
    }

    /** Lets a node fill the remaining space of its row or column. */
    public static <N extends Node> N grow(N node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        VBox.setVgrow(node, Priority.ALWAYS);
        if (node instanceof Region region) {
            region.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        }
        return node;
    }

    /** Never shrinks the region below its preferred width. Its neighbours shrink instead. */
    public static <R extends Region> R whole(R region) {
        region.setMinWidth(Region.USE_PREF_SIZE);
        return region;
    }

    public static Region rule() {
        var rule = new Region();
        rule.getStyleClass().add("rule");
        return rule;
    }

    public static Region upright() {
        var rule = new Region();
        rule.getStyleClass().add("rule-upright");
        return rule;
    }

    /**
     * Returns a pane that scrolls only vertically. The content is as wide as the pane. It scrolls to the focused node.
     */
    public static ScrollPane scroll(Node content) {
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        Reveal.in(scroll);
        return scroll;
    }

    /** Adds style classes to a node and returns the node. */
    public static <N extends Node> N styled(N node, String... classes) {
        node.getStyleClass().addAll(classes);
        return node;
    }
}
