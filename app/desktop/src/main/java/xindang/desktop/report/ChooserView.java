package xindang.desktop.report;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.office.Chips;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Buttons;
import xindang.desktop.ui.Cards;
import xindang.desktop.ui.Command;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Place;
import xindang.desktop.ui.Screen;
import xindang.desktop.ui.SearchField;
import xindang.desktop.ui.Segmented;
import xindang.desktop.ui.TableBuilder;
import xindang.desktop.ui.TextRoles;

/** The page to choose the subject of a report. */
final class ChooserView {
    private final Desk desk;
    private final ChooserViewModel model;

    ChooserView(Desk desk, ChooserViewModel model) {
        this.desk = desk;
        this.model = model;
    }

    Screen screen() {
        var text = desk.text();
        var archives = Command.of(
                "report.archives", "archive.title", () -> desk.navigator().go(Place.of("archive")));
        var table = TableBuilder.of("report-subjects", text.of("report.whose"), model.lines(), desk.size())
                .text(text.of("archive.column.name"), 12, ChooserViewModel.Line::name, "name")
                .text(text.of("archive.column.village"), 10, ChooserViewModel.Line::place)
                .text(text.of("archive.fact.number"), 14, ChooserViewModel.Line::number, "quiet")
                .nodes(text.of("archive.column.grade"), 8, line -> Chips.care(
                                text, line.standing(), line.incomplete(), line.sealed())
                        .orElseGet(() -> Chips.grade(text, line.grade())))
                .figures(text.of("archive.column.updated"), 6, ChooserViewModel.Line::updated, "quiet")
                .opens(model::open)
                .placeholder(Cards.empty(text.of("archive.empty"), Buttons.secondary(text, Feather.FOLDER, archives)))
                .build();
        var search = new SearchField("report-search", text.of("shell.find.prompt"), Optional.of("Esc"), model.typed);
        search.root().getStyleClass().add("report-search");
        search.field().setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.DOWN || e.getCode() == KeyCode.ENTER) {
                table.getSelectionModel().selectFirst();
                table.requestFocus();
                e.consume();
            }
        });
        var kind = new SimpleObjectProperty<>(model.type.get());
        kind.addListener((o, before, now) -> model.type.set(now));
        var kinds = Segmented.of(
                "report-kind",
                text.of("archive.kind"),
                model.kinds().stream()
                        .map(t -> new Segmented.Option<>(
                                t.id(), text.has("kind." + t.id()) ? text.of("kind." + t.id()) : t.title()))
                        .toList(),
                kind);
        var head = Boxes.styled(
                Boxes.row("gap-16", TextRoles.card(text.of("report.whose")), search.root(), Boxes.spring(), kinds),
                "card-head",
                "report-chooser-head");
        var card = Boxes.grow(Cards.of(head, Boxes.grow(table)));
        var find = Command.of("report.find", "archive.find", search.field()::requestFocus)
                .on("Ctrl+F");
        return Screen.of(text.of("report.title"), Boxes.styled(new VBox(card), "page"))
                .commands(List.of(find))
                .focus(search.field());
    }
}
