package xindang.desktop.archive;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.office.Chips;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Icons;
import xindang.desktop.ui.TextRoles;
import xindang.model.archive.RecordSummary.Status;

/** The filters at the left: the places of the region with their counts, and the states. */
final class ArchiveFilters {
    private final Desk desk;
    private final ArchiveListViewModel model;
    private final VBox places = Boxes.styled(new VBox(), "section-list");
    private final VBox root;

    ArchiveFilters(Desk desk, ArchiveListViewModel model) {
        this.desk = desk;
        this.model = model;
        model.units().addListener((javafx.collections.ListChangeListener<Unit>) c -> show());
        show();
        var scroll = Boxes.grow(Boxes.scroll(places));
        root = Boxes.styled(
                new VBox(
                        Boxes.styled(TextRoles.of(desk.text().of("archive.places"), "second-strong"), "filter-head"),
                        scroll,
                        Boxes.rule(),
                        states()),
                "side-pane",
                "left",
                "archive-filters");
    }

    VBox root() {
        return root;
    }

    private void show() {
        places.getChildren().clear();
        for (var unit : model.units()) {
            places.getChildren().add(place(unit));
        }
    }

    private Node place(Unit unit) {
        var button = new ToggleButton();
        var count = desk.formats().count(unit.count());
        var name = TextRoles.of(unit.name(), "name");
        var line = Boxes.row("gap-8", name, Boxes.spring(), TextRoles.of(count, "count"));
        if (unit.depth() == 0) {
            line.getChildren().add(0, Icons.of(Feather.CHEVRON_DOWN, "quiet"));
            name.getStyleClass().add("strong");
        }
        button.setGraphic(Boxes.grow(line));
        button.getStyleClass().add("depth-" + unit.depth());
        button.setMaxWidth(Double.MAX_VALUE);
        button.setId("place-" + unit.code());
        button.setAccessibleText(unit.name() + " " + count);
        button.setSelected(unit.code().equals(model.region.get()));
        button.setOnAction(e -> {
            button.setSelected(true);
            model.region.set(unit.code());
        });
        return button;
    }

    /** Returns the filter for households with incomplete bad information. It is combined with any state. */
    private Node incomplete() {
        return care("INCOMPLETE", "chip.incomplete", model.incomplete, model.incompleteCountProperty());
    }

    /** Returns the filter for households with a shared document number. They get no report. */
    private Node shared() {
        return care("TWIN", "chip.twin", model.shared.only, model.shared.countProperty());
    }

    private Node care(String name, String key, BooleanProperty chosen, ReadOnlyLongProperty records) {
        var word = desk.text().of(key);
        var check = new CheckBox(word);
        check.setId("status-" + name);
        check.setAccessibleText(word);
        check.selectedProperty().bindBidirectional(chosen);
        var count = TextRoles.bound(records.map(number -> desk.formats().count(number.longValue())), "count");
        return Boxes.row("gap-8", check, Boxes.spring(), count);
    }

    private Node states() {
        var box = Boxes.styled(
                new VBox(TextRoles.of(desk.text().of("archive.states"), "second-strong")), "filter-states");
        for (var status :
                List.of(Status.DRAFT, Status.SAVED, Status.BACKED_UP, Status.SETTLED, Status.CONFLICT, Status.MOVED)) {
            var word = Chips.status(desk.text(), status).getText();
            var check = new CheckBox(word);
            check.setId("status-" + status.name());
            check.setAccessibleText(word);
            check.setSelected(model.statuses.get().contains(status));
            check.setOnAction(e -> model.toggle(status));
            var count = TextRoles.bound(
                    model.statusCountsProperty().map(counts -> desk.formats().count(counts.getOrDefault(status, 0L))),
                    "count");
            box.getChildren().add(Boxes.row("gap-8", check, Boxes.spring(), count));
        }
        box.getChildren().addAll(incomplete(), shared());
        return box;
    }
}
