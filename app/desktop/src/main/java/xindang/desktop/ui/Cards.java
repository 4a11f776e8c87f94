package xindang.desktop.ui;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Creates cards and their parts: heads, lines, notices, empty states. */
public final class Cards {
    private Cards() {}

    /** Returns a card without padding. Each part has its own. */
    public static VBox of(Node... parts) {
        return Boxes.styled(new VBox(parts), "card");
    }

    /** Returns a card with 16 px of padding. */
    public static VBox inset(Node... parts) {
        return Boxes.styled(new VBox(parts), "card", "inset");
    }

    /** Returns the head of a card: the title at the left, the other nodes at the right. */
    public static HBox head(Node title, Node... right) {
        var head = Boxes.row("gap-8", title, Boxes.spring());
        head.getChildren().addAll(right);
        return Boxes.styled(head, "card-head");
    }

    public static HBox foot(Node... nodes) {
        return Boxes.styled(Boxes.row("gap-8", nodes), "card-foot");
    }

    /** Returns a line of a card with a thin rule below it. */
    public static HBox line(Node... nodes) {
        return Boxes.styled(Boxes.row("gap-12", nodes), "card-line");
    }

    /** Returns a part of a side pane with a thin rule below it. */
    public static VBox part(Node... nodes) {
        return Boxes.styled(new VBox(nodes), "pane-part");
    }

    /**
     * Returns a notice that stays until its cause is resolved.
     *
     * @param tone info, okay, warning or refused
     */
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

    /** Returns the content of an empty page: a sentence and the buttons that start something. */
    public static Region empty(String sentence, Node... actions) {
        var row = Boxes.row("gap-12", actions);
        row.setAlignment(javafx.geometry.Pos.CENTER);
        var box = new VBox(TextRoles.of(sentence, "second"), row);
        return Boxes.styled(box, "empty");
    }
}
