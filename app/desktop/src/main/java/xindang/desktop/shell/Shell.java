package xindang.desktop.shell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Buttons;
import xindang.desktop.ui.Command;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Feature;
import xindang.desktop.ui.Keys;
import xindang.desktop.ui.Look;
import xindang.desktop.ui.Navigator;
import xindang.desktop.ui.Overlay;
import xindang.desktop.ui.Place;
import xindang.desktop.ui.Screen;
import xindang.desktop.ui.TextRoles;

/** The frame around the pages. It moves between them. */
public final class Shell {
    private static final String HOME = "home";
    private static final int REMEMBERED = 50;

    private final Desk desk;
    private final Overlay overlay;
    private final List<Feature> features;
    private final Rail rail;
    private final TopBar top;
    private final StatusBar status;
    private final VBox notices = new VBox();
    private final StackPane content = new StackPane();
    private final BorderPane root = new BorderPane();
    private final Deque<Place> past = new ArrayDeque<>();
    private final List<Command> own;
    private final ChangeListener<Look> resized = (o, before, now) -> {
        if (before.size() != now.size()) {
            reopen();
        }
    };
    private Place here = Place.of(HOME);
    /** The number of opened pages. A page that loads late is dropped if another one was opened after it. */
    private long opened;

    /** True while a key or the mouse moves the focus. */
    private boolean userMovesFocus;

    private @Nullable Screen screen;

    /** The last node with the focus. */
    private @Nullable Node lastFocused;

    /**
     * Creates the frame.
     *
     * @param lock closes the archive and shows the unlock page
     */
    public Shell(
            Desk desk, Overlay overlay, ShellViewModel model, List<Feature> features, Finder finder, Runnable lock) {
        this.desk = desk;
        this.overlay = overlay;
        this.features = List.copyOf(features);
        var palette = new Palette(desk, overlay, finder, this::commands);
        rail = new Rail(this.features, desk.text(), desk.navigator(), lock);
        top = new TopBar(model, desk.text(), desk.formats(), palette::open);
        status = new StatusBar(model, desk.text(), desk.theme());
        own = ownCommands(palette, lock);
        var right = new VBox(top.root(), notices, Boxes.grow(content), status.root());
        root.setCenter(new HBox(rail.root(), Boxes.grow(right)));
        content.setMinHeight(0);
        Shortcuts.install(root, this::commands);
        keepFocusOnThePage();
        // The theme lives longer than a shell. The weak listener lets a locked archive and its pages leave memory.
        desk.theme().lookProperty().addListener(new WeakChangeListener<>(resized));
    }

    public Parent root() {
        return root;
    }

    /** Shows the clock bar below the top bar of every page. */
    public void showClockBar(ClockBar bar) {
        notices.getChildren().setAll(bar.root());
    }

    /** Returns the current place. */
    public Place here() {
        return here;
    }

    /** Returns the current commands, those of the page before those of the frame. */
    public List<Command> commands() {
        var page = Optional.ofNullable(screen).map(Screen::commands).orElse(List.of());
        return Stream.concat(page.stream(), own.stream()).toList();
    }

    /** Returns a navigator that uses this frame. */
    public Navigator navigator() {
        return new Navigator() {
            @Override
            public void go(Place place) {
                Shell.this.go(place);
            }

            @Override
            public void back() {
                Shell.this.back();
            }
        };
    }

    public void go(Place place) {
        if (screen != null && !place.equals(here)) {
            past.push(here);
            while (past.size() > REMEMBERED) {
                past.removeLast();
            }
        }
        show(place);
    }

    /** Lets the page save its data. Call it before the window is closed or locked. */
    public void leave() {
        Optional.ofNullable(screen).ifPresent(s -> s.leaving().run());
    }

    public void back() {
        show(past.isEmpty() ? Place.of(HOME) : past.pop());
    }

    /** Opens the current page again after a change of the text size, but not once the window or the archive is closed. */
    private void reopen() {
        if (screen != null && isShown()) {
            show(here);
        }
    }

    private boolean isShown() {
        return Optional.ofNullable(root.getScene())
                .map(Scene::getWindow)
                .filter(Window::isShowing)
                .isPresent();
    }

    private void show(Place place) {
        var feature = features.stream()
                .filter(f -> f.id().equals(place.feature()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no page " + place));
        var mine = ++opened;
        feature.opening().open(place, next -> {
            if (mine == opened) {
                show(place, feature, next);
            }
        });
    }

    private void show(Place place, Feature feature, Screen next) {
        Optional.ofNullable(screen).ifPresent(s -> s.leaving().run());
        here = place;
        screen = next;
        rail.light(feature.rail());
        top.show(next, desk.size());
        status.show(commands());
        content.getChildren().setAll(next.root());
        // Nodes in a scroll pane join the scene only after styles are applied. They cannot have the focus before.
        content.applyCss();
        Platform.runLater(next.focus()::requestFocus);
    }

    /**
     * Keeps the focus on the page when a button becomes disabled.
     *
     * <p>JavaFX moves the focus from a disabled button to the first node of the window, which is in the rail. The focus
     * then goes to the page, and later back to the enabled button. Focus changes by key or mouse stay as they are.
     */
    private void keepFocusOnThePage() {
        root.addEventFilter(InputEvent.ANY, e -> {
            var key = e instanceof KeyEvent pressed
                    && (pressed.getCode() == KeyCode.TAB || pressed.getCode().isArrowKey());
            if (key || e.getEventType() == MouseEvent.MOUSE_PRESSED) {
                userMovesFocus = true;
                Platform.runLater(() -> userMovesFocus = false);
            }
        });
        root.sceneProperty().flatMap(Scene::focusOwnerProperty).addListener((o, before, now) -> {
            lastFocused = before == null ? lastFocused : before;
            if (rail.root().isFocusWithin() && !userMovesFocus) {
                Platform.runLater(() -> Optional.ofNullable(screen).ifPresent(this::focusOn));
            }
        });
    }

    private void focusOn(Screen page) {
        var place = page.focus().isDisabled() ? page.root() : page.focus();
        var button = Optional.ofNullable(lastFocused).filter(Node::isDisabled);
        place.requestFocus();
        button.ifPresent(b -> returnFocus(b, place));
    }

    /** Focuses the button when it becomes enabled, if the focus is still at {@code place}. */
    private static void returnFocus(Node button, Node place) {
        button.disabledProperty().addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Boolean> disabled, Boolean before, Boolean now) {
                disabled.removeListener(this);
                if (place.isFocused()) {
                    button.requestFocus();
                }
            }
        });
    }

    private List<Command> ownCommands(Palette palette, Runnable lock) {
        var commands = new ArrayList<Command>();
        commands.add(Command.of("shell.find", "shell.find", palette::open).on("Ctrl+K"));
        commands.add(Command.of("shell.help", "shell.help", this::help).on("F1"));
        commands.add(Command.of("shell.back", "shell.back", this::back).on("Esc"));
        for (var feature : features) {
            if (feature.hasPlaceInRail()) {
                commands.add(Command.of("shell.go." + feature.id(), feature.textKey(), () -> desk.navigator()
                        .go(Place.of(feature.id()))));
            }
        }
        commands.add(Command.of("shell.lock", "shell.lock", lock).on("Ctrl+L"));
        return List.copyOf(commands);
    }

    /** Shows all current shortcuts in a card. */
    private void help() {
        var card = Boxes.styled(new VBox(TextRoles.section(desk.text().of("shell.keys"))), "dialog-card");
        for (var command : Command.onKeys(commands())) {
            command.keys().ifPresent(keys -> {
                var line = Boxes.row("gap-4", TextRoles.body(desk.text().of(command.textKey())), Boxes.spring());
                line.getChildren().addAll(Keys.caps(keys));
                card.getChildren().add(line);
            });
        }
        var close =
                Buttons.plain("help-close", desk.text().of("dialog.close"), Optional.of("Esc"), overlay::closeDialog);
        card.getChildren().add(Boxes.row("gap-8", Boxes.spring(), close));
        card.setMaxHeight(VBox.USE_PREF_SIZE);
        overlay.dialog(card, close, () -> {});
    }
}
