package xindang.desktop.ui;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Rows and columns with the gaps of the 4 px grid, given as style classes such as {@code gap-8}. */
public final class Boxes {
    private Boxes() {}

    /** A row, centred upright. */
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

    /** Takes the room that is left in a row or column. */
    public static Region spring() {
        var spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        VBox.setVgrow(spring, Priority.ALWAYS);
        return spring;
    }

    /** Lets a node take the room that is left in its row and column. */
    public static <N extends Node> N grow(N node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        VBox.setVgrow(node, Priority.ALWAYS);
        if (node instanceof Region region) {
            region.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        }
        return node;
    }

    /** Keeps its words whole where the room is scarce: its neighbours give way. */
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

    /** Scrolls up and down only, and to what gets the focus; the content is as wide as the pane. */
    public static ScrollPane scroll(Node content) {
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        Reveal.in(scroll);
        return scroll;
    }

    /** The same node with style classes added. */
    public static <N extends Node> N styled(N node, String... classes) {
        node.getStyleClass().addAll(classes);
        return node;
    }
}
