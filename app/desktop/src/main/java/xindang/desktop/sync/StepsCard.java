package xindang.desktop.sync;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Cards;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Icons;
import xindang.desktop.ui.TextRoles;

/** The card with the counts of this device's changes: saved, pushed, and still to be pushed. */
final class StepsCard {
    private final Desk desk;
    private final HBox row = Boxes.row("gap-12");

    StepsCard(Desk desk) {
        this.desk = desk;
    }

    VBox root() {
        return Boxes.styled(Cards.inset(row), "sync-steps");
    }

    void show(SyncViewModel.State state) {
        var text = desk.text();
        var counts = state.counts();
        var waiting = counts.waiting();
        var handedIn = state.last()
                .map(at -> desk.formats().moment(at))
                .orElseGet(() -> text.of(state.platform().isEmpty() ? "sync.step.unknown" : "sync.step.never"));
        row.getChildren()
                .setAll(
                        step(
                                Feather.HARD_DRIVE,
                                "done",
                                text.of("sync.step.saved", count(state.saved())),
                                text.of("sync.step.here")),
                        line(true),
                        step(
                                Feather.SEND,
                                counts.settled() > 0 ? "done" : "",
                                text.of("sync.step.settled", count(counts.settled())),
                                handedIn),
                        line(waiting == 0 && counts.settled() > 0),
                        step(
                                waiting == 0 ? Feather.CHECK : Feather.INBOX,
                                waiting == 0 ? "done" : "now",
                                text.of("sync.step.waiting", count(waiting)),
                                text.of(waiting == 0 ? "sync.step.none" : "sync.step.online")));
    }

    private String count(long number) {
        return desk.formats().count(number);
    }

    private static HBox step(Feather feather, String state, String title, String below) {
        FontIcon icon =
                switch (state) {
                    case "done" -> Icons.of(feather, "ok");
                    case "now" -> Icons.of(feather, "on-accent");
                    default -> Icons.of(feather, "quiet");
                };
        var disc = Boxes.styled(new StackPane(icon), "step-disc");
        if (!state.isEmpty()) {
            disc.getStyleClass().add(state);
        }
        var name = TextRoles.strong(title);
        var second = TextRoles.second(below);
        var step = Boxes.row("gap-12", disc, new VBox(name, second));
        step.setMinWidth(Region.USE_PREF_SIZE);
        return step;
    }

    private static Region line(boolean done) {
        var line = Boxes.styled(new Region(), "step-line");
        if (done) {
            line.getStyleClass().add("done");
        }
        HBox.setHgrow(line, javafx.scene.layout.Priority.ALWAYS);
        return line;
    }
}
