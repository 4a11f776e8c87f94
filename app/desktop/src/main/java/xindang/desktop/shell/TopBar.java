package xindang.desktop.shell;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.office.Chips;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Formats;
import xindang.desktop.ui.Icons;
import xindang.desktop.ui.Keys;
import xindang.desktop.ui.Look;
import xindang.desktop.ui.Messages;
import xindang.desktop.ui.Screen;
import xindang.desktop.ui.TextRoles;

/** The top bar: title and path at the left; search or page actions, connection and person at the right. */
final class TopBar {
    private final HBox root = Boxes.styled(new HBox(), "top-bar");
    private final Node search;
    private final Node connection;
    private final Label pending;
    private final Label person;

    TopBar(ShellViewModel model, Messages text, Formats formats, Runnable find) {
        search = searchButton(text, find);
        connection = connection(model, text);
        pending = TextRoles.bound(
                Bindings.createStringBinding(
                        () -> text.of("shell.pending", formats.count(model.pending.get())), model.pending),
                "second");
        pending.setMinWidth(Region.USE_PREF_SIZE);
        person = TextRoles.with(Icons.of(Feather.USER), model.person());
        person.setMinWidth(Region.USE_PREF_SIZE);
    }

    HBox root() {
        return root;
    }

    void show(Screen screen, Look.Size size) {
        var title = TextRoles.bound(screen.title(), "section");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var path = path(screen, size);
        if (size.roomy()) {
            screen.tools().forEach(TopBar::fold);
        }
        // In a small space the path shrinks, the actions do not.
        screen.tools().stream().filter(Button.class::isInstance).forEach(button -> ((Button) button)
                .setMinWidth(Region.USE_PREF_SIZE));
        pending.setVisible(size != Look.Size.LARGEST);
        pending.setManaged(size != Look.Size.LARGEST);
        root.getChildren().setAll(title, path);
        if (screen.tools().stream().noneMatch(node -> HBox.getHgrow(node) == Priority.ALWAYS)) {
            root.getChildren().add(Boxes.spring());
        }
        if (screen.tools().isEmpty()) {
            root.getChildren().add(search);
        } else {
            root.getChildren().addAll(screen.tools());
        }
        var upright = Boxes.styled(new Region(), "upright");
        root.getChildren().addAll(connection, pending, upright, person);
    }

    /**
     * Shows secondary actions with large text as icons only, with the name as a tooltip. The main action keeps its
     * name.
     */
    private static void fold(Node tool) {
        if (tool instanceof Button button && button.getGraphic() instanceof HBox content) {
            content.getChildren().removeIf(part -> part.getStyleClass().contains("key-cap"));
            if (!button.getStyleClass().contains("primary")
                    && !button.getStyleClass().contains("link")) {
                content.getChildren().removeIf(Label.class::isInstance);
                button.setTooltip(new Tooltip(button.getAccessibleText()));
            }
        }
        if (tool instanceof Region region) {
            region.setMinWidth(Region.USE_PREF_SIZE);
        }
    }

    private static HBox path(Screen screen, Look.Size size) {
        var box = Boxes.styled(new HBox(), "path");
        Runnable show = () -> {
            box.getChildren().clear();
            for (var part : shortened(screen.path().getValue(), size)) {
                if (!box.getChildren().isEmpty()) {
                    box.getChildren().add(Icons.of(Feather.CHEVRON_RIGHT, "quiet"));
                }
                box.getChildren().add(TextRoles.second(part));
            }
        };
        show.run();
        screen.path().addListener((o, before, now) -> show.run());
        return box;
    }

    /** Shortens the path from the left for large text sizes. */
    private static List<String> shortened(String path, Look.Size size) {
        var parts = path.isEmpty() ? List.<String>of() : List.of(path.split(">"));
        return switch (size) {
            case STANDARD, LARGE -> parts;
            case EXTRA -> parts.subList(Math.max(0, parts.size() - 1), parts.size());
            case LARGEST -> List.of();
        };
    }

    private static Node connection(ShellViewModel model, Messages text) {
        var online = Chips.of(text.of("shell.online"), Feather.WIFI, "okay");
        var offline = Chips.of(text.of("shell.offline"), Feather.WIFI_OFF, "plain");
        online.visibleProperty().bind(model.online);
        online.managedProperty().bind(model.online);
        offline.visibleProperty().bind(model.online.not());
        offline.managedProperty().bind(model.online.not());
        return Boxes.row("gap-4", online, offline);
    }

    private static Button searchButton(Messages text, Runnable find) {
        var button = new Button();
        button.setId("find");
        button.setAccessibleText(text.of("shell.find"));
        var words = TextRoles.second(text.of("shell.find.prompt"));
        var content = Boxes.row("gap-8", Icons.of(Feather.SEARCH, "quiet"), words, Boxes.spring(), Keys.cap("Ctrl+K"));
        content.getStyleClass().add("find");
        button.setGraphic(content);
        button.setOnAction(e -> find.run());
        return button;
    }

    /** Returns the search button if it is in the bar. */
    Optional<Node> searchShown() {
        return root.getChildren().contains(search) ? Optional.of(search) : Optional.empty();
    }
}
