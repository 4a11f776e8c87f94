package xindang.desktop.ui;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The card of items that the law keeps closed until there is written consent: what, why, and what to do. */
public final class Consent {
    private Consent() {}

    /**
     * @param items names of the closed items
     * @param count such as 12 项未开放
     * @param reason two sentences with the article
     * @param lacking such as 缺书面同意
     * @param refuse at the right: refusing is as easy as consenting
     */
    public static VBox card(String items, String count, String reason, String lacking, Node refuse, Node... actions) {
        var counted = Boxes.whole(TextRoles.second(count));
        counted.setId("consent-count");
        var head = Boxes.row(
                "gap-12",
                Icons.large(Feather.LOCK),
                TextRoles.card(items),
                counted,
                Boxes.spring(),
                Chips.of(lacking, Feather.EDIT_3, "warning"));
        var foot = Boxes.row("gap-8", actions);
        foot.getChildren().addAll(Boxes.spring(), refuse);
        return Boxes.styled(new VBox(head, TextRoles.paragraph(reason, "second"), foot), "consent");
    }
}
