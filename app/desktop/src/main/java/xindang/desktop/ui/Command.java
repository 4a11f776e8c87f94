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
 * Something a person can do here. Buttons, shortcuts, the status bar and the search over commands are all made from it,
 * so that each way does the same and has the same name.
 *
 * @param id unique, such as {@code archive.new}
 * @param textKey message key of its name: verb and object
 * @param about which one, where several commands have the same name; asked only while it is allowed
 * @param allowed when it can be done
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

    /** The same command on keys such as {@code Ctrl+N}. */
    public Command on(String combination) {
        return new Command(id, textKey, about, Optional.of(KeyCombination.valueOf(combination)), allowed, run);
    }

    /** The same command, possible only while the value holds. */
    public Command when(ObservableBooleanValue condition) {
        return new Command(id, textKey, about, keys, condition, run);
    }

    /** The same command, told from others of its name by what it is about. */
    public Command about(Supplier<String> words) {
        return new Command(id, textKey, words, keys, allowed, run);
    }

    /** Those of some commands that a key does now: allowed, and the first on its keys. */
    public static List<Command> onKeys(List<Command> commands) {
        var taken = new HashSet<KeyCombination>();
        return commands.stream()
                .filter(command -> command.allowed().get())
                .filter(command -> command.keys().filter(taken::add).isPresent())
                .toList();
    }

    /** Runs it if it is allowed now. */
    public void fire() {
        if (allowed.get()) {
            run.run();
        }
    }

    /**
     * True for ever. It keeps no listeners, for there is nothing to tell them: a binding in its place, living as long as the
     * program, would hold every page that ever listened, with the people shown on it, also after the archive is locked.
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
