package xindang.desktop.rating;

import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Cards;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Screen;
import xindang.desktop.ui.TableBuilder;
import xindang.desktop.ui.TextRoles;
import xindang.model.rating.RatingForm;

/** The page with all rules of a rating form. */
final class FormRulesView {
    private final Desk desk;
    private final RatingForm form;

    FormRulesView(Desk desk, RatingForm form) {
        this.desk = desk;
        this.form = form;
    }

    Screen screen() {
        var text = desk.text();
        var table = table();
        var page = Boxes.styled(new VBox(Boxes.grow(Cards.of(Boxes.grow(table)))), "page");
        return Screen.of(text.of("rating.rules.title"), page)
                .path(new SimpleStringProperty(form.title()))
                .focus(table);
    }

    private TableView<FormLine> table() {
        var text = desk.text();
        var lines = FXCollections.observableArrayList(FormLine.of(form, text, desk.formats()));
        var table = TableBuilder.of("rating-rules", text.of("rating.rules.title"), lines, desk.size())
                .nodes(text.of("rating.group"), 9, line -> TextRoles.of(line.group(), "second-strong"))
                .nodes(text.of("rating.indicator"), 14, line -> TextRoles.body(line.label()))
                .text(text.of("rating.rules.rule"), 22, FormLine::rule, "quiet")
                .figures(text.of("rating.points"), 5, FormLine::points)
                .dense()
                .rowClass(line -> line.last() ? "group-end" : "")
                .build();
        table.getStyleClass().add("rating-table");
        return table;
    }
}
