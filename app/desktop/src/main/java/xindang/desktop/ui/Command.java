package xindang.desktop.ui;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;

/**
 * An action that a person can start. Buttons, shortcuts, the status bar and the command search are made from it. All of
 * them show the same name and do the same.
 *
 * @param id unique, such as {@code archive.new}
 * @param textKey message key of its name: verb and object
 * @param about text that separates commands of the same name; called only while the command is allowed
 * @param keys its shortcut, if any
 * @param allowed true while the command can run
 */
public record Command(
        String id,
        String textKey,
        Supplier<String> about,
        Optional<KeyCombination> keys,
        ObservableBooleanValue allowed,
        Runnable run) {
    private static final ObservableBooleanValue ALWAYS = new Always();

    public static Command of(String id, String textKey, Runnable run) {
        return new Command(id, textKey, () -> "", Optional.empty(), ALWAYS, run);
    }

    /** Returns the same command with a shortcut such as {@code Ctrl+N}. */
    public Command on(String combination) {
        return new Command(id, textKey, about, Optional.of(KeyCombination.valueOf(combination)), allowed, run);
    }

    /** Returns the same command, allowed only while the condition is true. */
    public Command when(ObservableBooleanValue condition) {
        return new Command(id, textKey, about, keys, condition, run);
    }

    /** Returns the same command with a text that separates it from others of the same name. */
    public Command about(Supplier<String> words) {
        return new Command(id, textKey, words, keys, allowed, run);
    }

    /** Returns the commands that a key starts now: the allowed ones, and of each shortcut only the first. */
    public static List<Command> onKeys(List<Command> commands) {
        var taken = new HashSet<KeyCombination>();
        return commands.stream()
                .filter(command -> command.allowed().get())
                .filter(command -> command.keys().filter(taken::add).isPresent())
                .toList();
    }

    /** Runs the command if it is allowed now. */
    public void fire() {
        if (allowed.get()) {
            run.run();
        }
    }

    /**
     * A value that is always true. It keeps no listeners, because it never changes. A normal property lives as long as
     * the program. It would keep every listening page in memory, with personal data, even after the archive is locked.
     */
    private static final class Always implements ObservableBooleanValue {
        @Override
        public boolean get() {
            return true;
        }

        @Override
        public Boolean getValue() {
            return true;
        }

        @Override
        public void addListener(ChangeListener<? super Boolean> listener) {}

        @Override
        public void removeListener(ChangeListener<? super Boolean> listener) {}

        @Override
        public void addListener(InvalidationListener listener) {}

        @Override
        public void removeListener(InvalidationListener listener) {}
    }
}
