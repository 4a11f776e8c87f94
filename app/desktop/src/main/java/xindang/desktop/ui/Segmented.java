package xindang.desktop.ui;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** Creates a row of joined buttons; exactly one is chosen. Used for filters and small choices. */
public final class Segmented {
    private Segmented() {}

    /** A value and its text. */
    public record Option<T>(T value, String words) {}

    /**
     * Returns the row of buttons.
     *
     * @param id stable node id; each button appends the index of its option
     * @param name text for a screen reader
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
            // A click must not clear the chosen button.
            button.setOnAction(e -> {
                button.setSelected(true);
                chosen.set(option.value());
            });
            box.getChildren().add(button);
        }
        follow(group, chosen);
        return box;
    }

    /** Returns the same choice as tabs: texts in one line, the chosen one underlined. */
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
