package xindang.desktop.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import xindang.desktop.Pictures;
import xindang.desktop.Screens;

@Tag("ui")
class FormFieldTest {
    @BeforeAll
    static void startToolkit() {
        Screens.start();
    }

    private static Optional<FormField.Remark> wrong(String words) {
        return Optional.of(
                new FormField.Remark(FormField.Tone.WRONG, words, Optional.of(new FormField.WayOut("证件待核", () -> {}))));
    }

    @Test
    void isCheckedWhenTheFocusGoesToTheWayOutOfItsMessage() {
        var said = Pictures.onScreen(() -> {
            var text = new TextField("2301");
            var left = new ArrayList<String>();
            var field = new FormField("head.number", "证件号", true, text, List.of(text));
            field.onLeave(() -> {
                left.add(text.getText());
                field.setRemark(wrong("末位不对。"));
            });
            var stage = new Stage();
            stage.setScene(new Scene(field.box(), 400, 200));
            stage.show();
            field.setRemark(wrong("没有填。"));
            field.focus();
            stage.getScene().lookup("#head-number-message-out").requestFocus();

            assertTrue(field.remark().orElseThrow().words().startsWith("末位"));
            assertEquals(
                    "head-number-message-out", stage.getScene().getFocusOwner().getId());
            stage.close();
            return left;
        });
        assertEquals("2301", said.get(0));
    }
}
