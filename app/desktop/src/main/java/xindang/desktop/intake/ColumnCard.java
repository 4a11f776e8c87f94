package xindang.desktop.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Buttons;
import xindang.desktop.ui.Cards;
import xindang.desktop.ui.Icons;
import xindang.desktop.ui.Messages;
import xindang.desktop.ui.TextRoles;
import xindang.model.intake.Column;
import xindang.model.intake.IntakeResult;
import xindang.model.template.LegalClass;
import xindang.model.template.Template;

/** The card of columns. It shows the item of each column, a lock if consent is needed, or the reason for a refusal. */
final class ColumnCard {
    private final Messages text;
    private final Template template;
    private final IntakeViewModel model;
    private final IntakeResult result;
    private final Stage stage;
    private final ColumnEditing editing;

    ColumnCard(Messages text, IntakeViewModel model, IntakeResult result, Stage stage, ColumnEditing editing) {
        this.text = text;
        this.model = model;
        template = model.template();
        this.result = result;
        this.stage = stage;
        this.editing = editing;
    }

    /**
     * Returns the card.
     *
     * @param title node at the head
     */
    VBox root(Node title) {
        var scroll = Boxes.grow(Boxes.scroll(editing.on() && stage == Stage.CHECKED ? choices() : lines()));
        scroll.setFocusTraversable(true);
        scroll.setAccessibleText(text.of("intake.columns"));
        editing.keepPlace(scroll);
        var head = Cards.head(title);
        if (stage == Stage.CHECKED) {
            var words = text.of(editing.on() ? "intake.column.edited" : "intake.column.edit");
            var edit = Buttons.plain("intake-columns-edit", words, Optional.empty(), editing::turn);
            edit.getStyleClass().addAll("link", "small");
            head.getChildren().add(edit);
        }
        var card = Cards.of(head, scroll);
        locked(card);
        return Boxes.styled(card, "intake-columns");
    }

    private VBox lines() {
        var lines = Boxes.styled(new VBox(), "column-lines");
        of(Column.Use.REFUSED).forEach(column -> lines.getChildren().add(refused(column)));
        if (!lines.getChildren().isEmpty()) {
            lines.getChildren().add(Boxes.rule());
        }
        result.columns().stream().filter(Column::isRead).forEach(column -> lines.getChildren()
                .add(read(column)));
        var idle = result.columns().stream()
                .filter(c -> !c.isRead() && c.use() != Column.Use.REFUSED)
                .toList();
        if (!idle.isEmpty()) {
            lines.getChildren().add(Boxes.rule());
            idle.forEach(column -> lines.getChildren().add(idle(column)));
        }
        return lines;
    }

    /** Returns a choice for each column that may be read. */
    private VBox choices() {
        var lines = Boxes.styled(new VBox(), "column-lines");
        for (var column : result.columns()) {
            lines.getChildren().add(column.use() == Column.Use.REFUSED ? refused(column) : choice(column));
        }
        return lines;
    }

    private HBox choice(Column column) {
        var places = new ArrayList<Optional<String>>();
        places.add(Optional.empty());
        model.places().forEach(path -> places.add(Optional.of(path)));
        if (!places.contains(column.path())) {
            places.add(column.path());
        }
        var box = new ComboBox<>(FXCollections.observableList(places));
        box.setId(ColumnEditing.id(column));
        box.setAccessibleText(text.of("intake.column.place", column.heading()));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setCellFactory(list -> new PlaceCell(this::inBlock));
        box.setButtonCell(new PlaceCell(path -> own(path)));
        box.setValue(column.path());
        box.valueProperty().addListener((o, before, now) -> {
            if (now != null && !now.equals(column.path())) {
                editing.changed(column);
                model.place(column, now);
            }
        });
        var line = Boxes.styled(new HBox(heading(column), Boxes.grow(box)), "column-line", "choice");
        if (column.use() == Column.Use.CONSENT_NEEDED) {
            line.getChildren().add(Icons.of(Feather.LOCK, "warn"));
        }
        return line;
    }

    /** Shows a path as a text. An empty path is 不导入. */
    private final class PlaceCell extends ListCell<Optional<String>> {
        private final Function<String, String> words;

        PlaceCell(Function<String, String> words) {
            this.words = words;
        }

        @Override
        @SuppressWarnings("NullAway") // an empty cell has no item
        protected void updateItem(Optional<String> place, boolean empty) {
            super.updateItem(place, empty);
            setText(empty || place == null ? "" : place.map(words).orElseGet(() -> text.of("intake.column.none")));
        }
    }

    private String inBlock(String path) {
        var block = template.block(path.substring(0, path.indexOf('.')));
        var locked = template.legal(path) == LegalClass.OPEN ? "" : "（" + text.of("intake.column.consent") + "）";
        return block.map(b -> b.title() + "　").orElse("") + label(path) + locked;
    }

    private List<Column> of(Column.Use use) {
        return result.columns().stream().filter(c -> c.use() == use).toList();
    }

    private void locked(VBox card) {
        var closed = of(Column.Use.CONSENT_NEEDED).size();
        if (closed == 0 || result.lockedRows() == 0) {
            return;
        }
        var columns = Integer.toString(closed);
        var rows = Integer.toString(result.lockedRows());
        var words = stage == Stage.DONE
                ? text.of("intake.locked", columns, rows)
                : text.of("intake.locked.dry", columns, rows);
        var note = TextRoles.paragraph(words);
        note.setGraphic(Icons.of(Feather.LOCK, "warn"));
        card.getChildren().add(Boxes.styled(new HBox(Boxes.grow(note)), "intake-locked"));
    }

    private HBox read(Column column) {
        var consent = column.use() == Column.Use.CONSENT_NEEDED;
        var open = consent && result.lockedRows() == 0;
        var mark = consent && !open ? Icons.of(Feather.LOCK, "warn") : Icons.of(Feather.CHECK, "ok");
        var own = TextRoles.of(own(column.path().orElse("")));
        own.setTooltip(new Tooltip(label(column)));
        var line = line(heading(column), own, mark);
        line.setAccessibleText(
                column.heading() + " " + label(column) + (consent ? " " + text.of("intake.column.consent") : ""));
        return line;
    }

    private HBox refused(Column column) {
        var words = stage == Stage.DONE ? text.of("intake.column.refused") : text.of("intake.column.refused.dry");
        var why = TextRoles.with(Icons.of(Feather.SLASH), words, "second", "bad");
        why.setMinWidth(Label.USE_PREF_SIZE);
        column.reason().ifPresent(reason -> why.setTooltip(new Tooltip(text.of(reason))));
        var heading = TextRoles.of(column.heading(), "struck");
        return Boxes.styled(new HBox(heading, Boxes.spring(), why), "column-line");
    }

    private HBox idle(Column column) {
        var why = text.of(
                switch (column.use()) {
                    case SERIAL -> "intake.column.serial";
                    case PLACE -> "intake.column.unit";
                    default -> "intake.column.unknown";
                });
        var words = TextRoles.caption(why);
        words.setMinWidth(Label.USE_PREF_SIZE);
        var heading = TextRoles.second(column.heading());
        heading.setTooltip(new Tooltip(column.heading()));
        return Boxes.styled(new HBox(heading, Boxes.spring(), words), "column-line");
    }

    private static HBox line(Label heading, Label label, Node mark) {
        label.getStyleClass().add("second");
        label.setMinWidth(0);
        return Boxes.styled(
                new HBox(heading, Icons.of(Feather.ARROW_RIGHT, "faint"), Boxes.grow(label), mark), "column-line");
    }

    private static Label heading(Column column) {
        var heading = TextRoles.of(column.heading(), "column-heading");
        heading.setTooltip(new Tooltip(column.heading()));
        return heading;
    }

    /** Returns the label of the column's item, after the label of its group. */
    private String label(Column column) {
        return label(column.path().orElse(""));
    }

    private String label(String path) {
        var star = path.indexOf(".*.");
        return star < 0
                ? own(path)
                : template.field(path.substring(0, star)).map(g -> g.label()).orElse("") + "　" + own(path);
    }

    private String own(String path) {
        return template.field(path).map(this::withUnit).orElse(path);
    }

    private String withUnit(xindang.model.template.Field field) {
        return field.unit().isEmpty() || field.isGroup() ? field.label() : field.label() + "(" + field.unit() + ")";
    }
}
