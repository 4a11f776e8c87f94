package xindang.desktop.ui;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** Buttons in one frame of which one is chosen: a filter or a small choice. */
public final class Segmented {
    private Segmented() {}

    /** A value and the word for it. */
    public record Option<T>(T value, String words) {}

    /**
     * @param id stable node id; each button gets it with the place of its option
     * @param name what a screen reader calls the choice
     */
    public static <T> HBox of(String id, String name, List<Option<T>> options, ObjectProperty<T> chosen) {
        var group = new ToggleGroup();
        var box = Boxes.styled(new HBox(), "segmented");
        box.setId(id);
        box.setMaxHeight(HBox.USE_PREF_SIZE);
        for (var i = 0; i < options.size(); i++) {
            var option = options.get(i);
            var button = new ToggleButton(option.words());
            button.setId(id + "-" + i);
            button.setAccessibleText(name + " " + option.words());
            button.setToggleGroup(group);
            button.setUserData(option.value());
            button.setSelected(option.value().equals(chosen.get()));
            if (i == 0) {
                button.getStyleClass().add("first");
            }
            if (i == options.size() - 1) {
                button.getStyleClass().add("last");
            }
            // A click on the chosen one must not unchoose it.
            button.setOnAction(e -> {
                button.setSelected(true);
                chosen.set(option.value());
            });
            box.getChildren().add(button);
        }
        follow(group, chosen);
        return box;
    }

    /** Words on a line of which one is underlined: the panes at the right. */
    public static <T> HBox tabs(String id, String name, List<Option<T>> options, ObjectProperty<T> chosen) {
        var box = of(id, name, options, chosen);
        box.getStyleClass().setAll("tab-line");
        return box;
    }

    private static <T> void follow(ToggleGroup group, ObjectProperty<T> chosen) {
        Consumer<T> show = value -> {
            for (Toggle toggle : group.getToggles()) {
                toggle.setSelected(value.equals(toggle.getUserData()));
            }
        };
        chosen.addListener((o, before, now) -> show.accept(now));
    }
}
