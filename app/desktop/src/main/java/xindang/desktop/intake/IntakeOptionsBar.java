package xindang.desktop.intake;

import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Look;
import xindang.desktop.ui.Messages;
import xindang.desktop.ui.Segmented;

/** The import options: type of subject, paper consents, and whether numbers may be 待核. */
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
        var kinds = Boxes.whole(Segmented.of("intake-kind", text.of("archive.kind"), options, kind));
        var first = Boxes.row("gap-16", kinds, Boxes.spring());
        if (model.mayBeUnverified()) {
            var unverified = new CheckBox(text.of("intake.unverified"));
            unverified.setId("intake-unverified");
            unverified.selectedProperty().bindBidirectional(model.unverified);
            first.getChildren().add(unverified);
        }
        // Large text needs one line for each batch of papers. The largest text needs two lines for the second batch.
        Pane papers;
        if (desk.size() == Look.Size.LARGEST) {
            var pass = toPassOn();
            papers = Boxes.column("gap-8", line(toCollect()), line(pass.subList(0, 2)), line(pass.subList(2, 4)));
        } else if (desk.size().roomy()) {
            papers = Boxes.column("gap-8", line(toCollect()), line(toPassOn()));
        } else {
            papers = Boxes.row("gap-16", Boxes.grow(line(toCollect())), Boxes.upright(), Boxes.grow(line(toPassOn())));
        }
        return Boxes.styled(Boxes.column("gap-8", first, papers), "card", "intake-options");
    }

    /** Returns the fields of the consent to collect: reference and day of signature. */
    private List<TextField> toCollect() {
        return List.of(
                field("intake-consent", text.of("intake.consent"), text.of("intake.consent.prompt"), model.consent),
                field(
                        "intake-signed",
                        text.of("intake.signed"),
                        text.of("intake.signed.prompt"),
                        model.papers.signedOn));
    }

    /** Returns the fields of the consent to pass on: reference, receiver, purpose and last day. */
    private List<TextField> toPassOn() {
        return List.of(
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
                field("intake-until", text.of("intake.until"), text.of("intake.until.prompt"), model.papers.until));
    }

    private static HBox line(List<TextField> fields) {
        var line = Boxes.row("gap-8");
        fields.forEach(field -> line.getChildren().add(Boxes.grow(field)));
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
