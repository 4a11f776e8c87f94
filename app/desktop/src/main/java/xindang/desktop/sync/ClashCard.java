package xindang.desktop.sync;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Buttons;
import xindang.desktop.ui.Cards;
import xindang.desktop.ui.Messages;
import xindang.desktop.ui.SideCard;
import xindang.desktop.ui.TextRoles;

/** The card of one conflict. It shows the values side by side with their buttons, and a field for another value. */
final class ClashCard {
    private final SyncViewModel model;
    private final Clash clash;
    private final TextField other = new TextField();
    private final VBox root;

    ClashCard(Messages text, SyncViewModel model, Clash clash) {

        this.model = model;
        this.clash = clash;
        var typed = decided(Decision.Kind.TYPED);
        other.setId("sync-other-" + clash.id());
        other.setPromptText(text.of("sync.other.prompt", clash.label()));
        other.setAccessibleText(text.of("sync.other.prompt", clash.label()));
        other.visibleProperty().bind(typed);
        other.managedProperty().bind(other.visibleProperty());
        var words = new SimpleStringProperty("");
        other.textProperty().bindBidirectional(words);
        words.addListener((o, before, now) -> {
            if (Boolean.TRUE.equals(typed.getValue())) {
                model.decide(clash, new Decision(Decision.Kind.TYPED, now));
            }
        });
        var otherButton = Buttons.plain(
                "sync-" + Decision.Kind.TYPED.key() + "-" + clash.id(),
                text.of("sync.other"),
                Optional.of(Decision.Kind.TYPED.key()),
                () -> choose(Decision.Kind.TYPED));
        otherButton.getStyleClass().addAll("link", "small");
        otherButton.setFocusTraversable(false);
        var head = Boxes.row(
                "gap-12", TextRoles.card(clash.label()), TextRoles.second(clash.hint()), Boxes.spring(), otherButton);
        otherButton.setVisible(clash.allows(Decision.Kind.TYPED));
        var sides = new HBox();
        sides.getStyleClass().add("gap-12");
        if (clash.allows(Decision.Kind.BASE)) {
            sides.getChildren().add(side(Decision.Kind.BASE, clash.base()));
        }
        if (clash.allows(Decision.Kind.MINE)) {
            sides.getChildren().add(side(Decision.Kind.MINE, clash.mine()));
        }
        if (clash.allows(Decision.Kind.THEIRS)) {
            sides.getChildren().add(side(Decision.Kind.THEIRS, clash.theirs()));
        }
        root = Boxes.styled(Cards.inset(head, sides, other), "gap-12", "clash");
        root.setFocusTraversable(true);
        root.setId("clash-" + clash.id());
        root.setAccessibleText(text.of(
                "sync.spoken",
                clash.label(),
                clash.base().value(),
                clash.mine().value(),
                clash.theirs().value()));
    }

    VBox root() {
        return root;
    }

    Clash clash() {
        return clash;
    }

    /** Returns true if the card or one of its nodes has the focus. */
    boolean holds(Node focus) {
        for (Node node = focus; node != null; node = node.getParent()) {
            if (node == root) {
                return true;
            }
        }
        return false;
    }

    void choose(Decision.Kind kind) {
        if (!clash.allows(kind)) {
            return;
        }
        if (kind == Decision.Kind.TYPED) {
            model.decide(clash, new Decision(kind, other.getText() == null ? "" : other.getText()));
            other.requestFocus();
        } else {
            model.decide(clash, Decision.of(kind));
        }
    }

    private VBox side(Decision.Kind kind, Clash.Side side) {
        var card = SideCard.of(
                "sync-" + kind.key() + "-" + clash.id(),
                new SideCard.Value(side.title(), side.value(), side.person(), side.moment()),
                kind == Decision.Kind.BASE,
                decided(kind),
                side.choice(),
                kind.key(),
                () -> choose(kind));
        card.getChildren().forEach(node -> node.setFocusTraversable(false));
        card.setPrefWidth(100);
        HBox.setHgrow(card, javafx.scene.layout.Priority.ALWAYS);
        return card;
    }

    private ObservableValue<Boolean> decided(Decision.Kind kind) {
        return Bindings.createBooleanBinding(
                () -> {
                    var decision = model.decisions.get(clash.id());
                    return decision != null && decision.kind() == kind;
                },
                model.decisions);
    }
}
