package xindang.desktop.form;

import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.VBox;
import xindang.desktop.office.Office;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Buttons;
import xindang.desktop.ui.Cards;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Place;
import xindang.desktop.ui.Tasks;
import xindang.model.archive.ArchiveStore.Known;

/** Warns of another record with the same document number and opens it. No report is made of either. */
final class TwinsPart {
    private final Desk desk;
    private final Office office;
    private final FormViewModel form;
    private final Tasks.Lane reading;
    private final VBox root = Boxes.column("gap-8");

    TwinsPart(Desk desk, Office office, FormViewModel form) {
        this.desk = desk;
        this.office = office;
        this.form = form;
        reading = desk.tasks().latest("twins");
        // The history is read again after every save.
        form.history().addListener((ListChangeListener<HistoryLine>) change -> read());
        show(List.of());
        read();
    }

    VBox root() {
        return root;
    }

    private void read() {
        if (form.exists()) {
            reading.run(
                    progress -> office.store()
                            .find(form.id())
                            .map(office.twins()::of)
                            .orElse(List.of()),
                    this::show,
                    desk.dialogs()::failed);
        }
    }

    private void show(List<Known> twins) {
        root.getChildren().clear();
        for (var twin : twins) {
            var open = Buttons.plain(
                    "twin-open-" + twin.id(), desk.text().of("form.twin.open"), Optional.empty(), () -> desk.navigator()
                            .go(new Place("form", twin.id().toString())));
            open.getStyleClass().add("small");
            var place = twin.region().isEmpty() ? "" : office.place(twin.region());
            var card = Cards.notice("warning", desk.text().of("form.twin", twin.name(), place), Boxes.whole(open));
            card.setId("form-twin");
            root.getChildren().add(card);
        }
        root.setVisible(!twins.isEmpty());
        root.setManaged(!twins.isEmpty());
    }
}
