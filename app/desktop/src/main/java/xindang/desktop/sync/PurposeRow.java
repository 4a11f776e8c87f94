package xindang.desktop.sync;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Buttons;
import xindang.desktop.ui.Icons;
import xindang.desktop.ui.Messages;
import xindang.desktop.ui.TextRoles;

/** Explains that numbers are masked, and asks for the purpose of showing them (征信业管理条例 article 20). */
final class PurposeRow {
    private final HBox root = Boxes.row("gap-8");

    /**
     * Creates the row.
     *
     * @param reveal receives the purpose
     */
    PurposeRow(Messages text, Consumer<String> reveal) {
        var field = new TextField();
        field.setId("sync-purpose");
        field.setPromptText(text.of("sync.reveal.purpose"));
        field.setAccessibleText(text.of("sync.reveal.purpose"));
        var show = Buttons.plain(
                "sync-reveal-show",
                text.of("sync.reveal.show"),
                Optional.of("Enter"),
                () -> reveal.accept(field.getText()));
        show.disableProperty().bind(field.textProperty().isEmpty());
        field.setOnAction(e -> show.fire());
        var note = TextRoles.second(text.of("sync.reveal.note"));
        note.setGraphic(Icons.of(Feather.EYE_OFF, "quiet"));
        var ask = Buttons.plain("sync-reveal", text.of("sync.reveal"), Optional.empty(), () -> {
            root.getChildren().setAll(note, Boxes.grow(field), Boxes.whole(show));
            field.requestFocus();
        });
        ask.getStyleClass().addAll("link", "small");
        field.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                root.getChildren().setAll(note, ask);
                ask.requestFocus();
                e.consume();
            }
        });
        root.getChildren().setAll(note, ask);
    }

    HBox root() {
        return root;
    }
}
