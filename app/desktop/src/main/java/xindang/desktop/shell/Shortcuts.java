package xindang.desktop.shell;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import xindang.desktop.ui.Command;

/** Runs a command of the page or the frame for its shortcut, if no control used the key. */
final class Shortcuts {
    private Shortcuts() {}

    /**
     * Installs the handler.
     *
     * @param commands returns the current commands, those of the page before those of the frame
     */
    static void install(Node root, Supplier<List<Command>> commands) {
        dropCharacterOfShortcut(root);
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

    /**
     * Drops a typed character if the focus moved after the key was pressed. A shortcut that focuses a field would write
     * into it.
     */
    private static void dropCharacterOfShortcut(Node root) {
        // Compare the focus owner, not the event target. A composite control forwards its keys to its parts.
        var pressed = new AtomicReference<@Nullable Node>();
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed.set(focused(root)));
        root.addEventFilter(KeyEvent.KEY_RELEASED, event -> pressed.set(null));
        root.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            var began = pressed.get();
            if (began != null && began != focused(root)) {
                event.consume();
            }
        });
    }

    private static @Nullable Node focused(Node root) {
        return root.getScene() == null ? null : root.getScene().getFocusOwner();
    }

    /** Returns false for a plain letter or digit in a text field. */
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
