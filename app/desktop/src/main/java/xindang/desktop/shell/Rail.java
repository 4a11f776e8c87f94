package xindang.desktop.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Feature;
import xindang.desktop.ui.Icons;
import xindang.desktop.ui.Messages;
import xindang.desktop.ui.Navigator;
import xindang.desktop.ui.Place;
import xindang.desktop.ui.TextRoles;

/** The rail at the left: one entry for each feature, with settings and lock at the bottom. */
final class Rail {
    private record Entry(String id, ToggleButton button, Region tick) {}

    private final VBox root = Boxes.styled(new VBox(), "rail");
    private final List<Entry> entries = new ArrayList<>();

    Rail(List<Feature> features, Messages text, Navigator navigator, Runnable lock) {
        var mark = Boxes.styled(new StackPane(TextRoles.of(text.of("shell.mark"))), "mark");
        mark.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        var space = Boxes.styled(new Region(), "under-mark");
        root.getChildren().addAll(mark, space);
        for (var feature : features) {
            if (feature.hasPlaceInRail() && !feature.id().equals("settings")) {
                root.getChildren().add(place(feature, text, navigator));
            }
        }
        root.getChildren().add(Boxes.spring());
        features.stream().filter(f -> f.id().equals("settings")).forEach(f -> root.getChildren()
                .add(place(f, text, navigator)));
        root.getChildren().add(locking(text, lock));
    }

    VBox root() {
        return root;
    }

    /** Highlights the entry of a feature. */
    void light(String id) {
        for (var entry : entries) {
            var on = entry.id().equals(id);
            entry.button().setSelected(on);
            entry.tick().getStyleClass().remove("on");
            if (on) {
                entry.tick().getStyleClass().add("on");
            }
        }
    }

    private Node place(Feature feature, Messages text, Navigator navigator) {
        var button = button("rail-" + feature.id(), text.of(feature.textKey()), feature.icon());
        button.setOnAction(e -> {
            button.setSelected(true);
            navigator.go(Place.of(feature.id()));
        });
        var tick = Boxes.styled(new Region(), "rail-tick");
        entries.add(new Entry(feature.id(), button, tick));
        var badge = TextRoles.bound(Bindings.convert(feature.waiting()), "badge");
        badge.visibleProperty().bind(feature.waiting().greaterThan(0));
        badge.setMouseTransparent(true);
        return line(tick, button, badge);
    }

    private static Node locking(Messages text, Runnable lock) {
        var button = button("rail-lock", text.of("shell.lock"), Feather.LOCK);
        button.setOnAction(e -> {
            button.setSelected(false);
            lock.run();
        });
        return line(Boxes.styled(new Region(), "rail-tick"), button);
    }

    private static ToggleButton button(String id, String words, Feather icon) {
        var button = Boxes.styled(new ToggleButton(words), "rail-place");
        button.setId(id);
        button.setGraphic(Icons.large(icon));
        button.setAccessibleText(words);
        return button;
    }

    private static Node line(Region tick, ToggleButton button, Node... over) {
        var stack = new StackPane(button);
        for (var node : over) {
            stack.getChildren().add(node);
            StackPane.setAlignment(node, Pos.TOP_RIGHT);
            StackPane.setMargin(node, new javafx.geometry.Insets(6, 6, 0, 0));
        }
        var line = new HBox(tick, stack);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("gap-4");
        return line;
    }
}
