package xindang.desktop.intake;

import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
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
        var consent =
                field("intake-consent", text.of("intake.consent"), text.of("intake.consent.prompt"), model.consent);
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
        var whole = Boxes.column("gap-8", bar, papers());
        if (model.mayBeUnverified()) {
            bar.getChildren().add(unverified);
        }
        if (desk.size().roomy()) {
            label.setVisible(false);
            label.setManaged(false);
        }
        return Boxes.styled(whole, "card", "intake-options");
    }

    /** The line of the papers: when they were signed, and to whom the information may be passed on. */
    private Pane papers() {
        var line = new FlowPane(8, 8);
        line.getChildren()
                .addAll(
                        field(
                                "intake-signed",
                                text.of("intake.signed"),
                                text.of("intake.signed.prompt"),
                                model.papers.signedOn),
                        field("intake-pass", text.of("intake.pass"), text.of("intake.pass.prompt"), model.papers.pass),
                        field(
                                "intake-receiver",
                                text.of("intake.receiver"),
                                text.of("intake.receiver.prompt"),
                                model.papers.receiver),
                        field(
                                "intake-purpose",
                                text.of("intake.purpose"),
                                text.of("intake.purpose.prompt"),
                                model.papers.purpose),
                        field(
                                "intake-until",
                                text.of("intake.until"),
                                text.of("intake.until.prompt"),
                                model.papers.until));
        line.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
        return line;
    }

    private TextField field(String id, String name, String prompt, StringProperty words) {
        var field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(name);
        field.textProperty().bindBidirectional(words);
        field.setOnAction(e -> model.check());
        field.focusedProperty().addListener((o, before, now) -> {
            if (!now) {
                model.consentEntered();
            }
        });
        return field;
    }

    private String name(String id) {
        var key = "kind." + id;
        return text.has(key) ? text.of(key) : id;
    }
}
