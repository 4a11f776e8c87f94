package xindang.desktop.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import xindang.desktop.Bench;
import xindang.desktop.Easel;
import xindang.desktop.ui.Look;
import xindang.desktop.ui.Place;

class FormPageTest {
    @Test
    void theFocusStaysOnThePageInASectionWithoutFields() {
        var bench = new Bench();
        bench.fill(1);
        var easel =
                new Easel(bench, Look.STANDARD).go(new Place("form", bench.any().toString()));

        easel.press(KeyCode.DOWN, Easel.Modifier.CTRL);

        var id = easel.focused().getId();
        assertTrue(id.endsWith("-add"), id);
        easel.close();
    }

    @Test
    void theCountOfASectionFollowsWhatIsFilled() {
        var bench = new Bench();
        bench.fill(1);
        var easel =
                new Easel(bench, Look.STANDARD).go(new Place("form", bench.any().toString()));
        var before = ((Labeled) easel.node("form-counted")).getText();

        var field = (TextField) easel.node("head-residence");
        easel.run(a -> field.requestFocus()).run(a -> field.setText("双桥村五组"));
        var name = easel.node("head-name");
        easel.run(a -> name.requestFocus());

        assertEquals(1 + filled(before), filled(((Labeled) easel.node("form-counted")).getText()));
        easel.close();
    }

    private static int filled(String words) {
        return Integer.parseInt(words.replaceAll("\\D+(\\d+) /.*", "$1"));
    }
}
