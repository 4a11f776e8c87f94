package xindang.desktop.report;

import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Buttons;
import xindang.desktop.ui.Cards;
import xindang.desktop.ui.Command;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Fields;
import xindang.desktop.ui.Icons;
import xindang.desktop.ui.Messages;
import xindang.desktop.ui.Segmented;
import xindang.desktop.ui.TextRoles;
import xindang.model.template.Audience;

/** The pane to issue a report: purpose, reader, visible data, print and save buttons, and checks. */
final class IssuePane {
    private static final ObservableBooleanValue ALWAYS = new ReadOnlyBooleanWrapper(true);

    private final Messages text;
    private final ReportViewModel model;
    private final Command print;
    private final Command save;
    private final Command rate;
    private final ComboBox<String> purpose = new ComboBox<>();
    private final VBox seen = Boxes.styled(new VBox(), "issue-lines");
    private final VBox checks = Boxes.styled(new VBox(), "issue-lines");
    private final VBox failure = new VBox();

    IssuePane(Desk desk, ReportViewModel model, Command print, Command save, Command rate) {
        this.model = model;
        this.print = print;
        this.save = save;
        this.rate = rate;
        text = desk.text();
    }

    /** Returns the node with the initial focus. */
    Node first() {
        return purpose;
    }

    Subscription following() {
        return Subscription.combine(
                model.audience.subscribe(reader -> readers()),
                model.checks().subscribe(this::checked),
                model.failureProperty().subscribe(reason -> {
                    failure.getChildren().clear();
                    reason.ifPresent(words -> failure.getChildren().add(Cards.notice("refused", words)));
                }));
    }

    Region root() {
        var foot = TextRoles.paragraph(text.of("report.logged"), "caption");
        var checking = Cards.part(TextRoles.card(text.of("report.checks")), checks, again());
        checking.visibleProperty().bind(Bindings.isNotEmpty(model.checks()));
        checking.managedProperty().bind(checking.visibleProperty());
        var parts = new VBox(asked(), actions(), checking, Boxes.styled(Cards.part(foot), "last"));
        checked();
        return Boxes.styled(Boxes.scroll(parts), "side-pane", "issue-pane");
    }

    private VBox asked() {
        var recipient = field(
                "report-recipient", text.of("report.recipient"), text.of("report.recipient.prompt"), model.recipient);
        var issuer = issuer();
        return Cards.part(
                TextRoles.of(text.of("report.issue"), "section"),
                label(text.of("report.purpose"), purposeField(), ALWAYS),
                purpose,
                wrong(ReportViewModel.Asked.PURPOSE),
                TextRoles.second(text.of("report.audience")),
                audience(),
                seen,
                label(text.of("report.recipient"), recipient, model.audience.isEqualTo(Audience.RECIPIENT)),
                recipient,
                wrong(ReportViewModel.Asked.RECIPIENT),
                label(text.of("report.issuer"), issuer, ALWAYS),
                issuer,
                wrong(ReportViewModel.Asked.ISSUER));
    }

    /** Returns the error text for the field above it. It has no height without an error. */
    private Label wrong(ReportViewModel.Asked field) {
        var words = TextRoles.paragraph("", "field-message", "bad");
        words.setId("report-wrong-" + field.name().toLowerCase(Locale.ROOT));
        words.setGraphic(Icons.of(Feather.ALERT_CIRCLE, "bad"));
        words.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.wrongProperty().get().getOrDefault(field, ""), model.wrongProperty()));
        words.visibleProperty().bind(words.textProperty().isNotEmpty());
        words.managedProperty().bind(words.visibleProperty());
        return words;
    }

    private TextField issuer() {
        var field = field("report-issuer", text.of("report.issuer"), text.of("report.issuer.prompt"), model.issuer);
        field.setOnAction(e -> model.issuerEntered());
        field.focusedProperty().addListener((o, before, now) -> {
            if (!now) {
                model.issuerEntered();
            }
        });
        return field;
    }

    private static TextField field(String id, String name, String prompt, StringProperty words) {
        var field = new TextField();
        field.setId(id);
        field.setAccessibleText(name);
        field.setPromptText(prompt);
        field.textProperty().bindBidirectional(words);
        return field;
    }

    private ComboBox<String> purposeField() {
        purpose.setId("report-purpose");
        purpose.setEditable(true);
        purpose.setAccessibleText(text.of("report.purpose"));
        purpose.setPromptText(text.of("report.purpose.prompt"));
        purpose.setMaxWidth(Double.MAX_VALUE);
        purpose.getItems().setAll(text.of("report.purposes").split("[、,]\\s*"));
        purpose.setValue(model.purpose.get());
        purpose.valueProperty().addListener((o, before, now) -> model.purpose.set(now == null ? "" : now.strip()));
        purpose.focusedProperty().addListener((o, before, now) -> {
            if (now) {
                // The purpose of the previous report is selected, so typing replaces it.
                Fields.selectAllLater(purpose.getEditor());
            }
            if (!now) {
                purpose.setValue(purpose.getEditor().getText());
            }
        });
        return purpose;
    }

    private static HBox label(String words, Node field, ObservableBooleanValue required) {
        var label = TextRoles.second(words);
        label.setLabelFor(field);
        var star = TextRoles.of(" *", "bad");
        star.visibleProperty().bind(required);
        return new HBox(label, star);
    }

    private HBox audience() {
        var chosen = new SimpleObjectProperty<>(model.audience.get());
        chosen.addListener((o, before, now) -> model.audience.set(now));
        var box = Segmented.of(
                "report-audience",
                text.of("report.audience"),
                List.of(
                        new Segmented.Option<>(Audience.OFFICE, text.of("report.audience.office")),
                        new Segmented.Option<>(Audience.RECIPIENT, text.of("report.audience.bank")),
                        new Segmented.Option<>(Audience.SELF, text.of("report.audience.self"))),
                chosen);
        box.getChildren().forEach(Boxes::grow);
        return box;
    }

    /** Shows what the chosen reader can and cannot see. */
    private void readers() {
        var lines =
                switch (model.audience.get()) {
                    case OFFICE -> List.of(text.of("report.seen.numbers"), text.of("report.seen.lenders"));
                    case RECIPIENT -> List.of(text.of("report.seen.numbers"), text.of("report.seen.noLenders"));
                    case SELF, PUBLIC -> List.of(text.of("report.seen.all"));
                };
        seen.getChildren().clear();
        lines.forEach(words -> seen.getChildren().add(line(Icons.of(Feather.EYE, "quiet"), words)));
        seen.getChildren().add(line(Icons.of(Feather.EYE, "quiet"), text.of("report.seen.watermark")));
    }

    private VBox actions() {
        var first = Buttons.primary(text, Feather.PRINTER, print);
        var second = Buttons.secondary(text, Feather.DOWNLOAD, save);
        for (Button button : List.of(first, second)) {
            button.setMaxWidth(Double.MAX_VALUE);
            button.setAlignment(Pos.CENTER);
        }
        var lacking = TextRoles.paragraph(text.of("report.lacking"), "second");
        lacking.visibleProperty().bind(model.purpose.isEmpty());
        lacking.managedProperty().bind(lacking.visibleProperty());
        return Cards.part(first, second, lacking, failure);
    }

    /** Returns the button that rates again. It is visible if a new rating could add a grade. */
    private Button again() {
        var button = Buttons.secondary(text, Feather.REFRESH_CW, rate);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER);
        button.visibleProperty().bind(model.toRateProperty());
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private void checked() {
        checks.getChildren().clear();
        for (var check : model.checks()) {
            var icon = icon(check);
            checks.getChildren().add(line(icon, check.words()));
        }
    }

    private static Node icon(IssueCheck check) {
        if (check.fine()) {
            return Icons.of(Feather.CHECK, "ok");
        }
        return check.stops() ? Icons.of(Feather.X_CIRCLE, "bad") : Icons.of(Feather.ALERT_TRIANGLE, "warn");
    }

    private static Label line(Node icon, String words) {
        var line = TextRoles.paragraph(words, "issue-line");
        line.setGraphic(icon);
        return line;
    }
}
