package xindang.desktop.rating;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Buttons;
import xindang.desktop.ui.Cards;
import xindang.desktop.ui.Command;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Screen;
import xindang.desktop.ui.Segmented;
import xindang.desktop.ui.ShareBar;
import xindang.desktop.ui.TableBuilder;
import xindang.desktop.ui.TextRoles;
import xindang.desktop.ui.WaitingBar;

/** The page with the places and their grades. A button rates all records of the chosen place. */
final class RegionView {
    private final Desk desk;
    private final RegionViewModel model;
    private final StackPane work = new StackPane();
    private final StackPane tables = new StackPane();
    private final Command rate;

    RegionView(Desk desk, RegionViewModel model) {
        this.desk = desk;
        this.model = model;
        rate = Command.of("rating.rate", "rating.rate", model::rate)
                .on("Ctrl+Enter")
                .when(Bindings.createBooleanBinding(
                        () -> model.runningProperty().get().isEmpty()
                                && model.chosen
                                        .get()
                                        .filter(l -> l.records() > 0)
                                        .isPresent(),
                        model.runningProperty(),
                        model.chosen));
        model.runningProperty().addListener((o, before, now) -> showWork());
        model.resultProperty().addListener((o, before, now) -> showWork());
        showWork();
    }

    Screen screen() {
        var text = desk.text();
        var kind = new SimpleObjectProperty<>(model.type.get());
        kind.addListener((o, before, now) -> {
            model.type.set(now);
            tables.getChildren().setAll(table());
        });
        var kinds = Segmented.of(
                "rating-kind",
                text.of("archive.kind"),
                model.kinds().stream()
                        .map(id -> new Segmented.Option<>(id, text.has("kind." + id) ? text.of("kind." + id) : id))
                        .toList(),
                kind);
        var table = table();
        tables.getChildren().setAll(table);
        var chosen = TextRoles.bound(
                Bindings.createStringBinding(
                        () -> model.chosen
                                .get()
                                .map(l -> text.of(
                                        "rating.scope", l.name(), desk.formats().count(l.records())))
                                .orElse(""),
                        model.chosen),
                "second");
        var card =
                Boxes.grow(Cards.of(Cards.head(TextRoles.card(text.of("rating.places")), chosen), Boxes.grow(tables)));
        var page = Boxes.styled(new VBox(work, card), "page", "gap-16");
        return Screen.of(text.of("rating.title"), page)
                .tools(kinds, Boxes.spring(), Buttons.primary(text, Feather.AWARD, rate))
                .commands(List.of(rate))
                .focus(table);
    }

    private void showWork() {
        work.getChildren().clear();
        model.runningProperty().get().ifPresent(running -> work.getChildren()
                .add(WaitingBar.of(desk, "rating.progress", running)));
        model.resultProperty().get().ifPresent(done -> {
            var words = model.summary().orElse("");
            work.getChildren().add(Cards.notice(done.cancelled() ? "warning" : "okay", words));
        });
        work.setManaged(!work.getChildren().isEmpty());
    }

    private TableView<RegionViewModel.Line> table() {
        var text = desk.text();
        var count = desk.formats();
        var tables = TableBuilder.of("rating-places", text.of("rating.places"), model.lines(), desk.size())
                .text(text.of("rating.place"), 9, RegionViewModel.Line::name, "name")
                .figures(text.of("rating.records"), 5, line -> count.count(line.records()))
                .figures(text.of("rating.rated"), 5, line -> count.count(line.rated()))
                .nodes(text.of("rating.share"), 7.5, RegionView::bar);
        for (var grade : model.grades()) {
            tables.figures(grade, 3.6, line -> line.count(grade) == 0 ? "" : count.count(line.count(grade)));
        }
        tables.figures(text.of("rating.ungraded"), 4.6, line -> line.count("") == 0 ? "" : count.count(line.count("")));
        tables.figures(text.of("rating.toRate"), 4.6, line -> line.stale() == 0 ? "" : count.count(line.stale()));
        var table = tables.opens(model::open).build();
        table.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> {
            if (now != null) {
                model.chosen.set(Optional.of(now));
            }
        });
        model.chosen.addListener((o, before, now) -> now.ifPresent(table.getSelectionModel()::select));
        model.chosen.get().ifPresent(table.getSelectionModel()::select);
        return table;
    }

    private static Node bar(RegionViewModel.Line line) {
        var bar = new ShareBar();
        if (line.records() > 0) {
            bar.part((double) line.rated() / line.records(), "b2");
        }
        return Boxes.grow(new StackPane(bar));
    }
}
