package xindang.desktop.ui;

import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** A search field: an icon, the text and the picture of the Esc key. Esc clears the text. */
public final class SearchField {
    private final TextField field = new TextField();
    private final HBox root;

    public SearchField(String id, String prompt, Optional<String> cap, StringProperty typed) {
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.textProperty().bindBidirectional(typed);
        // A bidirectional binding has only weak references. Without this strong one the property is garbage
        // collected and the typed text is lost.
        field.getProperties().put(SearchField.class, typed);
        field.addEventHandler(javafx.scene.input.KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
                field.clear();
                e.consume();
            }
        });
        root = Boxes.styled(new HBox(Icons.of(Feather.SEARCH, "quiet"), Boxes.grow(field)), "search-field");
        cap.ifPresent(key -> root.getChildren().add(shownWithWords(Keys.cap(key))));
    }

    /** Shows the key only while the field has text. An empty field needs the space for its prompt. */
    private Label shownWithWords(Label cap) {
        cap.visibleProperty().bind(field.textProperty().isNotEmpty());
        cap.managedProperty().bind(cap.visibleProperty());
        return cap;
    }

    public HBox root() {
        return root;
    }

    public TextField field() {
        return field;
    }
}
