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

/** Runs the commands of the page and of the frame when their keys are pressed and no control wanted them. */
final class Shortcuts {
    private Shortcuts() {}

    /** @param commands asked at each key, the page's before the frame's */
    static void install(Node root, Supplier<List<Command>> commands) {
        keepsItsKey(root);
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

    /** A key that opened a field must not be written into it: what it types goes nowhere but where it was pressed. */
    private static void keepsItsKey(Node root) {
        // Not the target: a control that is made of others hands its keys on to them.
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
