package xindang.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import xindang.desktop.Pictures;
import xindang.desktop.ScriptedDialogs;
import xindang.desktop.shell.UnlockView;
import xindang.desktop.shell.UnlockViewModel;
import xindang.desktop.ui.FxTasks;
import xindang.desktop.ui.Look;
import xindang.desktop.ui.Messages;
import xindang.desktop.ui.Overlay;
import xindang.desktop.ui.Place;
import xindang.desktop.ui.Theme;
import xindang.persistence.Workspace;

/** The window of the program over a real archive, for tests that use all pages. */
final class RealWindow implements AutoCloseable {
    /** Longer than the pause of search-as-you-type. */
    private static final long PAUSE_NANOS = 150_000_000L;

    final ScriptedDialogs dialogs = new ScriptedDialogs();
    private final FxTasks tasks = new FxTasks();
    private final Overlay overlay = new Overlay();
    private final Messages text = new Messages(Locale.SIMPLIFIED_CHINESE, Messages.Missing.FAIL);
    private final Theme theme = new Theme();
    private Optional<DesktopSession> session = Optional.empty();

    private RealWindow() {}

    /** Returns a window with the pages of an open archive. */
    static RealWindow of(Workspace workspace, String user, Clock clock) {
        var window = new RealWindow();
        Pictures.onScreen(() -> {
            window.stage();
            var begun = new DesktopSession(
                    workspace,
                    user,
                    clock,
                    window.text,
                    window.theme,
                    window.overlay,
                    window.dialogs,
                    window.tasks,
                    Shipped.once().get(),
                    () -> {});
            begun.show();
            window.session = Optional.of(begun);
            return null;
        });
        window.await(() -> window.shown("rail-home"));
        window.settle();
        return window;
    }

    /** Returns a window with the unlock page. */
    static RealWindow door(WorkspaceGate gate) {
        var window = new RealWindow();
        Pictures.onScreen(() -> {
            window.stage();
            var model = new UnlockViewModel(gate, window.tasks, window.text);
            window.overlay.content(
                    new UnlockView(model, window.text, window.dialogs, window.theme, "0.1", Optional.empty()).root());
            return null;
        });
        window.settle();
        return window;
    }

    private void stage() {
        theme.show(Look.STANDARD);
        var stage = new Stage();
        overlay.content(new StackPane());
        stage.setScene(new Scene(overlay.root(), 1280, 800));
        stage.show();
    }

    void go(String feature, String detail) {
        Pictures.onScreen(() -> {
            overlay.closeDialog();
            session.orElseThrow().go(new Place(feature, detail));
            return null;
        });
        quiet();
    }

    /** Saves the page and closes the archive. Then {@code left} runs. */
    void leave(Runnable left) {
        Pictures.onScreen(() -> {
            session.orElseThrow().leave(left);
            return null;
        });
    }

    /** Presses a button if it exists and is enabled. Returns true if so. */
    boolean press(String id) {
        var pressed = Pictures.onScreen(() -> {
            var button = nodes().filter(node -> id.equals(node.getId()) && node instanceof ButtonBase)
                    .filter(node -> !node.isDisabled())
                    .findFirst();
            button.ifPresent(node -> ((ButtonBase) node).fire());
            return button.isPresent();
        });
        quiet();
        return pressed;
    }

    /** Presses an enabled button and does not wait for the work. Returns false if there is none. */
    boolean fire(String id) {
        return Pictures.onScreen(() -> {
            var button = Optional.ofNullable(overlay.root().lookup("#" + id))
                    .filter(node -> node instanceof ButtonBase && !node.isDisabled());
            button.ifPresent(node -> ((ButtonBase) node).fire());
            return button.isPresent();
        });
    }

    /** Returns the ids of existing buttons that match a pattern. */
    List<String> buttons(String pattern) {
        return Pictures.onScreen(() -> nodes().filter(ButtonBase.class::isInstance)
                .map(Node::getId)
                .filter(id -> id != null && id.matches(pattern))
                .distinct()
                .toList());
    }

    /** Types a text into each field, presses Enter and leaves the field. */
    void type(List<TextInputControl> fields, String words) {
        Pictures.onScreen(() -> {
            fields.forEach(field -> type(field, words));
            nodes().filter(node -> "rail-home".equals(node.getId())).findFirst().ifPresent(Node::requestFocus);
            return null;
        });
    }

    private static void type(TextInputControl field, String words) {
        Stream.iterate((Node) field, node -> node != null, Node::getParent)
                .filter(ComboBoxBase.class::isInstance)
                .findFirst()
                .orElse(field)
                .requestFocus();
        field.setText(words);
        for (var kind : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            field.fireEvent(new KeyEvent(kind, "", "", KeyCode.ENTER, false, false, false, false));
        }
    }

    /** Returns the names of all inputs of text, in order. */
    List<String> names() {
        return inputs().stream().map(RealWindow::name).toList();
    }

    /** Fills a field, or chooses the first entry of a list, if it exists. */
    void fill(String id, String words) {
        Pictures.onScreen(() -> {
            nodes().filter(node -> node.getId() != null && node.getId().matches(id + "(-[0-9a-f]{8}-.*)?"))
                    .forEach(node -> set(node, words));
            return null;
        });
    }

    void fill(Node node, String words) {
        Pictures.onScreen(() -> {
            set(node, words);
            return null;
        });
    }

    private static void set(Node node, String words) {
        if (node instanceof TextInputControl field) {
            field.setText(words);
        } else if (node instanceof ComboBox<?> box && box.isEditable()) {
            box.getEditor().setText(words);
            box.commitValue();
        } else if (node instanceof ComboBox<?> box) {
            box.getSelectionModel().selectLast();
        }
    }

    boolean shown(String id) {
        return Pictures.onScreen(() -> nodes().anyMatch(node -> id.equals(node.getId())));
    }

    /** Waits for all ordered works, also those that start after a pause, and for the drawing of their results. */
    void settle() {
        quiet();
        LockSupport.parkNanos(PAUSE_NANOS);
        quiet();
        Pictures.settle();
        quiet();
    }

    /** Waits for all ordered works. A finished work may start another one. */
    private void quiet() {
        for (var idle = 0; idle < 2; ) {
            tasks.drain();
            var begun = new CountDownLatch(1);
            // works start in their order
            tasks.start("mark", progress -> true, done -> begun.countDown(), failed -> begun.countDown());
            await(() -> begun.getCount() == 0 && !works());
            idle = works() ? 0 : idle + 1;
        }
    }

    /** Returns true if a work is running. Its thread has the name of the work. */
    private static boolean works() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().matches("xindang-.+:.+"));
    }

    /** Waits until the condition is true, at most 60 seconds. */
    void await(BooleanSupplier so) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!so.getAsBoolean()) {
            assertTrue(System.nanoTime() < end);
            LockSupport.parkNanos(2_000_000);
            Pictures.onScreen(() -> null);
        }
    }

    /**
     * Returns all nodes of this window and its pop-ups, without windows of other tests. Call it on the screen thread.
     */
    Stream<Node> nodes() {
        return Stream.concat(
                below(overlay.root()),
                Window.getWindows().stream()
                        .filter(window -> window.isShowing() && belongs(window))
                        .flatMap(window -> below(window.getScene().getRoot())));
    }

    private boolean belongs(Window other) {
        var own = overlay.root().getScene().getWindow();
        var owner = owner(other);
        while (owner.isPresent() && owner.get() != own) {
            owner = owner(owner.get());
        }
        return owner.isPresent();
    }

    private static Optional<Window> owner(Window window) {
        return Optional.ofNullable(
                window instanceof PopupWindow popup
                        ? popup.getOwnerWindow()
                        : window instanceof Stage stage ? stage.getOwner() : null);
    }

    private static Stream<Node> below(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        var own = Stream.of(node);
        return node instanceof Parent parent
                ? Stream.concat(own, parent.getChildrenUnmodifiable().stream().flatMap(RealWindow::below))
                : own;
    }

    /** Returns all inputs of text: fields, areas and editable combo boxes. */
    List<TextInputControl> inputs() {
        return Pictures.onScreen(() -> nodes().filter(TextInputControl.class::isInstance)
                .map(TextInputControl.class::cast)
                .filter(field -> field.isEditable() && !field.isDisabled())
                .toList());
    }

    /** Returns the name of an input: its node id, that of its combo box, or its accessible text. */
    static String name(TextInputControl field) {
        var id = Optional.ofNullable(field.getId()).filter(own -> !own.isEmpty());
        var box = Stream.iterate((Node) field, node -> node != null, Node::getParent)
                .filter(ComboBoxBase.class::isInstance)
                .map(Node::getId)
                .findFirst();
        return box.or(() -> id).orElseGet(() -> String.valueOf(field.getAccessibleText()));
    }

    /** Returns all texts that a person or a screen reader can read now. */
    List<String> words() {
        return Pictures.onScreen(() -> {
            var words = new ArrayList<String>();
            var window = (Stage) overlay.root().getScene().getWindow();
            words.add(String.valueOf(window.getTitle()));
            nodes().forEach(node -> addTexts(node, words));
            words.removeIf(said -> said == null || said.isBlank());
            return List.copyOf(words);
        });
    }

    private static void addTexts(Node node, List<String> words) {
        words.add(node.getAccessibleText());
        words.add(node.getAccessibleHelp());
        if (node instanceof Control control) {
            Optional.ofNullable(control.getTooltip()).map(Tooltip::getText).ifPresent(words::add);
        }
        if (node instanceof Labeled labeled) {
            words.add(labeled.getText());
        } else if (node instanceof Text shown) {
            words.add(shown.getText());
        } else if (node instanceof TextInputControl field) {
            words.add(field.getText());
            words.add(field.getPromptText());
        } else if (node instanceof ComboBoxBase<?> box) {
            words.add(String.valueOf(box.getValue()));
        }
    }

    /** Takes a picture into {@code target/pages}. */
    void picture(String name) {
        Pictures.settle();
        Pictures.onScreen(() -> {
            Pictures.take(overlay.root().getScene(), Path.of("target/pages/" + name + ".png"));
            return null;
        });
    }

    @Override
    public void close() {
        settle();
        Pictures.onScreen(() -> {
            overlay.root().getScene().getWindow().hide();
            return null;
        });
        tasks.close();
    }
}
