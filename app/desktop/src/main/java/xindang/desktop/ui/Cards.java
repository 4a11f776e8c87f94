package xindang.desktop.ui;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Cards and what stands in them: heads, lines, notices, empty states. */
public final class Cards {
    private Cards() {}

    /** A card whose parts have their own insets. */
    public static VBox of(Node... parts) {
        return Boxes.styled(new VBox(parts), "card");
    }

    /** A card with 16 px around its content. */
    public static VBox inset(Node... parts) {
        return Boxes.styled(new VBox(parts), "card", "inset");
    }

    /** The head of a card: title left, the rest right. */
    public static HBox head(Node title, Node... right) {
        var head = Boxes.row("gap-8", title, Boxes.spring());
        head.getChildren().addAll(right);
        return Boxes.styled(head, "card-head");
    }

    public static HBox foot(Node... nodes) {
        return Boxes.styled(Boxes.row("gap-8", nodes), "card-foot");
    }

    /** A line of a card with a hairline under it. */
    public static HBox line(Node... nodes) {
        return Boxes.styled(Boxes.row("gap-12", nodes), "card-line");
    }

    /** A part of a side pane with a hairline under it. */
    public static VBox part(Node... nodes) {
        return Boxes.styled(new VBox(nodes), "pane-part");
    }

    /** One line in the content that stays until dealt with. Tones: info, okay, warning, refused. */
    public static HBox notice(String tone, String words, Node... actions) {
        var icon =
                switch (tone) {
                    case "okay" -> Icons.of(Feather.CHECK_CIRCLE, "ok");
                    case "warning" -> Icons.of(Feather.ALERT_TRIANGLE, "warn");
                    case "refused" -> Icons.of(Feather.X_CIRCLE, "bad");
                    default -> Icons.of(Feather.INFO, "accent");
                };
        var notice = Boxes.styled(new HBox(icon, Boxes.grow(TextRoles.paragraph(words))), "notice", tone);
        notice.getChildren().addAll(actions);
        return notice;
    }

    /** What would be here, and the button that starts it. */
    public static Region empty(String sentence, Node... actions) {
        var row = Boxes.row("gap-12", actions);
        row.setAlignment(javafx.geometry.Pos.CENTER);
        var box = new VBox(TextRoles.of(sentence, "second"), row);
        return Boxes.styled(box, "empty");
    }
}
