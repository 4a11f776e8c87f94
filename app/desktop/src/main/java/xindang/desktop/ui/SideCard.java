package xindang.desktop.ui;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Creates the card of one value of a conflict with its button: 原来的, 我的 or 平台的. */
public final class SideCard {
    private SideCard() {}

    /** A value, its writer and its time. */
    public record Value(String title, String value, String person, String moment) {}

    /**
     * Returns the card.
     *
     * @param id stable node id of the button
     * @param base true for the original value; its card is less prominent
     * @param chosen true while this value is chosen
     */
    public static VBox of(
            String id,
            Value value,
            boolean base,
            ObservableValue<Boolean> chosen,
            String choose,
            String cap,
            Runnable take) {
        var check = Icons.of(Feather.CHECK, "accent");
        check.visibleProperty().bind(chosen);
        var card = Boxes.styled(
                new VBox(
                        Boxes.row("gap-8", TextRoles.strong(value.title()), Boxes.spring(), check),
                        TextRoles.paragraph(value.value(), "value"),
                        TextRoles.paragraph(value.person(), "second"),
                        TextRoles.caption(value.moment())),
                "side-card");
        if (base) {
            card.getStyleClass().add("base");
        }
        var button = Buttons.plain(id, choose, Optional.of(cap), take);
        button.getStyleClass().add("small");
        button.setMaxWidth(Double.MAX_VALUE);
        mark(chosen.getValue(), card, button);
        chosen.addListener((o, before, now) -> mark(now, card, button));
        return Boxes.grow(Boxes.column("gap-8", Boxes.grow(card), button));
    }

    private static void mark(boolean on, VBox card, Button button) {
        card.getStyleClass().remove("chosen");
        button.getStyleClass().remove("primary");
        if (on) {
            card.getStyleClass().add("chosen");
            button.getStyleClass().add("primary");
        }
    }
}
