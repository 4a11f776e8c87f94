package xindang.desktop.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Command;
import xindang.desktop.ui.Icons;
import xindang.desktop.ui.Keys;
import xindang.desktop.ui.Look;
import xindang.desktop.ui.Messages;
import xindang.desktop.ui.TextRoles;
import xindang.desktop.ui.Theme;

/** The status bar: the current shortcuts, and at the right encryption, device and version. */
final class StatusBar {
    /** The number of shortcuts that fit beside the texts at the right. F1 shows all. */
    private static final Map<Look.Size, Integer> SHOWN =
            Map.of(Look.Size.STANDARD, 5, Look.Size.LARGE, 4, Look.Size.EXTRA, 4, Look.Size.LARGEST, 2);

    private final HBox root = Boxes.styled(new HBox(), "status-bar");
    private final ShellViewModel model;
    private final Messages text;
    private final Theme theme;
    private Subscription following = Subscription.EMPTY;

    StatusBar(ShellViewModel model, Messages text, Theme theme) {
        this.theme = theme;
        this.model = model;
        this.text = text;
        root.setId("status-bar");
    }

    HBox root() {
        return root;
    }

    /** Shows the shortcuts of allowed commands and updates them when that changes. */
    void show(List<Command> commands) {
        following.unsubscribe();
        following = Subscription.EMPTY;
        for (var command : commands) {
            following = following.and(command.allowed().subscribe(() -> fill(commands)));
        }
        fill(commands);
    }

    private void fill(List<Command> commands) {
        root.getChildren().clear();
        var groups = new LinkedHashMap<String, List<KeyCombination>>();
        Command.onKeys(commands).forEach(command -> command.keys()
                .ifPresent(keys -> groups.computeIfAbsent(command.textKey(), key -> new ArrayList<>())
                        .add(keys)));
        groups.entrySet().stream()
                .limit(SHOWN.getOrDefault(theme.look().size(), 2))
                .forEach(group -> root.getChildren().add(keys(group.getKey(), group.getValue())));
        root.getChildren()
                .addAll(
                        Boxes.spring(),
                        TextRoles.with(Icons.of(Feather.SHIELD), text.of("shell.encrypted"), "legend"),
                        TextRoles.of(text.of("shell.device", model.device()), "legend"),
                        TextRoles.of(text.of("shell.version", model.version()), "legend"));
    }

    /**
     * Returns the keys of a command. Several commands of one name, such as the digits, share one cap from first to
     * last.
     */
    private HBox keys(String textKey, List<KeyCombination> keys) {
        var box = Boxes.styled(new HBox(), "keys");
        if (keys.size() == 1) {
            box.getChildren().addAll(Keys.caps(keys.get(0)));
        } else {
            box.getChildren().add(Keys.cap(Keys.name(keys.get(0)) + "…" + Keys.name(keys.get(keys.size() - 1))));
        }
        box.getChildren().add(TextRoles.of(text.of(textKey), "legend"));
        return box;
    }
}
