package xindang.desktop.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * One labelled input of a form with a message line below it. The value is checked when the focus leaves the field,
 * never during typing.
 */
public final class FormField {
    /** The seriousness of a message. */
    public enum Tone {
        WRONG,
        DOUBTFUL
    }

    /** A message below a field. It may offer a way out, such as 证件待核. */
    public record Remark(Tone tone, String words, Optional<WayOut> wayOut) {
        public static Remark wrong(String words) {
            return new Remark(Tone.WRONG, words, Optional.empty());
        }

        public static Remark doubtful(String words) {
            return new Remark(Tone.DOUBTFUL, words, Optional.empty());
        }
    }

    /** A link in a message. */
    public record WayOut(String words, Runnable run) {}

    private final Label label;
    private final Optional<Label> star;
    private final Region input;
    private final List<Node> stops;
    private final HBox message = Boxes.row("gap-4");
    private final VBox box;
    private Optional<Remark> remark = Optional.empty();

    /**
     * Creates a field.
     *
     * @param path path of the value, or another stable name
     * @param words text of the label
     * @param input node that is marked as wrong
     * @param stops focusable nodes in tab order
     */
    FormField(String path, String words, boolean required, Region input, List<? extends Node> stops) {
        var id = nodeId(path);
        this.input = input;
        this.stops = new ArrayList<>(stops);
        label = TextRoles.of(words, "field-label");
        label.setId(id + "-label");
        star = required ? Optional.of(TextRoles.of("*", "star")) : Optional.empty();
        for (var stop : stops) {
            stop.setId(stops.size() == 1 ? id : id + "-" + stops.indexOf(stop));
        }
        if (!stops.isEmpty()) {
            label.setLabelFor(stops.get(0));
            stops.get(0).setAccessibleText(words);
        }
        message.setManaged(false);
        message.setVisible(false);
        message.setId(id + "-message");
        box = new VBox(input, message);
    }

    /** Returns the node id of a field. Dots become hyphens, because a dot in a CSS selector starts a style class. */
    public static String nodeId(String path) {
        return path.replace('.', '-').replace('*', 'x');
    }

    /** Shows a hint below the input. The hint is hidden while a message is shown. */
    public FormField withHint(String hint) {
        if (!hint.isEmpty()) {
            var words = TextRoles.paragraph(hint, "field-hint");
            words.visibleProperty().bind(message.visibleProperty().not());
            words.managedProperty().bind(words.visibleProperty());
            box.getChildren().add(1, words);
        }
        return this;
    }

    /** Returns the label with its star. */
    public HBox labelled() {
        label.setWrapText(true);
        var row = new HBox(label);
        row.setMinHeight(Region.USE_PREF_SIZE);
        star.ifPresent(row.getChildren()::add);
        return row;
    }

    /** Returns the input with its message line. */
    public VBox box() {
        return box;
    }

    public List<Node> stops() {
        return List.copyOf(stops);
    }

    public void focus() {
        stops.stream().findFirst().ifPresent(Node::requestFocus);
    }

    /** Calls the handler when the focus leaves the field, or moves from the input into the message. */
    public FormField onLeave(Runnable handler) {
        box.focusWithinProperty().addListener((o, before, now) -> {
            if (!now) {
                handler.run();
            }
        });
        message.focusWithinProperty().addListener((o, before, now) -> {
            if (now) {
                handler.run();
            }
        });
        return this;
    }

    public Optional<Remark> remark() {
        return remark;
    }

    /** Shows a message, or removes the current one. */
    public void setRemark(Optional<Remark> newRemark) {
        if (newRemark.equals(remark)) {
            return;
        }
        remark = newRemark;
        var hadFocus = message.isFocusWithin();
        input.getStyleClass().removeAll("wrong", "doubtful");
        message.getChildren().clear();
        newRemark.ifPresent(this::show);
        message.setManaged(newRemark.isPresent());
        message.setVisible(newRemark.isPresent());
        if (hadFocus) {
            wayOut().ifPresentOrElse(Node::requestFocus, this::focus);
        }
    }

    private Optional<Node> wayOut() {
        return message.getChildren().stream().filter(Node::isFocusTraversable).findFirst();
    }

    private void show(Remark newRemark) {
        var wrong = newRemark.tone() == Tone.WRONG;
        var colour = wrong ? "bad" : "warn";
        input.getStyleClass().add(wrong ? "wrong" : "doubtful");
        var icon = Icons.of(wrong ? Feather.ALERT_CIRCLE : Feather.ALERT_TRIANGLE, colour);
        var words = TextRoles.paragraph(newRemark.words(), "field-message", colour);
        words.setGraphic(icon);
        message.getChildren().add(words);
        newRemark.wayOut().ifPresent(out -> {
            var button = Buttons.plain(message.getId() + "-out", out.words(), Optional.empty(), out.run());
            button.getStyleClass().addAll("link", "small");
            message.getChildren().add(button);
        });
        stops.stream().findFirst().ifPresent(stop -> stop.setAccessibleHelp(newRemark.words()));
    }
}
