package xindang.desktop.shell;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import xindang.desktop.ui.Command;

/** Runs the commands of the page and of the frame when their keys are pressed and no control wanted them. */
final class Shortcuts {
    private Shortcuts() {}

    /** @param commands asked at each key, the page's before the frame's */
    static void install(Node root, Supplier<List<Command>> commands) {
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            for (var command : commands.get()) {
                var hit = command.keys().filter(keys -> keys.match(event) && fits(keys, event));
                if (hit.isPresent() && command.allowed().get()) {
                    event.consume();
                    command.fire();
                    return;
                }
            }
        });
    }

    /** A plain letter or digit typed into a field is text, not a command. */
    private static boolean fits(KeyCombination keys, KeyEvent event) {
        if (!(event.getTarget() instanceof TextInputControl)) {
            return true;
        }
        var modified = event.isControlDown() || event.isAltDown() || event.isShortcutDown();
        var code = event.getCode();
        return modified
                || code.isFunctionKey()
                || code == KeyCode.ESCAPE
                || keys.getName().isEmpty();
    }
}
