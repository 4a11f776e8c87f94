package xindang.desktop;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import xindang.desktop.ui.Look;
import xindang.desktop.ui.Place;
import xindang.desktop.ui.Theme;

/** A window without a display in which tests walk pages by keyboard and take pictures of them. */
public final class Easel {
    /** Looks that every page is seen in. */
    public static final List<Look> LOOKS = List.of(
            Look.STANDARD, new Look(Look.Tone.DARK, Look.Size.STANDARD), new Look(Look.Tone.LIGHT, Look.Size.EXTRA));

    private static final Theme THEME = start();

    private final Bench bench;
    private final Look look;
    private final Album album;
    private final Scene scene;

    public Easel(Bench bench, Look look) {
        this.bench = bench;
        this.look = look;
        album = Pictures.onScreen(() -> {
            THEME.show(look);
            return new Album(bench, THEME);
        });
        scene = Pictures.onScreen(album::show);
        Pictures.settle();
    }

    private static Theme start() {
        var ready = new CountDownLatch(1);
        try {
            Platform.startup(ready::countDown);
        } catch (IllegalStateException running) {
            ready.countDown();
        }
        Platform.setImplicitExit(false);
        try {
            ready.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        Theme.loadFonts();
        // A lambda of this class would wait on the screen thread for the class that is being made here.
        return Pictures.onScreen(Theme::new);
    }

    public Easel go(Place place) {
        return run(a -> a.shell().go(place));
    }

    /** Runs something on the screen thread and lets its consequences happen. */
    public Easel run(Consumer<Album> step) {
        Pictures.onScreen(() -> {
            step.accept(album);
            return null;
        });
        Pictures.settle();
        Pictures.onScreen(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return null;
        });
        return this;
    }

    /** Presses a key where the focus is. */
    public Easel press(KeyCode code, Modifier... held) {
        var with = List.of(held);
        return run(a -> {
            var target = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
            target.fireEvent(key(KeyEvent.KEY_PRESSED, "", code, with));
        });
    }

    /** Strikes a key of one character: pressed, typed wherever the focus is by then, and let go. */
    public Easel strike(KeyCode code) {
        press(code);
        return run(a -> {
            scene.getFocusOwner().fireEvent(key(KeyEvent.KEY_TYPED, code.getChar(), KeyCode.UNDEFINED, List.of()));
            scene.getFocusOwner().fireEvent(key(KeyEvent.KEY_RELEASED, "", code, List.of()));
        });
    }

    private static KeyEvent key(EventType<KeyEvent> type, String typed, KeyCode code, List<Modifier> with) {
        return new KeyEvent(
                type,
                typed,
                "",
                code,
                with.contains(Modifier.SHIFT),
                with.contains(Modifier.CTRL),
                with.contains(Modifier.ALT),
                false);
    }

    /** Held with a key. */
    public enum Modifier {
        CTRL,
        SHIFT,
        ALT
    }

    /** The node of an id; fails when there is none. */
    public Node node(String id) {
        var found = Pictures.onScreen(() -> scene.lookup("#" + id));
        if (found == null) {
            throw new AssertionError("no node " + id);
        }
        return found;
    }

    /** All that is shown. */
    public Node root() {
        return scene.getRoot();
    }

    public Node focused() {
        return Pictures.onScreen(scene::getFocusOwner);
    }

    /** Whether nothing of a node is scrolled out of sight. */
    public boolean whole(Node node) {
        return Pictures.onScreen(() -> {
            Node pane = node;
            while (pane != null && !(pane instanceof ScrollPane)) {
                pane = pane.getParent();
            }
            return pane == null
                    || pane.localToScene(pane.getLayoutBounds()).contains(node.localToScene(node.getLayoutBounds()));
        });
    }

    /** Whether a node of an id is to be seen. */
    public boolean shows(String id) {
        return Pictures.onScreen(() -> scene.lookup("#" + id) != null);
    }

    /** Takes a picture into {@code target/pages}. */
    public Easel picture(String name) {
        Pictures.settle();
        return run(a -> Pictures.take(
                scene,
                Path.of("target/pages")
                        .resolve(name + "-" + look.tone().name().toLowerCase(Locale.ROOT) + "-"
                                + look.size().pixels() + ".png")));
    }

    /** Closes the window; fails when a page said that something went wrong. */
    public void close() {
        run(a -> a.close(scene));
        if (!bench.dialogs.failures.isEmpty()) {
            throw new AssertionError("a page failed", bench.dialogs.failures.get(0));
        }
    }
}
