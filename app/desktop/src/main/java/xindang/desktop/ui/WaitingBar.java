package xindang.desktop.ui;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/** Creates a progress bar with counts and 取消. It stays invisible for the first 300 ms. */
public final class WaitingBar {
    private static final Duration UNSEEN = Duration.millis(300);

    private WaitingBar() {}

    /**
     * Returns the bar.
     *
     * @param words message key; its arguments are the finished count and the total, both formatted
     */
    public static HBox of(Desk desk, String words, Running running) {
        var bar = new ProgressBar();
        bar.setAccessibleText(desk.text().of("waiting.name"));
        bar.progressProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> running.totalProperty().get() == 0
                                ? ProgressBar.INDETERMINATE_PROGRESS
                                : (double) running.doneProperty().get()
                                        / running.totalProperty().get(),
                        running.doneProperty(),
                        running.totalProperty()));
        bar.setMaxWidth(Double.MAX_VALUE);
        var counts = TextRoles.bound(
                Bindings.createStringBinding(
                        () -> desk.text()
                                .of(
                                        words,
                                        desk.formats()
                                                .count(running.doneProperty().get()),
                                        running.totalProperty().get() == 0
                                                ? "…"
                                                : desk.formats()
                                                        .count(running.totalProperty()
                                                                .get())),
                        running.doneProperty(),
                        running.totalProperty()),
                "second");
        var cancel =
                Buttons.plain("waiting-cancel", desk.text().of("waiting.cancel"), Optional.empty(), running::cancel);
        var box = Boxes.styled(new HBox(Boxes.grow(bar), counts, cancel), "waiting");
        box.setVisible(false);
        var pause = new PauseTransition(UNSEEN);
        pause.setOnFinished(e -> box.setVisible(running.activeProperty().get()));
        pause.play();
        running.activeProperty().addListener((o, before, now) -> box.setVisible(false));
        return box;
    }
}
