package xindang.desktop.intake;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Buttons;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Formats;
import xindang.desktop.ui.Messages;
import xindang.desktop.ui.TextRoles;

/** The details of the chosen problem and a field to correct its cell. */
final class ProblemDetail {
    private final Messages text;
    private final Formats formats;
    private final boolean roomy;
    private final IntakeViewModel model;
    private final Node back;
    private final VBox root = Boxes.styled(new VBox(), "problem-detail");
    private final TextField field = new TextField();
    /** The problems that the same correction mends, when there are others than the chosen one. */
    private List<ProblemLine> alike = List.of();

    /**
     * Creates it.
     *
     * @param back receives the focus after a correction or Esc
     */
    ProblemDetail(Desk desk, IntakeViewModel model, Node back) {
        text = desk.text();
        formats = desk.formats();
        roomy = desk.size().roomy();
        this.model = model;
        this.back = back;
        field.setId("intake-correct");
        field.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                back.requestFocus();
                e.consume();
            } else if (e.getCode() == KeyCode.ENTER && e.isShiftDown() && alike.size() > 1) {
                correct(alike);
                e.consume();
            }
        });
    }

    VBox root() {
        return root;
    }

    void show(Optional<ProblemLine> chosen) {
        root.getChildren().clear();
        alike = List.of();
        root.setVisible(chosen.isPresent());
        root.setManaged(chosen.isPresent());
        chosen.ifPresent(line -> {
            if (!roomy) {
                root.getChildren().add(TextRoles.paragraph(line.reason(), "second"));
            }
            model.written(line).ifPresent(written -> root.getChildren().add(correction(line, written)));
        });
    }

    /** Focuses the field, if there is one. */
    void edit() {
        if (field.getScene() != null && field.getParent() != null) {
            field.requestFocus();
            field.selectAll();
        }
    }

    private Pane correction(ProblemLine line, String written) {
        var name = text.of("intake.correct.cell", Integer.toString(line.row()), line.column());
        field.setText(written);
        field.setPromptText(line.isMasked() ? text.of("intake.correct.masked", line.value()) : "");
        field.setAccessibleText(name);
        Runnable correct = () -> correct(List.of(line));
        field.setOnAction(e -> correct.run());
        var label = TextRoles.second(name);
        label.setLabelFor(field);
        label.setMinWidth(HBox.USE_PREF_SIZE);
        var button = Buttons.plain("intake-correct-do", text.of("intake.correct"), Optional.of("Enter"), correct);
        button.setMinWidth(HBox.USE_PREF_SIZE);
        var row = Boxes.row("gap-12", label, Boxes.grow(field), button);
        alike = model.resultProperty()
                .get()
                .map(shown -> model.problems.like(shown, line))
                .orElse(List.of());
        if (alike.size() > 1) {
            var all = Buttons.plain(
                    "intake-correct-all",
                    text.of("intake.correct.all", formats.count(alike.size())),
                    Optional.of("Shift+Enter"),
                    () -> correct(alike));
            all.setMinWidth(HBox.USE_PREF_SIZE);
            if (roomy) {
                return Boxes.styled(new VBox(row, all), "gap-12");
            }
            row.getChildren().add(all);
        }
        return row;
    }

    private void correct(List<ProblemLine> lines) {
        model.correct(lines, field.getText());
        back.requestFocus();
    }
}
