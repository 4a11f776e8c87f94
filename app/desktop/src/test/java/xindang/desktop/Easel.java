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

/** A window without a display. Tests use pages by keyboard in it and take pictures. */
public final class Easel {
    /** The looks that tests use for every page. */
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
        // A lambda of this class would make the screen thread wait for the initialisation of this class.
        return Pictures.onScreen(Theme::new);
    }

    public Easel go(Place place) {
        return run(a -> a.shell().go(place));
    }

    /** Runs a step on the screen thread and waits for its effects. */
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

    /** Presses a key at the focused node. */
    public Easel press(KeyCode code, Modifier... held) {
        var with = List.of(held);
        return run(a -> {
            var target = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
            target.fireEvent(key(KeyEvent.KEY_PRESSED, "", code, with));
        });
    }

    /** Presses, types and releases a character key. The typed event goes to the node with the focus at that time. */
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

    /** A modifier key that is held down. */
    public enum Modifier {
        CTRL,
        SHIFT,
        ALT
    }

    /** Returns the node of an id. Fails if there is none. */
    public Node node(String id) {
        var found = Pictures.onScreen(() -> scene.lookup("#" + id));
        if (found == null) {
            throw new AssertionError("no node " + id);
        }
        return found;
    }

    /** Returns the root of the window. */
    public Node root() {
        return scene.getRoot();
    }

    public Node focused() {
        return Pictures.onScreen(scene::getFocusOwner);
    }

    /** Returns true if no part of the node is scrolled out of view. */
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

    /** Returns true if a node of the id is visible. */
    public boolean shows(String id) {
        return Pictures.onScreen(() -> scene.lookup("#" + id) != null);
    }

    /** Writes a picture to {@code target/pages}. */
    public Easel picture(String name) {
        Pictures.settle();
        return run(a -> Pictures.take(
                scene,
                Path.of("target/pages")
                        .resolve(name + "-" + look.tone().name().toLowerCase(Locale.ROOT) + "-"
                                + look.size().pixels() + ".png")));
    }

    /** Closes the window. Fails if a page reported a failure. */
    public void close() {
        Pictures.onScreen(() -> {
            album.close(scene);
            return null;
        });
        Pictures.settle();
        if (!bench.dialogs.failures.isEmpty()) {
            throw new AssertionError("a page failed", bench.dialogs.failures.get(0));
        }
    }
}
