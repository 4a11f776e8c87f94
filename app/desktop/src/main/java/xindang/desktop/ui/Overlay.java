package xindang.desktop.ui;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The content of the window and the layers above it: one dialog and one short notice. */
public final class Overlay {
    private static final Duration TOAST = Duration.seconds(4);

    private final StackPane root = new StackPane();
    private @Nullable StackPane veil;
    private @Nullable Node focusBefore;

    /** Replaces the content below all layers. */
    public void content(Node node) {
        closeDialog();
        if (root.getChildren().isEmpty()) {
            root.getChildren().add(node);
        } else {
            root.getChildren().set(0, node);
        }
    }

    public Parent root() {
        return root;
    }

    /**
     * Shows a dialog card in the middle. Esc closes it and runs {@code escaped}. The focus then returns to the earlier
     * node.
     */
    public void dialog(Node card, Node focus, Runnable escaped) {
        closeDialog();
        focusBefore = root.getScene() == null ? null : root.getScene().getFocusOwner();
        var cover = Boxes.styled(new StackPane(card), "veil");
        cover.addEventFilter(javafx.scene.input.KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                e.consume();
                closeDialog();
                escaped.run();
            }
        });
        root.getChildren().get(0).setDisable(true);
        root.getChildren().add(cover);
        veil = cover;
        focus.requestFocus();
    }

    public boolean dialogShown() {
        return veil != null;
    }

    public void closeDialog() {
        Optional.ofNullable(veil).ifPresent(shown -> {
            root.getChildren().remove(shown);
            root.getChildren().get(0).setDisable(false);
            Optional.ofNullable(focusBefore).ifPresent(Node::requestFocus);
        });
        veil = null;
    }

    /** Shows a short notice at the bottom right for four seconds. */
    public void toast(String words) {
        var label = Boxes.styled(new Label(words), "toast");
        label.setMouseTransparent(true);
        StackPane.setAlignment(label, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(label, new Insets(0, 24, 44, 0));
        root.getChildren().add(label);
        var pause = new PauseTransition(TOAST);
        pause.setOnFinished(e -> root.getChildren().remove(label));
        pause.play();
    }
}
