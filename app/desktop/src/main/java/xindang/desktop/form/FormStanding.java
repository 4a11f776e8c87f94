package xindang.desktop.form;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import xindang.desktop.office.Chips;
import xindang.desktop.office.Office;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Tasks;
import xindang.desktop.ui.TextRoles;
import xindang.model.archive.Standing;
import xindang.model.law.Gate;
import xindang.model.template.IncompleteRows;

/**
 * The chip beside the name of a record. It warns of an invalid rating, incomplete bad information, or data that a later
 * version of the program wrote.
 */
final class FormStanding {
    private final Desk desk;
    private final Office office;
    private final FormViewModel form;
    private final Tasks.Lane reading;
    private final ReadOnlyObjectWrapper<Optional<Standing>> standing = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper sealed = new ReadOnlyBooleanWrapper();
    private final HBox root = new HBox();

    FormStanding(Desk desk, Office office, FormViewModel form) {
        this.desk = desk;
        this.office = office;
        this.form = form;
        reading = desk.tasks().latest("standing");
        root.setAlignment(javafx.geometry.Pos.CENTER);
        standing.addListener((o, before, now) -> show());
        sealed.addListener((o, before, now) -> show());
        form.contentProperty().addListener((o, before, now) -> show());
        // The history is read again after every save.
        form.history().addListener((ListChangeListener<HistoryLine>) change -> read());
        show();
        read();
    }

    HBox root() {
        return root;
    }

    private void read() {
        if (form.exists()) {
            reading.run(
                    progress -> office.store()
                            .find(form.id())
                            .map(record -> new Found(office.ratings().standing(record), record.isPartlySealed()))
                            .orElse(Found.NOTHING),
                    found -> {
                        standing.set(found.standing());
                        sealed.set(found.sealed());
                    },
                    desk.dialogs()::failed);
        }
    }

    private record Found(Optional<Standing> standing, boolean sealed) {
        private static final Found NOTHING = new Found(Optional.empty(), false);
    }

    /**
     * Returns a notice about parts that a later version of the program wrote. They are not shown. The other parts can
     * be edited.
     */
    Node notice() {
        var words = TextRoles.paragraph(desk.text().of("form.sealed"), "strong");
        words.setId("form-sealed");
        words.visibleProperty().bind(sealed);
        words.managedProperty().bind(sealed);
        return words;
    }

    private boolean incomplete() {
        var lawful = Gate.lawful(form.template(), form.contentProperty().get(), form.today());
        return !IncompleteRows.of(form.template(), lawful.content()).isEmpty();
    }

    private void show() {
        root.getChildren().clear();
        Chips.care(desk.text(), standing.get(), incomplete(), sealed.get()).ifPresent(chip -> {
            chip.getStyleClass().add("tall");
            chip.setId("form-standing");
            chip.setTooltip(new Tooltip(desk.text().of("form.standing")));
            root.getChildren().add(chip);
        });
        root.setManaged(!root.getChildren().isEmpty());
    }
}
