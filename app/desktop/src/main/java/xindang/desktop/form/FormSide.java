package xindang.desktop.form;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.office.Chips;
import xindang.desktop.office.Office;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Buttons;
import xindang.desktop.ui.Cards;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Icons;
import xindang.desktop.ui.Segmented;
import xindang.desktop.ui.TextRoles;

/** The pane at the right with history, consents and move. From base size 18 it is folded into a strip of icons. */
final class FormSide {
    /** The content of the pane. */
    private enum Tab {
        HISTORY,
        CONSENTS,
        MOVE
    }

    private final Desk desk;
    private final FormViewModel form;
    private final SimpleObjectProperty<Tab> tab = new SimpleObjectProperty<>(Tab.HISTORY);
    private final ConsentRows rows;
    private final StackPane shown = new StackPane();
    private final MovePane move;
    private final Node erase;
    private final Region root;

    /**
     * Creates the pane.
     *
     * @param erase the part that erases the record, shown below the history
     */
    FormSide(Desk desk, Office office, FormViewModel form, Node erase) {
        this.erase = erase;
        this.desk = desk;
        this.form = form;
        move = new MovePane(desk, office, form);
        rows = new ConsentRows(desk, office, form);
        tab.addListener((o, before, now) -> show());
        form.history().addListener((javafx.collections.ListChangeListener<HistoryLine>) c -> show());
        form.contentProperty().addListener((o, before, now) -> show());
        var text = desk.text();
        var tabs = Segmented.tabs(
                "form-side",
                text.of("form.side"),
                List.of(
                        new Segmented.Option<>(Tab.HISTORY, text.of("form.history")),
                        new Segmented.Option<>(Tab.CONSENTS, text.of("form.consents")),
                        new Segmented.Option<>(Tab.MOVE, text.of("form.move"))),
                tab);
        var pane = Boxes.styled(new VBox(tabs, Boxes.grow(Boxes.scroll(shown))), "side-pane", "form-side");
        root = desk.size().roomy() ? folded(pane) : pane;
        show();
    }

    Region root() {
        return root;
    }

    private Region folded(VBox pane) {
        var strip = Boxes.styled(new VBox(), "side-pane", "form-strip");
        var box = new HBox(strip);
        strip.getChildren().add(opener(Tab.HISTORY, Feather.CLOCK, "form.history", box, pane));
        strip.getChildren().add(opener(Tab.CONSENTS, Feather.SHIELD, "form.consents", box, pane));
        strip.getChildren().add(opener(Tab.MOVE, Feather.LOG_OUT, "form.move", box, pane));
        return box;
    }

    private ToggleButton opener(Tab opens, Feather icon, String key, HBox box, VBox pane) {
        var button = new ToggleButton(desk.text().of(key));
        button.setId("open-" + opens);
        button.setGraphic(Icons.large(icon));
        button.setAccessibleText(desk.text().of(key));
        button.getStyleClass().add("rail-place");
        button.setOnAction(e -> {
            var open = box.getChildren().contains(pane) && tab.get() == opens;
            box.getChildren().remove(pane);
            if (!open) {
                tab.set(opens);
                box.getChildren().add(0, pane);
            }
            button.setSelected(!open);
        });
        return button;
    }

    private void show() {
        shown.getChildren()
                .setAll(
                        switch (tab.get()) {
                            case HISTORY -> history();
                            case CONSENTS -> consents();
                            case MOVE -> move.root();
                        });
    }

    private Node history() {
        var box = new VBox();
        for (var line : form.history()) {
            box.getChildren().add(line(line));
        }
        box.getChildren()
                .add(Boxes.styled(
                        new VBox(TextRoles.paragraph(desk.text().of("form.history.note"), "caption")),
                        "pane-part",
                        "last"));
        box.getChildren().add(erase);
        return box;
    }

    private Node line(HistoryLine line) {
        var part = Cards.part(
                Boxes.row("gap-8", TextRoles.second(line.moment()), Boxes.spring(), TextRoles.second(line.user())));
        if (!line.headline().isEmpty()) {
            part.getChildren().add(TextRoles.strong(line.headline()));
        }
        for (var step : line.steps()) {
            var row = Boxes.row("gap-8", Boxes.whole(TextRoles.second(step.label())));
            row.setAlignment(Pos.BASELINE_LEFT);
            if (!step.before().isEmpty()) {
                row.getChildren().add(TextRoles.paragraph(step.before(), "struck"));
            }
            row.getChildren()
                    .add(TextRoles.paragraph(
                            step.after().isEmpty() ? desk.text().of("form.history.removed") : step.after(), "strong"));
            part.getChildren().add(row);
        }
        if (line.steps().isEmpty() && line.headline().isEmpty()) {
            part.getChildren().add(TextRoles.second(desk.text().of("form.history.same")));
        }
        if (line.more() > 0) {
            part.getChildren().add(TextRoles.caption(desk.text().of("form.history.more", line.more())));
        }
        part.getChildren().add(new HBox(Chips.durability(desk.text(), line.durability())));
        return part;
    }

    /** Returns the locked items, the rows and the buttons of the acts. The wide section records an act. */
    private Node consents() {
        var box = new VBox();
        var locked = rows.locked();
        if (!locked.isEmpty()) {
            box.getChildren().add(Cards.part(locked.toArray(Node[]::new)));
        }
        rows.lines().forEach(line -> box.getChildren().add(Cards.part(rows.row(line, false))));
        if (rows.lines().isEmpty()) {
            box.getChildren().add(Cards.part(TextRoles.paragraph(desk.text().of("form.consents.none"), "second")));
        }
        if (rows.isUsed() && form.exists()) {
            var acts = Boxes.styled(new VBox(), "pane-part", "last");
            for (var act : ConsentAct.values()) {
                acts.getChildren()
                        .add(Boxes.styled(
                                Buttons.plain(
                                        "side-consent-" + act.key(),
                                        desk.text().of("form.act." + act.key()),
                                        Optional.empty(),
                                        () -> form.acts.begin(act)),
                                "small"));
            }
            box.getChildren().add(acts);
        }
        return box;
    }
}
