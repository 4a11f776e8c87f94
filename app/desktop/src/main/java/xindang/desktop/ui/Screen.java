package xindang.desktop.ui;

import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;

/**
 * A page as the frame shows it.
 *
 * @param title text at the left of the top bar
 * @param path small text after the title, from the largest place to the smallest, separated by {@code >}
 * @param tools nodes at the right of the top bar; the search field is there if the list is empty
 * @param root the content
 * @param commands commands of the page; the keys, the status bar and the search use them
 * @param focus node with the initial focus
 * @param leaving runs when the page is closed
 */
public record Screen(
        ObservableValue<String> title,
        ObservableValue<String> path,
        List<Node> tools,
        Parent root,
        List<Command> commands,
        Node focus,
        Runnable leaving) {
    public Screen {
        tools = List.copyOf(tools);
        commands = List.copyOf(commands);
    }

    public static Screen of(String title, Parent root) {
        return new Screen(
                new SimpleStringProperty(title),
                new SimpleStringProperty(""),
                List.of(),
                root,
                List.of(),
                root,
                () -> {});
    }

    public Screen path(ObservableValue<String> words) {
        return new Screen(title, words, tools, root, commands, focus, leaving);
    }

    public Screen title(ObservableValue<String> words) {
        return new Screen(words, path, tools, root, commands, focus, leaving);
    }

    public Screen tools(Node... nodes) {
        return new Screen(title, path, List.of(nodes), root, commands, focus, leaving);
    }

    public Screen commands(List<Command> some) {
        return new Screen(title, path, tools, root, some, focus, leaving);
    }

    public Screen focus(Node first) {
        return new Screen(title, path, tools, root, commands, first, leaving);
    }

    public Screen leaving(Runnable handler) {
        return new Screen(title, path, tools, root, commands, focus, handler);
    }
}
