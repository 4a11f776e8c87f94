package xindang.desktop.sync;

import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Buttons;
import xindang.desktop.ui.Cards;
import xindang.desktop.ui.Command;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Fields;
import xindang.desktop.ui.FormField;
import xindang.desktop.ui.Forms;
import xindang.desktop.ui.Icons;
import xindang.desktop.ui.TextRoles;

/** The form to enrol this device at the platform. It is needed once. */
final class EnrolCard {
    private final VBox root;
    private final FormField address;

    EnrolCard(Desk desk, SyncViewModel model, Command enrol) {
        var text = desk.text();
        address = Fields.text(
                new Fields.Head("sync-address", text.of("sync.address"), true),
                "",
                text.of("sync.address.prompt"),
                model.address);
        var code = Fields.text(
                new Fields.Head("sync-code", text.of("sync.code"), true), "", text.of("sync.code.prompt"), model.code);
        var form = new Forms(desk.size()).wide(address).wide(code);
        code.stops()
                .forEach(stop -> stop.addEventHandler(javafx.scene.input.KeyEvent.KEY_PRESSED, e -> {
                    if (e.getCode() == javafx.scene.input.KeyCode.ENTER) {
                        enrol.fire();
                    }
                }));
        var keeps = TextRoles.with(Icons.of(Feather.SHIELD), text.of("sync.enrol.safe"), "caption");
        keeps.setWrapText(true);
        root = Boxes.styled(
                Cards.inset(
                        TextRoles.of(text.of("sync.enrol.title"), "section"),
                        TextRoles.paragraph(text.of("sync.enrol.why"), "second"),
                        form.root(),
                        Boxes.row("gap-12", Boxes.spring(), Buttons.primary(text, Feather.LINK, enrol)),
                        keeps),
                "gap-16",
                "sync-enrol");
        root.setMaxHeight(Region.USE_PREF_SIZE);
    }

    VBox root() {
        return root;
    }

    void focus() {
        address.focus();
    }

    FormField first() {
        return address;
    }
}
