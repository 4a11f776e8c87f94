package xindang.desktop.ui;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** Creates the buttons of the design guide. A button of a command shows its name and key, and is disabled with it. */
public final class Buttons {
    private Buttons() {}

    /** Returns a primary button. A screen has at most one. */
    public static Button primary(Messages text, Feather icon, Command command) {
        return Boxes.styled(of(text, icon, command), "primary");
    }

    public static Button secondary(Messages text, Feather icon, Command command) {
        return of(text, icon, command);
    }

    /** Returns a button for a rare action. It looks like a link. */
    public static Button link(Messages text, Command command) {
        var button = base(text, command);
        button.setText(text.of(command.textKey()));
        return Boxes.styled(button, "link");
    }

    public static Button danger(Messages text, Feather icon, Command command) {
        return Boxes.styled(of(text, icon, command), "danger");
    }

    /** Returns a button to the next or previous page. The arrow is on the side to which it points. */
    public static Button page(Messages text, Feather arrow, Command command) {
        var button = base(text, command);
        var words = Boxes.styled(new Label(text.of(command.textKey())), "words");
        button.setGraphic(arrow == Feather.CHEVRON_RIGHT ? row(words, Icons.of(arrow)) : row(Icons.of(arrow), words));
        return button;
    }

    /** Returns a button with only an icon. Its name is the tooltip and the text for a screen reader. */
    public static Button icon(Messages text, Feather icon, Command command) {
        var button = base(text, command);
        button.setGraphic(Icons.of(icon));
        var name = text.of(command.textKey());
        var keys = command.keys().map(k -> " " + Keys.name(k)).orElse("");
        button.setTooltip(new Tooltip(name + keys));
        return Boxes.styled(button, "icon-only");
    }

    /**
     * Returns a button without a command, such as a choice in a list.
     *
     * @param cap the key shown on the button, if any
     */
    public static Button plain(String id, String words, Optional<String> cap, Runnable run) {
        var button = new Button();
        button.setId(id);
        var content = row(Boxes.styled(new Label(words), "words"));
        cap.ifPresent(key -> content.getChildren().add(Keys.cap(key)));
        button.setGraphic(content);
        button.setAccessibleText(words);
        button.setOnAction(e -> run.run());
        return button;
    }

    private static Button of(Messages text, Feather icon, Command command) {
        var button = base(text, command);
        var words = Boxes.styled(new Label(text.of(command.textKey())), "words");
        var content = row(Icons.of(icon), words);
        command.keys().ifPresent(keys -> content.getChildren().add(Keys.one(keys)));
        button.setGraphic(content);
        return button;
    }

    private static Button base(Messages text, Command command) {
        var button = new Button();
        button.setId(command.id().replace('.', '-'));
        button.setAccessibleText(text.of(command.textKey()));
        button.disableProperty().bind(Bindings.not(command.allowed()));
        button.setOnAction(e -> command.fire());
        return button;
    }

    private static HBox row(Node... nodes) {
        var row = Boxes.row("gap-8", nodes);
        row.setAlignment(Pos.CENTER);
        return row;
    }
}
