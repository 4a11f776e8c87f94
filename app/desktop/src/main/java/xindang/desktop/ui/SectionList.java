package xindang.desktop.ui;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The list of the sections of a form. A mark shows how complete each section is. */
public final class SectionList {
    private SectionList() {}

    /** The state of a section. */
    public enum State {
        COMPLETE,
        PARTIAL,
        WRONG,
        LOCKED,
        NONE
    }

    /**
     * The mark of a line.
     *
     * @param count such as {@code 13/14} or 无, may be empty
     */
    public record Mark(State state, String count) {}

    /** A section: its id, title and mark. The mark changes during typing. */
    public record Section(String id, String title, ObservableValue<Mark> mark) {}

    public static VBox of(List<Section> sections, Property<String> chosen, Function<Mark, String> spoken) {
        var box = Boxes.styled(new VBox(), "section-list");
        var group = new ToggleGroup();
        for (var section : sections) {
            var button = new ToggleButton();
            button.setId("section-" + section.id());
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setSelected(section.id().equals(chosen.getValue()));
            Runnable show = () -> {
                var mark = section.mark().getValue();
                button.setGraphic(line(section.title(), mark));
                button.setAccessibleText(section.title() + " " + spoken.apply(mark));
            };
            show.run();
            section.mark().addListener((o, before, now) -> show.run());
            button.setOnAction(e -> {
                button.setSelected(true);
                chosen.setValue(section.id());
            });
            chosen.addListener(
                    (o, before, now) -> button.setSelected(section.id().equals(now)));
            box.getChildren().add(button);
        }
        return box;
    }

    private static Node line(String title, Mark mark) {
        var count = TextRoles.of(mark.count(), "count");
        if (mark.state() == State.WRONG) {
            count.getStyleClass().add("bad");
        }
        count.setMinWidth(Region.USE_PREF_SIZE);
        var sign = Boxes.styled(new StackPane(icon(mark.state())), "mark");
        var line = Boxes.row("gap-8", sign, Boxes.row("gap-4", TextRoles.of(title, "name"), Boxes.spring(), count));
        Boxes.grow(line.getChildren().get(1));
        line.setMaxWidth(Double.MAX_VALUE);
        line.getStyleClass().add("line");
        return Boxes.grow(line);
    }

    private static Node icon(State state) {
        return switch (state) {
            case COMPLETE -> Icons.of(Feather.CHECK_CIRCLE, "ok");
            case PARTIAL -> halfDisc();
            case WRONG -> Icons.of(Feather.ALERT_CIRCLE, "bad");
            case LOCKED -> Icons.of(Feather.LOCK, "quiet");
            case NONE -> Icons.of(Feather.MINUS_CIRCLE, "quiet");
        };
    }

    private static Node halfDisc() {
        var ring = Boxes.styled(new Region(), "ring");
        var half = Boxes.styled(new Region(), "half");
        var disc = Boxes.styled(new StackPane(ring, half), "half-disc");
        half.maxWidthProperty().bind(disc.widthProperty().divide(2));
        StackPane.setAlignment(half, javafx.geometry.Pos.CENTER_RIGHT);
        return disc;
    }
}
