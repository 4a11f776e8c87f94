package xindang.desktop.intake;

import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import xindang.model.intake.Column;

/** Whether the places of columns are being changed, and where: each change makes the card anew. */
final class ColumnEditing {
    private final Runnable turned;
    private final DoubleProperty scrolled = new SimpleDoubleProperty();
    private Optional<String> last = Optional.empty();
    private boolean on;

    /** @param turned shows the card again */
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

    /** What has the focus within a page that was made anew: the column that was changed last. */
    Optional<Node> focus(Parent page) {
        page.applyCss();
        return last.map(id -> page.lookup("#" + id));
    }
}
