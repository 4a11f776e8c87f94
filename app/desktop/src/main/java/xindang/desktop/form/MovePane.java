package xindang.desktop.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import xindang.desktop.office.Office;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Buttons;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Dialogs;
import xindang.desktop.ui.Fields;
import xindang.desktop.ui.FormField;
import xindang.desktop.ui.TextRoles;
import xindang.model.common.Violation;
import xindang.model.keeping.Departure;
import xindang.model.value.DivisionCode;
import xindang.model.value.DivisionLevel;

/**
 * The pane for moving a subject out. The person chooses the new place level by level, and gives a date and a reason.
 */
final class MovePane {
    /** One level of the choice, the id of its field and the message key of its name. */
    private record Level(DivisionLevel level, String id, String key) {}

    private static final List<Level> LEVELS = List.of(
            new Level(DivisionLevel.COUNTY, "move.county", "form.move.county"),
            new Level(DivisionLevel.TOWNSHIP, "move.township", "form.move.township"),
            new Level(DivisionLevel.VILLAGE, "move.village", "form.move.village"));

    private final Desk desk;
    private final Office office;
    private final FormViewModel form;
    private final List<StringProperty> chosen =
            List.of(new SimpleStringProperty(""), new SimpleStringProperty(""), new SimpleStringProperty(""));
    private final StringProperty date = new SimpleStringProperty("");
    private final StringProperty reason = new SimpleStringProperty("");
    private final VBox places = Boxes.column("gap-8");
    private final VBox root = new VBox();
    private final FormField day;
    private final FormField why;

    MovePane(Desk desk, Office office, FormViewModel form) {
        this.desk = desk;
        this.office = office;
        this.form = form;
        var text = desk.text();
        date.set(form.day().records().toString());
        day = Fields.text(
                new Fields.Head("move.date", text.of("form.move.date"), false), "", text.of("form.date"), date);
        why = Fields.text(new Fields.Head("move.reason", text.of("form.move.reason"), false), "", "", reason);
        for (var level = 0; level < LEVELS.size() - 1; level++) {
            var at = level;
            chosen.get(level).addListener((o, before, now) -> choose(at));
        }
        form.wrongProperty().addListener((o, before, now) -> showErrors(now));
        form.contentProperty().addListener((o, before, now) -> build());
        showPlaces(0);
        build();
    }

    Node root() {
        return root;
    }

    private void build() {
        var text = desk.text();
        var moved = form.movedTo();
        if (moved.isPresent() || !form.exists()) {
            var words = moved.map(place -> text.of("form.moved", place)).orElseGet(() -> text.of("form.move.first"));
            root.getChildren()
                    .setAll(Boxes.styled(new VBox(TextRoles.paragraph(words, "second")), "pane-part", "last"));
            return;
        }
        var go = Buttons.plain("move-out", text.of("form.move.do"), Optional.empty(), this::ask);
        go.disableProperty().bind(chosen.get(LEVELS.size() - 1).isEmpty());
        root.getChildren()
                .setAll(Boxes.styled(
                        Boxes.column(
                                "gap-12",
                                TextRoles.paragraph(text.of("form.move.why"), "second"),
                                places,
                                Boxes.column("gap-4", day.labelled(), day.box()),
                                Boxes.column("gap-4", why.labelled(), why.box()),
                                go),
                        "pane-part",
                        "last"));
    }

    /** Clears the levels below a changed one. */
    private void choose(int level) {
        for (var below = level + 1; below < LEVELS.size(); below++) {
            chosen.get(below).set("");
        }
        showPlaces(level + 1);
    }

    /** Shows the choices from a level on. The levels above it keep the focus. */
    private void showPlaces(int from) {
        places.getChildren()
                .remove(
                        Math.min(from, places.getChildren().size()),
                        places.getChildren().size());
        var city =
                office.region().at(DivisionLevel.CITY).orElse(office.region()).padded();
        var above = from == 0 ? city : chosen.get(from - 1).get();
        for (var level = from; level < LEVELS.size() && !above.isEmpty(); level++) {
            var at = LEVELS.get(level);
            var head = new Fields.Head(at.id(), desk.text().of(at.key()), true);
            var field = Fields.choice(head, below(above, level), "", chosen.get(level));
            places.getChildren().add(Boxes.column("gap-4", field.labelled(), field.box()));
            above = chosen.get(level).get();
        }
    }

    /** Returns the units below one, without units inside this archive. */
    private List<Fields.Option> below(String above, int level) {
        var options = new ArrayList<Fields.Option>();
        for (var unit : office.divisions().children(DivisionCode.of(above))) {
            if (unit.level() == LEVELS.get(level).level() && !office.region().contains(unit.code())) {
                options.add(new Fields.Option(unit.code().padded(), unit.shortName()));
            }
        }
        return options;
    }

    private void ask() {
        var text = desk.text();
        var place = chosen.get(LEVELS.size() - 1).get();
        var name = office.divisions().fullPath(DivisionCode.of(place));
        desk.dialogs()
                .confirm(
                        new Dialogs.Question(
                                text.of("form.move.title", name),
                                text.of("form.move.body"),
                                text.of("form.move.do"),
                                true),
                        () -> form.move(new Departure(place, date.get(), reason.get())));
    }

    private void showErrors(Map<String, Violation> wrong) {
        showErrors(day, wrong);
        showErrors(why, wrong);
    }

    private void showErrors(FormField field, Map<String, Violation> wrong) {
        var path = field == day ? "move.date" : "move.reason";
        field.setRemark(Optional.ofNullable(wrong.get(path))
                .map(violation -> FormField.Remark.wrong(desk.text().of(violation))));
    }
}
