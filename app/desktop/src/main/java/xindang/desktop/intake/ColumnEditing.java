package xindang.desktop.intake;

import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import xindang.model.intake.Column;

/** The edit mode of the columns. It remembers the scroll position, because each change builds the card again. */
final class ColumnEditing {
    private final Runnable turned;
    private final DoubleProperty scrolled = new SimpleDoubleProperty();
    private Optional<String> last = Optional.empty();
    private boolean on;

    /**
     * Creates it.
     *
     * @param turned shows the card again
     */
    ColumnEditing(Runnable turned) {
        this.turned = turned;
    }

    static String id(Column column) {
        return "column-" + column.index();
    }

    boolean on() {
        return on;
    }

    void turn() {
        on = !on;
        scrolled.set(0);
        last = Optional.empty();
        turned.run();
    }

    void end() {
        on = false;
        last = Optional.empty();
    }

    void changed(Column column) {
        last = Optional.of(id(column));
    }

    void keepPlace(ScrollPane pane) {
        pane.setVvalue(scrolled.get());
        pane.vvalueProperty().addListener((o, before, now) -> scrolled.set(now.doubleValue()));
    }

    /** Returns the choice of the column that was changed last. */
    Optional<Node> focus(Parent page) {
        page.applyCss();
        return last.map(id -> page.lookup("#" + id));
    }
}
