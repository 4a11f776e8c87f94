package xindang.desktop.form;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import xindang.desktop.office.Office;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Buttons;
import xindang.desktop.ui.Cards;
import xindang.desktop.ui.Command;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Later;
import xindang.desktop.ui.TextRoles;
import xindang.model.template.Field;

/** The section of consents: the locked items, the buttons of the acts with their pane, and the existing rows. */
final class ConsentSection {
    private final Desk desk;
    private final FormViewModel form;
    private final ConsentRows rows;
    private final VBox root = Boxes.column("gap-12");
    private @Nullable ConsentActPane pane;

    ConsentSection(Desk desk, Office office, FormViewModel form) {
        this.desk = desk;
        this.form = form;
        rows = new ConsentRows(desk, office, form);
    }

    /** Returns the acts as commands for the search and the keys of the window. */
    static List<Command> commands(FormViewModel form) {
        return Stream.of(ConsentAct.values()).map(act -> command(form, act)).toList();
    }

    private static Command command(FormViewModel form, ConsentAct act) {
        var key = "form.act." + act.key();
        return Command.of(key, key, () -> form.acts.begin(act))
                .when(Bindings.createBooleanBinding(form::exists, form.contentProperty()));
    }

    /** Builds the section again. An open pane keeps its typed texts. */
    Node show(Field group) {
        var head = Boxes.row("gap-8", TextRoles.card(group.label()), Boxes.spring());
        if (form.exists()) {
            for (var act : ConsentAct.values()) {
                head.getChildren()
                        .add(Boxes.styled(Buttons.secondary(desk.text(), act.icon(), command(form, act)), "small"));
            }
        }
        root.getChildren().setAll(head);
        var locked = rows.locked();
        if (!locked.isEmpty() && form.exists()) {
            var card = Boxes.styled(new VBox(), "consent");
            card.setId("form-consents-locked");
            card.getChildren().addAll(locked);
            root.getChildren().add(card);
        }
        asked().ifPresent(open -> root.getChildren().add(open.root()));
        var lines = rows.lines();
        lines.forEach(line -> root.getChildren().add(Cards.inset(rows.row(line, true))));
        root.getChildren()
                .add(TextRoles.paragraph(
                        desk.text().of(lines.isEmpty() ? "form.consents.none" : "form.consents.proof"), "caption"));
        return root;
    }

    /** Moves the focus into the open pane. */
    void focus() {
        Optional.ofNullable(pane).ifPresent(ConsentActPane::focus);
    }

    /** Returns a set of names that changes whenever the shown rows or the act change. */
    Set<String> now() {
        var now = new HashSet<String>();
        rows.lines().forEach(line -> now.add("consent " + line));
        now.add("act " + form.acts.nowProperty().get());
        return now;
    }

    private Optional<ConsentActPane> asked() {
        var wanted = form.acts.nowProperty().get();
        if (wanted.isEmpty()) {
            pane = null;
        } else if (pane == null || pane.act() != wanted.get()) {
            pane = new ConsentActPane(desk, form, wanted.get(), form.day().records(), this::close);
        }
        return Optional.ofNullable(pane);
    }

    /** Closes the pane. The focus then returns to the button that opened it. */
    private void close() {
        var act = form.acts.nowProperty().get();
        form.acts.end();
        act.ifPresent(closed -> Later.run(() ->
                Optional.ofNullable(root.lookup("#form-act-" + closed.key())).ifPresent(Node::requestFocus)));
    }
}
