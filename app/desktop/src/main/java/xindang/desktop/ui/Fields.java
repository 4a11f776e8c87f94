package xindang.desktop.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Creates the inputs of forms. Every input edits a text property, because all values of a content are text. */
public final class Fields {
    private static final PseudoClass UNANSWERED = PseudoClass.getPseudoClass("unanswered");

    private Fields() {}

    /** Identifies a field: node id, label, and whether a value is required. */
    public record Head(String id, String label, boolean required) {}

    /** A code and its label. */
    public record Option(String code, String label) {
        @Override
        public String toString() {
            return label;
        }
    }

    /** Returns a one-line text field. It shows its unit inside the field. */
    public static FormField text(Head head, String unit, String hint, StringProperty value) {
        var field = new TextField();
        field.setPromptText(hint);
        field.textProperty().bindBidirectional(value);
        if (unit.isEmpty()) {
            return new FormField(head.id(), head.label(), head.required(), field, List.of(field));
        }
        var mark = TextRoles.of(unit, "unit");
        mark.setMouseTransparent(true);
        var stack = Boxes.styled(new StackPane(field, mark), "field-box");
        StackPane.setAlignment(mark, javafx.geometry.Pos.CENTER_RIGHT);
        return new FormField(head.id(), head.label(), head.required(), stack, List.of(field));
    }

    public static FormField password(Head head, StringProperty value) {
        var field = new PasswordField();
        field.textProperty().bindBidirectional(value);
        return new FormField(head.id(), head.label(), head.required(), field, List.of(field));
    }

    /** Returns a text field of several lines. */
    public static FormField note(Head head, StringProperty value) {
        var area = new TextArea();
        area.setPrefRowCount(3);
        area.setWrapText(true);
        area.textProperty().bindBidirectional(value);
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> leave(area, event));
        return new FormField(head.id(), head.label(), head.required(), area, List.of(area));
    }

    /** Tab, Ctrl+Up and Ctrl+Down leave this field like any other. A text area would otherwise use them itself. */
    private static void leave(TextArea area, KeyEvent event) {
        var code = event.getCode();
        if (code == KeyCode.TAB && !event.isControlDown()) {
            event.consume();
            area.fireEvent(
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, event.isShiftDown(), true, false, false));
        } else if ((code == KeyCode.UP || code == KeyCode.DOWN) && event.isControlDown() && !event.isShiftDown()) {
            event.consume();
            area.getParent().fireEvent(event.copyFor(event.getSource(), area.getParent()));
        }
    }

    /** Returns a combo box of codes. Also offers a value that is not in the code table, to prevent its loss. */
    public static FormField choice(Head head, List<Option> options, String hint, StringProperty value) {
        var all = new ArrayList<Option>();
        if (!head.required()) {
            all.add(new Option("", ""));
        }
        all.addAll(options);
        var box = new ComboBox<>(FXCollections.observableArrayList(all));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setVisibleRowCount(12);
        box.setPromptText(hint);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Option option) {
                return option == null ? "" : option.label();
            }

            @Override
            public Option fromString(String label) {
                return all.stream()
                        .filter(o -> o.label().equals(label))
                        .findFirst()
                        .orElse(new Option("", ""));
            }
        });
        // The hint shows only while the value is null.
        Runnable show = () -> {
            var code = value.get();
            box.pseudoClassStateChanged(UNANSWERED, code.isEmpty());
            box.setValue(
                    code.isEmpty()
                            ? null
                            : all.stream()
                                    .filter(o -> o.code().equals(code))
                                    .findFirst()
                                    .orElseGet(() -> new Option(code, code)));
        };
        show.run();
        value.addListener((o, before, now) -> show.run());
        box.valueProperty().addListener((o, before, now) -> value.set(now == null ? "" : now.code()));
        digits(box, options.size(), place -> value.set(options.get(place).code()));
        return new FormField(head.id(), head.label(), head.required(), box, List.of(box));
    }

    /** Returns two radio buttons. The value is {@code true}, {@code false} or empty. */
    public static FormField yesNo(Head head, String yes, String no, StringProperty value) {
        return radios(head, List.of(new Option("true", yes), new Option("false", no)), value);
    }

    /** Returns one radio button for each code. */
    public static FormField radios(Head head, List<Option> options, StringProperty value) {
        var group = new ToggleGroup();
        var buttons = new ArrayList<RadioButton>();
        for (var option : options) {
            var button = new RadioButton(option.label());
            button.setToggleGroup(group);
            button.setUserData(option.code());
            button.setAccessibleText(head.label() + " " + option.label());
            button.setSelected(option.code().equals(value.get()));
            button.setOnAction(e -> value.set(option.code()));
            value.addListener(
                    (o, before, now) -> button.setSelected(option.code().equals(now)));
            buttons.add(button);
        }
        var row = Boxes.row("gap-16");
        row.getChildren().addAll(buttons);
        digits(row, options.size(), place -> {
            value.set(options.get(place).code());
            buttons.get(place).requestFocus();
        });
        return new FormField(head.id(), head.label(), head.required(), row, buttons);
    }

    /** Returns one check box for each code. The value is the sorted codes, separated by commas. */
    public static FormField codes(Head head, List<Option> options, StringProperty value) {
        var boxes = new ArrayList<CheckBox>();
        for (var option : options) {
            var box = new CheckBox(option.label());
            box.setAccessibleText(head.label() + " " + option.label());
            box.setSelected(set(value.get()).contains(option.code()));
            box.setOnAction(e -> {
                var codes = set(value.get());
                if (box.isSelected()) {
                    codes.add(option.code());
                } else {
                    codes.remove(option.code());
                }
                value.set(String.join(",", codes));
            });
            value.addListener((o, before, now) -> box.setSelected(set(now).contains(option.code())));
            boxes.add(box);
        }
        var flow = Boxes.styled(new FlowPane(), "choices");
        flow.getChildren().addAll(boxes);
        digits(flow, options.size(), place -> {
            boxes.get(place).requestFocus();
            boxes.get(place).fire();
        });
        return new FormField(head.id(), head.label(), head.required(), flow, boxes);
    }

    /** Returns a read-only field with a value that follows from another field. Names that field. */
    public static FormField derived(Head head, ObservableValue<String> value, String from) {
        var box =
                Boxes.styled(new HBox(TextRoles.bound(value), Boxes.spring(), TextRoles.of(from, "legend")), "derived");
        return new FormField(head.id(), head.label(), false, box, List.of());
    }

    /** A digit key chooses one of the offered answers; 1 is the first. */
    private static void digits(Node input, int offered, IntConsumer choose) {
        input.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (!e.getCode().isDigitKey() || e.isControlDown() || e.isAltDown() || e.isShiftDown()) {
                return;
            }
            var name = e.getCode().getName();
            var place = name.charAt(name.length() - 1) - '1';
            if (place >= 0 && place < offered) {
                choose.accept(place);
                e.consume();
            }
        });
    }

    private static SortedSet<String> set(@Nullable String codes) {
        return codes == null || codes.isEmpty() ? new TreeSet<>() : new TreeSet<>(Arrays.asList(codes.split(",")));
    }

    /** Selects the whole text after the focus change. JavaFX clears an earlier selection when it sets the focus. */
    public static void selectAllLater(TextInputControl field) {
        Platform.runLater(field::selectAll);
    }
}
