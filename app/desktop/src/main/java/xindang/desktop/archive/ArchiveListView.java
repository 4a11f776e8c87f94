package xindang.desktop.archive;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.office.Chips;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Buttons;
import xindang.desktop.ui.Cards;
import xindang.desktop.ui.Command;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Icons;
import xindang.desktop.ui.Look;
import xindang.desktop.ui.Messages;
import xindang.desktop.ui.Place;
import xindang.desktop.ui.Screen;
import xindang.desktop.ui.SearchField;
import xindang.desktop.ui.Segmented;
import xindang.desktop.ui.ShareBar;
import xindang.desktop.ui.TableBuilder;
import xindang.desktop.ui.TextRoles;
import xindang.model.archive.ArchiveStore;
import xindang.model.archive.RecordSummary;

/** The page of the archive list: filters at the left, the table in the middle, the chosen record at the right. */
final class ArchiveListView {
    private final Desk desk;
    private final Messages text;
    private final ArchiveListViewModel model;
    private final SearchField search;
    private final TableView<ArchiveRow> table;
    private final Command begin;
    private final Command bring;
    private final Command open;
    private final Command rate;
    private final Command report;
    private final Command next;
    private final Command previous;
    private final Command find;

    ArchiveListView(Desk desk, ArchiveListViewModel model) {
        this.desk = desk;
        this.model = model;
        text = desk.text();
        var some = Bindings.createBooleanBinding(() -> model.chosen.get().isPresent(), model.chosen);
        begin = Command.of("archive.new", "archive.new", model::begin).on("Ctrl+N");
        bring = Command.of(
                "archive.import", "archive.import", () -> desk.navigator().go(Place.of("intake")));
        open = Command.of(
                        "archive.open", "archive.open", () -> model.chosen.get().ifPresent(model::open))
                .on("Ctrl+O")
                .when(some);
        var live = Bindings.createBooleanBinding(
                () -> model.chosen.get().filter(ArchiveRow::isLive).isPresent(), model.chosen);
        rate = Command.of(
                        "archive.rate", "archive.rate", () -> model.chosen.get().ifPresent(model::rate))
                .on("Ctrl+R")
                .when(live);
        report = Command.of("archive.report", "archive.report", () -> model.chosen
                        .get()
                        .ifPresent(model::report))
                .on("Ctrl+P")
                .when(live);
        next = Command.of("archive.next", "archive.next", model::nextPage)
                .on("Page Down")
                .when(Bindings.createBooleanBinding(
                        model::hasNext,
                        model.pageNumberProperty(),
                        model.rows(),
                        model.countedProperty(),
                        model.totalProperty()));
        previous = Command.of("archive.previous", "archive.previous", model::previousPage)
                .on("Page Up")
                .when(model.pageNumberProperty().greaterThan(1));
        search = new SearchField("archive-search", text.of("shell.find.prompt"), Optional.of("Esc"), model.typed);
        find = Command.of("archive.find", "archive.find", search.field()::requestFocus)
                .on("Ctrl+F");
        table = table();
        search.field().setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.DOWN || e.getCode() == KeyCode.ENTER) {
                table.requestFocus();
                e.consume();
            }
        });
    }

    Screen screen() {
        var kinds = new SimpleObjectProperty<>(model.type.get());
        kinds.addListener((o, before, now) -> model.type.set(now));
        var options = model.kinds().stream()
                .map(kind -> new Segmented.Option<>(kind.id(), kindName(kind.id())))
                .toList();
        var kind = Segmented.of("archive-kind", text.of("archive.kind"), options, kinds);
        var preview = new ArchivePreview(desk, model, open, rate, report).root();
        var root = new HBox(new ArchiveFilters(desk, model).root(), Boxes.grow(middle()));
        if (!desk.size().roomy()) {
            root.getChildren().add(Boxes.styled(preview, "archive-preview"));
        }
        root.getStyleClass().add("archive-page");
        return Screen.of(text.of("archive.title"), root)
                .tools(
                        kind,
                        Boxes.spring(),
                        Buttons.secondary(text, Feather.UPLOAD, bring),
                        Buttons.primary(text, Feather.PLUS, begin))
                .commands(List.of(open, next, find, begin, rate, report, previous, bring))
                .focus(search.field());
    }

    /** Returns the name of a type of subject. A later template may have no message; its id is shown then. */
    private String kindName(String id) {
        var key = "kind." + id;
        return text.has(key) ? text.of(key) : id;
    }

    private VBox middle() {
        var hint = TextRoles.bound(
                Bindings.createStringBinding(
                        () -> model.typed.get().isBlank() || !model.surnames().isEmpty()
                                ? ""
                                : text.of("archive.found", total()),
                        model.typed,
                        model.surnames(),
                        model.countedProperty(),
                        model.totalProperty()),
                "second");
        var bar = Boxes.styled(Boxes.row("gap-12", search.root(), hint, surnames()), "pad-row", "archive-bar");
        search.root().getStyleClass().add("archive-search");
        var body = new VBox(bar, Boxes.rule(), Boxes.grow(table), foot());
        return Boxes.styled(body, "archive-middle");
    }

    /** Returns buttons for the surnames that match typed letters. A button replaces the letters with the character. */
    private Node surnames() {
        var row = Boxes.row("gap-8");
        model.surnames().addListener((ListChangeListener<ArchiveStore.Surname>) change -> {
            row.getChildren().clear();
            if (!model.surnames().isEmpty()) {
                row.getChildren().add(TextRoles.second(text.of("archive.surnames")));
            }
            model.surnames().stream().limit(desk.size().roomy() ? 3 : 5).forEach(surname -> row.getChildren()
                    .add(surname(surname)));
        });
        return row;
    }

    private Node surname(ArchiveStore.Surname found) {
        var words = text.of("archive.surname", found.surname(), desk.formats().count(found.records()));
        var button = Buttons.plain("archive-surname-" + found.surname(), words, Optional.empty(), () -> {
            model.typed.set(found.surname());
            search.field().requestFocus();
            search.field().end();
        });
        return Boxes.styled(button, "small");
    }

    /** Returns the total, with a plus sign if not all records were counted. */
    private String total() {
        return desk.formats().count(model.totalProperty().get()) + more();
    }

    private String more() {
        return model.countedProperty().get() ? "" : "+";
    }

    private Node foot() {
        var range = TextRoles.bound(
                Bindings.createStringBinding(
                        () -> {
                            if (model.rows().isEmpty()) {
                                return text.of("archive.range.none");
                            }
                            var from = (model.pageNumberProperty().get() - 1) * ArchiveListViewModel.PAGE;
                            return text.of(
                                    "archive.range",
                                    desk.formats().count(from + 1),
                                    desk.formats().count(from + model.rows().size()),
                                    total());
                        },
                        model.rows(),
                        model.totalProperty(),
                        model.countedProperty(),
                        model.pageNumberProperty()),
                "second");
        var place = TextRoles.bound(Bindings.createStringBinding(
                () -> model.pageNumberProperty().get() + " / " + model.pages() + more(),
                model.pageNumberProperty(),
                model.countedProperty(),
                model.totalProperty()));
        var foot = Cards.foot(
                range,
                Boxes.spring(),
                Buttons.page(text, Feather.CHEVRON_LEFT, previous),
                place,
                Buttons.page(text, Feather.CHEVRON_RIGHT, next));
        if (!desk.size().roomy()) {
            foot.getChildren().add(2, TextRoles.second(text.of("archive.perPage", ArchiveListViewModel.PAGE)));
        }
        return Boxes.styled(foot, "archive-foot");
    }

    private ObservableBooleanValue answered(Predicate<String> by) {
        var answered = model.answeredProperty();
        return Bindings.createBooleanBinding(() -> answered.get().filter(by).isPresent(), answered);
    }

    private TableView<ArchiveRow> table() {
        var empty = Cards.empty(
                text.of("archive.empty"),
                Buttons.secondary(text, Feather.UPLOAD, bring),
                Buttons.secondary(text, Feather.PLUS, begin));
        var unfound = TextRoles.bound(
                Bindings.createStringBinding(
                        () -> text.of(
                                "archive.unfound",
                                model.answeredProperty().get().orElse("")),
                        model.answeredProperty()),
                "second");
        unfound.setId("archive-unfound");
        // Shows an empty-list text only after the search has answered.
        unfound.visibleProperty().bind(answered(words -> !words.isEmpty()));
        empty.visibleProperty().bind(answered(String::isEmpty));
        var columns = TableBuilder.of("archive-table", text.of("archive.title"), model.rows(), desk.size())
                .nodes(text.of("archive.column.name"), 6.2, row -> hits().name(row.name()))
                .text(text.of("archive.column.village"), 5.3, ArchiveRow::village);
        // The largest text size leaves out the group and the date.
        var all = desk.size() != Look.Size.LARGEST;
        if (all) {
            columns.text(text.of("archive.column.group"), 3.2, ArchiveRow::group);
        }
        columns.nodes(text.of("archive.column.tail"), 5, row -> hits().tail(row.tail()))
                .nodes(text.of("archive.column.grade"), 8.9, this::grade)
                .figures(text.of("archive.column.score"), 2.9, row -> row.holds() ? row.score() : "")
                .nodes(text.of("archive.column.filled"), 5.6, row -> filled(row.filled()))
                .nodes(
                        text.of("archive.column.status"),
                        6.3,
                        row -> row.twin() && row.status() != RecordSummary.Status.CONFLICT
                                ? Chips.twin(text)
                                : Chips.status(text, row.status()));
        if (all) {
            columns.figures(text.of("archive.column.updated"), 4.3, ArchiveRow::updated, "quiet");
        }
        var made = columns.opens(model::open)
                .placeholder(new StackPane(empty, unfound))
                .build();
        made.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> {
            if (now != null) {
                model.chosen.set(Optional.of(now));
            }
        });
        // Draws unchanged rows again, because the highlighted part may differ.
        model.rows().addListener((ListChangeListener<ArchiveRow>) change -> made.refresh());
        model.chosen.addListener((o, before, now) -> now.ifPresent(made.getSelectionModel()::select));
        model.chosen.get().ifPresent(made.getSelectionModel()::select);
        return made;
    }

    /** Returns the chip of the grade, or of the reason why the grade is not valid. Reports do the same. */
    private Node grade(ArchiveRow row) {
        var care = Chips.care(text, row.standing(), row.incomplete(), row.sealed());
        if (desk.size() == Look.Size.LARGEST) {
            care.ifPresent(chip -> chip.setGraphic(null));
        }
        return care.orElseGet(() -> Chips.grade(text, row.grade()));
    }

    private Hits hits() {
        return new Hits(model.typed.get(), model.surnames());
    }

    private Node filled(int percent) {
        if (percent >= 100) {
            return TextRoles.with(Icons.of(Feather.CHECK, "ok"), text.of("archive.complete"), "second");
        }
        var bar = ShareBar.points(percent / 100.0);
        bar.setPrefWidth(30);
        var figure = TextRoles.body(percent + "%");
        figure.setMinWidth(Region.USE_PREF_SIZE);
        return Boxes.row("gap-8", bar, figure);
    }
}
