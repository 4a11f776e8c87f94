package xindang.desktop.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/**
 * Arranges fields in two columns. Labels are at the left of their fields up to base size 16, and above them from 18.
 *
 * <p>Enter moves to the next field, Shift+Enter to the previous one.
 */
public final class Forms {
    private static final double LABEL_EM = 6.4;
    /** Between the two columns, in pixels. */
    private static final double GAP = 24;

    private final GridPane grid = Boxes.styled(new GridPane(), "form");
    private final Look.Size size;
    private final List<FormField> fields = new ArrayList<>();
    private final List<Node> stops = new ArrayList<>();
    private int row;
    private int column;

    public Forms(Look.Size size) {
        this.size = size;
        for (var half = 0; half < 2; half++) {
            if (!size.roomy()) {
                grid.getColumnConstraints().add(labels(half * GAP));
            }
            grid.getColumnConstraints().add(inputs(size.roomy()));
        }
        grid.addEventFilter(KeyEvent.KEY_PRESSED, this::step);
    }

    /** Adds a field of half the width. */
    public Forms half(FormField field) {
        place(field, 1);
        return this;
    }

    /** Adds a field of the whole width. */
    public Forms wide(FormField field) {
        if (column == 1) {
            newRow();
        }
        place(field, 2);
        return this;
    }

    /** Adds any node over the whole width, such as a heading, table or card. */
    public Forms node(Node node) {
        if (column == 1) {
            newRow();
        }
        GridPane.setMargin(node, new Insets(8, 0, 0, 0));
        grid.add(node, 0, row, 4, 1);
        newRow();
        return this;
    }

    public GridPane root() {
        return grid;
    }

    public List<FormField> fields() {
        return List.copyOf(fields);
    }

    /** Returns the first field with an error message. */
    public Optional<FormField> firstWrong() {
        return fields.stream()
                .filter(f ->
                        f.remark().filter(r -> r.tone() == FormField.Tone.WRONG).isPresent())
                .findFirst();
    }

    public void focusFirst() {
        stops.stream().findFirst().ifPresent(Node::requestFocus);
    }

    private void place(FormField field, int width) {
        fields.add(field);
        stops.addAll(field.stops());
        var label = field.labelled();
        if (size.roomy()) {
            var both = Boxes.column("gap-4", label, field.box());
            GridPane.setMargin(both, new Insets(0, 0, 0, column * GAP));
            grid.add(both, column, row, width, 1);
            GridPane.setValignment(both, VPos.TOP);
        } else {
            GridPane.setMargin(label, new Insets(size.pixels() * 0.43, 0, 0, column * GAP));
            GridPane.setValignment(label, VPos.TOP);
            GridPane.setHalignment(label, HPos.LEFT);
            grid.add(label, column * 2, row);
            grid.add(field.box(), column * 2 + 1, row, width == 2 ? 3 : 1, 1);
        }
        if (width == 2 || column == 1) {
            newRow();
        } else {
            column = 1;
        }
    }

    private void newRow() {
        row++;
        column = 0;
    }

    private ColumnConstraints labels(double before) {
        var constraints = new ColumnConstraints();
        var width = size.pixels() * LABEL_EM + before;
        constraints.setMinWidth(width);
        constraints.setPrefWidth(width);
        return constraints;
    }

    private static ColumnConstraints inputs(boolean halves) {
        var constraints = new ColumnConstraints();
        if (halves) {
            constraints.setPercentWidth(50);
        }
        constraints.setHgrow(Priority.ALWAYS);
        constraints.setFillWidth(true);
        constraints.setPrefWidth(200);
        return constraints;
    }

    private void step(KeyEvent event) {
        if (event.getCode() != KeyCode.ENTER || event.isControlDown() || event.isAltDown()) {
            return;
        }
        var at = stops.indexOf(event.getTarget());
        if (at < 0 || event.getTarget() instanceof TextArea) {
            return;
        }
        if (event.getTarget() instanceof ComboBox<?> choice && choice.isShowing()) {
            return;
        }
        var next = at + (event.isShiftDown() ? -1 : 1);
        if (next >= 0 && next < stops.size()) {
            stops.get(next).requestFocus();
            event.consume();
        }
    }
}
