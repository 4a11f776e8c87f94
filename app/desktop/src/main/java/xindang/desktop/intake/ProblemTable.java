package xindang.desktop.intake;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Buttons;
import xindang.desktop.ui.Cards;
import xindang.desktop.ui.Command;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Icons;
import xindang.desktop.ui.Messages;
import xindang.desktop.ui.Segmented;
import xindang.desktop.ui.TableBuilder;
import xindang.desktop.ui.TextRoles;
import xindang.model.intake.IntakeResult;

/** The table of problems: row, column, value and reason. */
final class ProblemTable {
    private static final int NAME = 2;
    private static final double SHORT_NAME = 6;
    private static final double LONG_NAME = 14;

    private final Desk desk;
    private final Messages text;
    private final IntakeViewModel model;
    private final ProblemList list;
    private final TableView<ProblemLine> table;
    private final ProblemDetail detail;
    private final Subscription following;
    private final Command keep;
    private final Command next;
    private final Command previous;

    ProblemTable(Desk desk, IntakeViewModel model) {
        this.desk = desk;
        this.model = model;
        text = desk.text();
        list = model.problems;
        keep = Command.of("intake.keep", "intake.keep", model::keepProblems)
                .on("Ctrl+S")
                .when(Bindings.createBooleanBinding(
                        () -> model.resultProperty()
                                .get()
                                .filter(r -> !r.rejected().isEmpty())
                                .isPresent(),
                        model.resultProperty()));
        next = Command.of("intake.next", "archive.next", list::next)
                .on("Page Down")
                .when(Bindings.createBooleanBinding(list::hasNext, list.pageProperty(), list.shown()));
        previous = Command.of("intake.previous", "archive.previous", list::previous)
                .on("Page Up")
                .when(list.pageProperty().greaterThan(0));
        table = table();
        detail = new ProblemDetail(desk, model, table);
        following = Subscription.combine(
                model.chosen.subscribe(line -> {
                    line.filter(list.shown()::contains).ifPresent(table.getSelectionModel()::select);
                    detail.show(line);
                }),
                model.resultProperty().subscribe(result -> detail.show(model.chosen.get())));
    }

    List<Command> commands() {
        return List.of(keep, next, previous);
    }

    /** Returns the node with the initial focus. */
    Node first() {
        return table;
    }

    /** Removes all listeners from the model. */
    void leave() {
        following.unsubscribe();
        table.setItems(FXCollections.emptyObservableList());
    }

    /**
     * Returns the card with the table.
     *
     * @param title node at the head
     */
    VBox show(IntakeResult result, Stage stage, Node title) {
        widen(result);
        var done = stage == Stage.DONE;
        var filter = new SimpleObjectProperty<>(list.filter.get());
        filter.addListener((o, before, now) -> list.filter.set(now));
        var filters = Segmented.of(
                "intake-filter",
                text.of("intake.problems"),
                List.of(
                        option(ProblemList.Filter.ALL, text.of("intake.filter.all")),
                        option(
                                ProblemList.Filter.REJECTED,
                                done ? text.of("intake.filter.rejected") : text.of("intake.filter.rejected.dry")),
                        option(ProblemList.Filter.WARNED, text.of("intake.filter.warned"))),
                filter);
        filters.getStyleClass().add("quiet");
        var button = Buttons.secondary(text, Feather.DOWNLOAD, keep);
        button.getStyleClass().add("small");
        var head = Boxes.styled(Boxes.row("gap-16", title, filters, Boxes.spring(), button), "card-head");
        table.setPlaceholder(Cards.empty(
                result.problems().isEmpty() ? text.of("intake.problems.none") : text.of("intake.problems.filtered")));
        return Cards.of(head, Boxes.grow(table), detail.root(), foot());
    }

    /** Adapts the width of the name column. Names of enterprises are three times as long as those of people. */
    private void widen(IntakeResult result) {
        var longest = result.problems().stream()
                .mapToInt(problem -> problem.name().length())
                .max()
                .orElse(0);
        var width = Math.min(Math.max(longest + 1.2, SHORT_NAME), LONG_NAME);
        table.getColumns().get(NAME).setPrefWidth(width * desk.size().pixels());
    }

    private Segmented.Option<ProblemList.Filter> option(ProblemList.Filter filter, String words) {
        return new Segmented.Option<>(filter, words + " " + desk.formats().count(list.rows(filter)));
    }

    private TableView<ProblemLine> table() {
        var made = TableBuilder.of("intake-problems", text.of("intake.problems"), list.shown(), desk.size())
                .nodes("", 2.6, this::mark)
                .figures(
                        text.of("intake.column.row"),
                        3.6,
                        line -> line.first() ? desk.formats().count(line.row()) : " ")
                .text(text.of("intake.column.name"), 6, line -> line.first() ? named(line) : " ", "name")
                .text(text.of("intake.column.column"), 7.6, ProblemLine::column, "quiet")
                .text(text.of("intake.column.value"), 11.4, line -> blank(line.value()))
                .nodes(text.of("intake.column.reason"), 25, ProblemTable::reason)
                .opens(line -> detail.edit())
                .build();
        made.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> {
            if (now != null) {
                model.chosen.set(Optional.of(now));
            }
        });
        made.heightProperty()
                .addListener((o, before, now) ->
                        list.fit((int) ((now.doubleValue() - desk.size().pixels() * 2.286) / made.getFixedCellSize())));
        made.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.PAGE_DOWN) {
                list.next();
                e.consume();
            } else if (e.getCode() == KeyCode.PAGE_UP) {
                list.previous();
                e.consume();
            }
        });
        return made;
    }

    private Node mark(ProblemLine line) {
        var rejected = line.rejected();
        var icon = rejected ? Icons.of(Feather.X_CIRCLE, "bad") : Icons.of(Feather.ALERT_TRIANGLE, "warn");
        icon.setAccessibleText(rejected ? text.of("intake.filter.rejected") : text.of("intake.filter.warned"));
        return icon;
    }

    private String named(ProblemLine line) {
        return line.name().isEmpty() ? text.of("intake.blank") : line.name();
    }

    private String blank(String value) {
        return value.isEmpty() ? text.of("intake.blank") : value;
    }

    private static Label reason(ProblemLine line) {
        var label = TextRoles.of(line.reason());
        label.setTooltip(new Tooltip(line.reason()));
        return label;
    }

    private HBox foot() {
        var range = TextRoles.bound(
                Bindings.createStringBinding(
                        () -> text.of(
                                "archive.range",
                                desk.formats().count(list.first()),
                                desk.formats().count(list.last()),
                                desk.formats().count(list.totalProperty().get())),
                        list.shown(),
                        list.totalProperty()),
                "second");
        return Cards.foot(
                range,
                Boxes.spring(),
                Buttons.icon(text, Feather.CHEVRON_LEFT, previous),
                Buttons.icon(text, Feather.CHEVRON_RIGHT, next));
    }
}
