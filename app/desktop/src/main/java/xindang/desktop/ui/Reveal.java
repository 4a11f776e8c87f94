package xindang.desktop.ui;

import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Scrolls a pane to the focused node. JavaFX does so only for Tab, not for Enter, a shortcut or an error. */
final class Reveal {
    /** Space above and below the node, in pixels. It shows the focus ring and a label. */
    private static final double AROUND = 32;

    private final ScrollPane pane;
    private final ChangeListener<Node> follow = (o, before, now) -> follow(now);

    private Reveal(ScrollPane pane) {
        this.pane = pane;
    }

    static void in(ScrollPane pane) {
        var reveal = new Reveal(pane);
        pane.sceneProperty().addListener((o, before, now) -> reveal.moved(before, now));
    }

    private void moved(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            before.focusOwnerProperty().removeListener(follow);
        }
        if (now != null) {
            now.focusOwnerProperty().addListener(follow);
        }
    }

    private void follow(@Nullable Node focused) {
        if (focused != null && holds(focused)) {
            // A new node has no position before the next layout.
            Platform.runLater(() -> show(focused));
        }
    }

    private boolean holds(Node node) {
        for (var above = node.getParent(); above != null; above = above.getParent()) {
            if (above == pane.getContent()) {
                return true;
            }
        }
        return false;
    }

    private void show(Node node) {
        var content = pane.getContent();
        if (content == null || !isShown(node) || !holds(node)) {
            return;
        }
        pane.applyCss();
        pane.layout();
        var seen = pane.getViewportBounds().getHeight();
        var hidden = content.getLayoutBounds().getHeight() - seen;
        var place = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        if (hidden <= 0 || place.getHeight() > seen) {
            return;
        }
        var top = pane.getVvalue() * hidden;
        if (place.getMinY() < top) {
            scroll((place.getMinY() - AROUND) / hidden);
        } else if (place.getMaxY() > top + seen) {
            scroll((place.getMaxY() + AROUND - seen) / hidden);
        }
    }

    /** Returns whether the window is open. JavaFX drops the styles of a closed window, so nothing in it can be styled. */
    private static boolean isShown(Node node) {
        return Optional.ofNullable(node.getScene())
                .map(Scene::getWindow)
                .filter(Window::isShowing)
                .isPresent();
    }

    private void scroll(double to) {
        pane.setVvalue(Math.max(0, Math.min(1, to)));
    }
}
