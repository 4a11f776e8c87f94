package xindang.desktop.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.office.Chips;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Buttons;
import xindang.desktop.ui.Cards;
import xindang.desktop.ui.Command;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Icons;
import xindang.desktop.ui.Messages;
import xindang.desktop.ui.Screen;
import xindang.desktop.ui.TextRoles;
import xindang.desktop.ui.WaitingBar;
import xindang.sync.SyncReport;

/** The page of the exchange: the counts above, the records with conflicts at the left, their values at the right. */
final class SyncView {
    private final Desk desk;
    private final Messages text;
    private final SyncViewModel model;
    private final VBox root = Boxes.styled(new VBox(), "page", "gap-16");
    private final VBox messages = Boxes.column("gap-8");
    private final StackPane waiting = new StackPane();
    private final StackPane body = new StackPane();
    private final StepsCard steps;
    private final InboxCard list;
    private final EnrolCard enrolling;
    private final List<ClashCard> clashes = new ArrayList<>();
    private Optional<Shown> shown = Optional.empty();
    private final Command exchange;
    private final Command confirm;
    private final Command postpone;

    SyncView(Desk desk, SyncViewModel model) {
        this.desk = desk;
        this.model = model;
        text = desk.text();
        var idle = model.busyProperty().not();
        var enrolled = Bindings.createBooleanBinding(this::isEnrolled, model.stateProperty());
        var some = Bindings.createBooleanBinding(() -> model.chosen.get().isPresent(), model.chosen);
        exchange = Command.of("sync.exchange", "sync.exchange", model::exchange)
                .on("F9")
                .when(idle.and(enrolled));
        var enrol = Command.of("sync.enrol", "sync.enrol", model::enrol).when(idle);
        confirm = Command.of("sync.confirm", "sync.confirm", model::confirm)
                .on("Ctrl+Enter")
                .when(Bindings.createBooleanBinding(
                        () -> model.chosen.get().isPresent()
                                && model.undecided() == 0
                                && !model.busyProperty().get(),
                        model.decisions,
                        model.chosen,
                        model.busyProperty()));
        postpone = Command.of("sync.postpone", "sync.postpone", model::postpone)
                .on("Esc")
                .when(some.and(idle));
        steps = new StepsCard(desk);
        list = new InboxCard(desk, model);
        enrolling = new EnrolCard(desk, model, enrol);
        root.getChildren().addAll(steps.root(), messages, waiting, Boxes.grow(body));
        hideWhenEmpty(messages);
        hideWhenEmpty(waiting);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::numberPad);
    }

    Screen screen() {
        var following = Subscription.combine(
                model.stateProperty().subscribe(state -> {
                    steps.show(state);
                    show();
                }),
                model.chosen.subscribe(chosen -> show()),
                model.inbox().subscribe(this::show),
                model.runningProperty().subscribe(running -> {
                    waiting.getChildren().clear();
                    running.ifPresent(r -> waiting.getChildren().add(WaitingBar.of(desk, "sync.waiting", r)));
                }),
                model.reportProperty().subscribe(report -> {
                    showMessages();
                    show();
                }),
                model.failureProperty().subscribe(failure -> showMessages()));
        var last = Bindings.createStringBinding(
                () -> model.stateProperty()
                        .get()
                        .last()
                        .map(at -> text.of("sync.last", desk.formats().moment(at)))
                        .orElse(""),
                model.stateProperty());
        var main = Buttons.primary(text, Feather.REFRESH_CW, exchange);
        main.setMinWidth(HBox.USE_PREF_SIZE);
        return Screen.of(text.of("sync.title"), root)
                .path(last)
                .tools(Boxes.spring(), main)
                .commands(commands())
                .focus(first(main))
                .leaving(() -> {
                    following.unsubscribe();
                    model.mask();
                });
    }

    private void showMessages() {
        messages.getChildren().clear();
        model.failureProperty().get().ifPresent(words -> messages.getChildren().add(Cards.notice("refused", words)));
        model.warning().ifPresent(words -> messages.getChildren().add(Cards.notice("warning", words)));
    }

    private List<Command> commands() {
        var waits = Bindings.createBooleanBinding(
                () -> model.chosen.get().isPresent() && !model.busyProperty().get(),
                model.chosen,
                model.busyProperty());
        var commands = new ArrayList<Command>();
        commands.add(exchange);
        for (var kind : Decision.Kind.values()) {
            commands.add(Command.of("sync.choose." + kind.key(), "sync.keys", () -> choose(kind))
                    .on(kind.key())
                    .when(waits));
        }
        commands.addAll(List.of(confirm, postpone));
        return commands;
    }

    private Node first(Node otherwise) {
        if (!clashes.isEmpty()) {
            // The root has the focus first. Digits then choose for the first item, and Tab moves to the items.
            return root;
        }
        return isEnrolled() ? otherwise : enrolling.first().stops().get(0);
    }

    private boolean isEnrolled() {
        return model.stateProperty().get().platform().isPresent();
    }

    /** The data from which the body was built. */
    private record Shown(
            boolean enrolled,
            boolean waits,
            Optional<Contested> chosen,
            List<Contested> inbox,
            Optional<SyncReport> report) {}

    /** Builds the body again only if its data changed, because a person may be typing in it. */
    private void show() {
        var now = new Shown(
                isEnrolled(),
                model.stateProperty().get().counts().waiting() > 0,
                model.chosen.get(),
                List.copyOf(model.inbox()),
                model.reportProperty().get());
        if (!shown.filter(now::equals).isPresent()) {
            var enrolled =
                    now.enrolled() && shown.filter(before -> !before.enrolled()).isPresent();
            shown = Optional.of(now);
            fill(now.chosen());
            if (root.getScene() != null && (enrolled || !clashes.isEmpty())) {
                root.requestFocus();
            }
        }
    }

    private void fill(Optional<Contested> chosen) {
        clashes.clear();
        if (!isEnrolled() && chosen.isEmpty()) {
            var place = new StackPane(enrolling.root());
            StackPane.setAlignment(enrolling.root(), javafx.geometry.Pos.TOP_CENTER);
            body.getChildren().setAll(place);
            return;
        }
        var right = chosen.map(this::deciding).orElseGet(this::settled);
        var columns = new HBox(list.root(), Boxes.grow(right));
        columns.getStyleClass().add("gap-16");
        body.getChildren().setAll(columns);
    }

    /** Returns the content for a list without conflicts. */
    private Node settled() {
        var words = model.stateProperty().get().counts().waiting() == 0
                ? text.of("sync.none.settled")
                : text.of("sync.none.waiting");
        return Cards.of(Boxes.grow(Cards.empty(words)));
    }

    private Node deciding(Contested record) {
        var cards = Boxes.column("gap-12");
        for (var clash : record.clashes()) {
            var card = new ClashCard(text, model, clash);
            clashes.add(card);
            cards.getChildren().add(card.root());
        }
        var at = Math.max(0, model.inbox().indexOf(record)) + 1;
        var head = Boxes.row(
                "gap-12",
                TextRoles.title(record.name()),
                TextRoles.second(record.place()),
                TextRoles.second(record.number()),
                Boxes.spring(),
                Chips.of(text.of("chip.conflict"), Feather.GIT_MERGE, "refused"),
                TextRoles.second(text.of(
                        "sync.place",
                        Integer.toString(at),
                        Integer.toString(model.inbox().size()))));
        var column = Boxes.column("gap-12", head);
        if (record.clashes().stream().anyMatch(Clash::isMasked)) {
            column.getChildren().add(new PurposeRow(text, model::reveal).root());
        }
        column.getChildren().addAll(Boxes.grow(Boxes.scroll(cards)), foot());
        return column;
    }

    private HBox foot() {
        var left = TextRoles.bound(
                Bindings.createStringBinding(
                        () -> model.undecided() == 0
                                ? text.of("sync.ready")
                                : text.of("sync.undecided", Long.toString(model.undecided())),
                        model.decisions,
                        model.chosen),
                "second");
        left.setGraphic(Icons.of(Feather.INFO, "quiet"));
        left.setMinWidth(0);
        left.setWrapText(true);
        left.setMinHeight(HBox.USE_PREF_SIZE);
        var later = Buttons.secondary(text, Feather.CLOCK, postpone);
        var go = Buttons.primary(text, Feather.CHECK, confirm);
        later.setMinWidth(HBox.USE_PREF_SIZE);
        go.setMinWidth(HBox.USE_PREF_SIZE);
        return Boxes.row("gap-12", Boxes.grow(left), later, go);
    }

    /** Handles the digits of the number pad like those of the upper row. */
    private void numberPad(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl || clashes.isEmpty()) {
            return;
        }
        var kind =
                switch (event.getCode()) {
                    case NUMPAD1 -> Optional.of(Decision.Kind.BASE);
                    case NUMPAD2 -> Optional.of(Decision.Kind.MINE);
                    case NUMPAD3 -> Optional.of(Decision.Kind.THEIRS);
                    case NUMPAD4 -> Optional.of(Decision.Kind.TYPED);
                    default -> Optional.<Decision.Kind>empty();
                };
        kind.ifPresent(k -> {
            choose(k);
            event.consume();
        });
    }

    /** Chooses for the focused item, or for the first undecided one. */
    private void choose(Decision.Kind kind) {
        var focus = Optional.ofNullable(root.getScene()).map(s -> s.getFocusOwner());
        clashes.stream()
                .filter(card -> focus.filter(card::holds).isPresent())
                .findFirst()
                .or(this::undecided)
                .or(() -> clashes.stream().findFirst())
                .ifPresent(card -> card.choose(kind));
        if (kind != Decision.Kind.TYPED) {
            undecided().ifPresent(card -> card.root().requestFocus());
        }
    }

    private Optional<ClashCard> undecided() {
        return clashes.stream().filter(card -> !model.isDecided(card.clash())).findFirst();
    }

    private static void hideWhenEmpty(Pane pane) {
        pane.managedProperty().bind(Bindings.isNotEmpty(pane.getChildren()));
        pane.visibleProperty().bind(pane.managedProperty());
    }
}
