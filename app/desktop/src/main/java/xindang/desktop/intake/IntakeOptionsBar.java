package xindang.desktop.intake;

import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Look;
import xindang.desktop.ui.Messages;
import xindang.desktop.ui.Segmented;
import xindang.desktop.ui.Words;

/** How the file is to be taken: which kind, under which paper consent, and whether numbers may be 待核. */
final class IntakeOptionsBar {
    private final Desk desk;
    private final Messages text;
    private final IntakeViewModel model;

    IntakeOptionsBar(Desk desk, IntakeViewModel model) {
        this.desk = desk;
        this.model = model;
        text = desk.text();
    }

    Pane root() {
        var kind = new SimpleObjectProperty<>(model.type.get());
        kind.addListener((o, before, now) -> model.type.set(now));
        var options = model.kinds().stream()
                .map(template -> new Segmented.Option<>(template.id(), name(template.id())))
                .toList();
        var kinds = Segmented.of("intake-kind", text.of("archive.kind"), options, kind);
        var consent = new TextField();
        consent.setId("intake-consent");
        consent.setPromptText(text.of("intake.consent.prompt"));
        consent.setAccessibleText(text.of("intake.consent"));
        consent.textProperty().bindBidirectional(model.consent);
        consent.setOnAction(e -> model.check());
        consent.focusedProperty().addListener((o, before, now) -> {
            if (!now) {
                model.consentEntered();
            }
        });
        var label = Words.second(text.of("intake.consent"));
        label.setLabelFor(consent);
        var unverified = new CheckBox(text.of("intake.unverified"));
        unverified.setId("intake-unverified");
        unverified.selectedProperty().bindBidirectional(model.unverified);
        kinds.setMinWidth(Region.USE_PREF_SIZE);
        var row = Boxes.row("gap-16", kinds, Boxes.spring(), label, consent);
        // The largest words need a line for the long choice.
        var largest = desk.size() == Look.Size.LARGEST;
        var bar = largest ? Boxes.column("gap-8", row) : row;
        if (model.mayBeUnverified()) {
            bar.getChildren().add(unverified);
        }
        if (desk.size().roomy()) {
            label.setVisible(false);
            label.setManaged(false);
        }
        return Boxes.styled(bar, "card", "intake-options");
    }

    private String name(String id) {
        var key = "kind." + id;
        return text.has(key) ? text.of(key) : id;
    }
}
