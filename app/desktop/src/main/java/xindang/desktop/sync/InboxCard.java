package xindang.desktop.sync;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Cards;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Icons;
import xindang.desktop.ui.Messages;
import xindang.desktop.ui.TextRoles;
import xindang.sync.SyncReport;

/** The list of records with conflicts, and the other results of the last exchange. */
final class InboxCard {
    private final Desk desk;
    private final Messages text;
    private final SyncViewModel model;

    InboxCard(Desk desk, SyncViewModel model) {
        this.desk = desk;
        this.model = model;
        text = desk.text();
    }

    VBox root() {
        var lines = new VBox();
        var group = new ToggleGroup();
        for (var contested : model.inbox()) {
            lines.getChildren().add(line(contested, group));
        }
        if (model.inbox().isEmpty()) {
            lines.getChildren().add(Cards.line(TextRoles.second(text.of("sync.inbox.empty"))));
        }
        model.reportProperty().get().ifPresent(report -> last(lines, report));
        var head = Cards.head(
                TextRoles.with(
                        Icons.of(Feather.GIT_MERGE, model.inbox().isEmpty() ? "quiet" : "bad"),
                        text.of("sync.inbox"),
                        "card-title"),
                TextRoles.second(
                        text.of("sync.records", Integer.toString(model.inbox().size()))));
        var foot = TextRoles.paragraph(text.of("sync.kept"), "caption");
        var card = Boxes.styled(
                Cards.of(head, Boxes.grow(Boxes.scroll(lines)), Boxes.styled(new VBox(foot), "pad-16")), "sync-list");
        if (desk.size().roomy()) {
            card.getStyleClass().add("narrow");
        }
        return card;
    }

    private ToggleButton line(Contested contested, ToggleGroup group) {
        var words = new VBox(TextRoles.strong(contested.name()), TextRoles.second(contested.place()));
        words.setAlignment(Pos.CENTER_LEFT);
        var count = TextRoles.of(
                text.of("sync.differ", Integer.toString(contested.clashes().size())), "second", "bad");
        count.setMinWidth(VBox.USE_PREF_SIZE);
        var content = Boxes.row("gap-8", words, Boxes.spring(), count);
        content.setMaxWidth(Double.MAX_VALUE);
        var button = Boxes.styled(new ToggleButton(), "sync-line");
        button.setGraphic(Boxes.grow(content));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setToggleGroup(group);
        button.setAccessibleText(contested.name() + " " + count.getText());
        button.setSelected(model.chosen
                .get()
                .map(Contested::record)
                .filter(contested.record()::equals)
                .isPresent());
        button.setOnAction(e -> {
            button.setSelected(true);
            model.chosen.set(Optional.of(contested));
        });
        return button;
    }

    private void last(VBox lines, SyncReport report) {
        lines.getChildren().add(Cards.head(TextRoles.card(text.of("sync.other.news"))));
        lines.getChildren()
                .add(item(
                        Icons.of(Feather.UPLOAD, "ok"),
                        text.of("sync.sent", desk.formats().count(report.sent())),
                        report.waiting().isEmpty()
                                ? text.of("sync.sent.signed")
                                : text.of(
                                        "sync.sent.waiting",
                                        desk.formats().count(report.waiting().size()))));
        lines.getChildren()
                .add(item(
                        Icons.of(Feather.DOWNLOAD, "ok"),
                        text.of("sync.received", desk.formats().count(report.received())),
                        report.received() == 0 ? text.of("sync.received.none") : text.of("sync.received.merged")));
        var withheld = model.stateProperty().get().withheld();
        if (!withheld.isEmpty()) {
            lines.getChildren()
                    .add(item(
                            Icons.of(Feather.SLASH, "warn"),
                            text.of("sync.withheld", desk.formats().count(withheld.places())),
                            text.of("sync.withheld.where", withheld.names())));
        }
        if (report.becameOwn()) {
            lines.getChildren()
                    .add(item(
                            Icons.of(Feather.COPY, "warn"), text.of("sync.becameOwn"), text.of("sync.becameOwn.how")));
        }
        if (report.platformSetBack()) {
            lines.getChildren()
                    .add(item(
                            Icons.of(Feather.ROTATE_CCW, "warn"),
                            text.of("sync.setBack"),
                            text.of("sync.setBack.again")));
        }
        for (var rejected : model.notices().setAside()) {
            lines.getChildren().add(item(Icons.of(Feather.CORNER_UP_LEFT, "warn"), rejected.title(), rejected.why()));
        }
        for (var change : model.notices().waiting()) {
            lines.getChildren().add(item(Icons.of(Feather.CLOCK, "quiet"), change.title(), change.why()));
        }
    }

    private static Node item(Node icon, String title, String below) {
        var second = TextRoles.paragraph(below, "second");
        var words = Boxes.grow(new VBox(TextRoles.body(title), second));
        words.setAlignment(Pos.CENTER_LEFT);
        return Boxes.styled(Cards.line(icon, words), "sync-news");
    }
}
