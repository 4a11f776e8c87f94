package xindang.desktop.form;

import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import xindang.desktop.office.Office;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Buttons;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Dialogs;
import xindang.desktop.ui.TextRoles;
import xindang.model.keeping.Drafts;
import xindang.model.keeping.ErasureReport;
import xindang.model.keeping.Erasures;
import xindang.model.keeping.Outcome;

/** Erases the record of a form. The person types the name of the subject and a reason. */
final class ErasePart {
    private final Desk desk;
    private final Office office;
    private final FormViewModel form;
    private final Erasures erasures;
    private final Runnable erased;

    /**
     * Creates the part.
     *
     * @param erased runs on the screen thread after the erasure
     */
    ErasePart(Desk desk, Office office, Drafts drafts, FormViewModel form, Runnable erased) {
        this.desk = desk;
        this.office = office;
        this.form = form;
        this.erased = erased;
        erasures = new Erasures(office.store(), drafts, office.templates(), office.ids(), desk.clock());
    }

    /** Returns a link that opens the two fields. */
    Node node() {
        var text = desk.text();
        var box = new VBox();
        var open = Buttons.plain("form-erase", text.of("form.erase"), Optional.empty(), () -> {});
        open.getStyleClass().add("link");
        open.setOnAction(e -> box.getChildren().setAll(fields()));
        open.disableProperty().bind(Bindings.createBooleanBinding(() -> !form.exists(), form.contentProperty()));
        box.getChildren().add(open);
        return Boxes.styled(box, "pane-part", "last");
    }

    private Node fields() {
        var text = desk.text();
        var name = field("form-erase-name", text.of("form.erase.name"));
        var reason = field("form-erase-reason", text.of("form.erase.reason"));
        var yes = Buttons.plain(
                "form-erase-yes", text.of("form.erase.yes"), Optional.empty(), () -> erase(reason.getText()));
        yes.getStyleClass().add("danger");
        yes.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !isNamed(name.getText()) || reason.getText().isBlank(),
                        name.textProperty(),
                        reason.textProperty()));
        return Boxes.column("gap-8", TextRoles.paragraph(text.of("form.erase.body"), "second"), name, reason, yes);
    }

    private static TextField field(String id, String words) {
        var field = new TextField();
        field.setId(id);
        field.setPromptText(words);
        field.setAccessibleText(words);
        return field;
    }

    private boolean isNamed(String typed) {
        var name =
                form.contentProperty().get().text(form.template().subjectPaths().name());
        return !name.isEmpty() && typed.strip().equals(name);
    }

    private void erase(String reason) {
        desk.tasks()
                .start(
                        "erase",
                        progress -> erasures.erase(form.id(), reason, office.user()),
                        this::done,
                        desk.dialogs()::failed);
    }

    private void done(Outcome<ErasureReport> outcome) {
        var text = desk.text();
        if (!outcome.isDone()) {
            desk.dialogs()
                    .showNotice(outcome.violations().stream()
                            .map(finding -> text.of(finding.violation()))
                            .collect(Collectors.joining(" ")));
            return;
        }
        var report = outcome.get();
        erased.run();
        desk.dialogs()
                .confirm(
                        new Dialogs.Question(
                                text.of("form.erase.done"), unreached(report), text.of("form.erase.read"), false),
                        () -> {});
    }

    private String unreached(ErasureReport report) {
        var text = desk.text();
        var people = text.of(
                "form.erase.unreached",
                report.issued().size(),
                report.passedOn().size());
        return report.remainingFiles().isEmpty()
                ? people
                : people + " " + text.of("form.erase.files", String.join("、", report.remainingFiles()));
    }
}
