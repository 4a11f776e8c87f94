package xindang.desktop.office;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Icons;
import xindang.desktop.ui.TextRoles;

/**
 * Creates the card for items that are locked until written consent exists. It shows the items, the reason and the
 * actions.
 */
public final class Consent {
    private Consent() {}

    /**
     * Returns the card.
     *
     * @param items names of the locked items
     * @param count such as 12 项未开放
     * @param reason two sentences with the article of the law
     * @param lacking such as 缺书面同意
     * @param refuse node at the right; refusing is as easy as consenting
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
