package xindang.desktop.intake;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Buttons;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Messages;
import xindang.desktop.ui.TextRoles;

/** The details of the chosen problem and a field to correct its cell. */
final class ProblemDetail {
    private final Messages text;
    private final boolean roomy;
    private final IntakeViewModel model;
    private final Node back;
    private final VBox root = Boxes.styled(new VBox(), "problem-detail");
    private final TextField field = new TextField();

    /**
     * Creates it.
     *
     * @param back receives the focus after a correction or Esc
     */
    ProblemDetail(Desk desk, IntakeViewModel model, Node back) {
        text = desk.text();
        roomy = desk.size().roomy();
        this.model = model;
        this.back = back;
        field.setId("intake-correct");
        field.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                back.requestFocus();
                e.consume();
            }
        });
    }

    VBox root() {
        return root;
    }

    void show(Optional<ProblemLine> chosen) {
        root.getChildren().clear();
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

    private HBox correction(ProblemLine line, String written) {
        var name = text.of("intake.correct.cell", Integer.toString(line.row()), line.column());
        field.setText(written);
        field.setPromptText(line.isMasked() ? text.of("intake.correct.masked", line.value()) : "");
        field.setAccessibleText(name);
        Runnable correct = () -> {
            model.correct(line, field.getText());
            back.requestFocus();
        };
        field.setOnAction(e -> correct.run());
        var label = TextRoles.second(name);
        label.setLabelFor(field);
        label.setMinWidth(HBox.USE_PREF_SIZE);
        var button = Buttons.plain("intake-correct-do", text.of("intake.correct"), Optional.of("Enter"), correct);
        button.setMinWidth(HBox.USE_PREF_SIZE);
        return Boxes.row("gap-12", label, Boxes.grow(field), button);
    }
}
