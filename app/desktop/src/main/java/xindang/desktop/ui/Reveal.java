package xindang.desktop.ui;

import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/** Scrolls to what gets the focus: by Tab a pane does so itself, by Enter, a shortcut or an error it does not. */
final class Reveal {
    /** Room above and below, in which a focus ring and a label stand. */
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
            // What gets the focus may be new on the page and have no place yet.
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
        if (content == null || node.getScene() == null || !holds(node)) {
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

    private void scroll(double to) {
        pane.setVvalue(Math.max(0, Math.min(1, to)));
    }
}
