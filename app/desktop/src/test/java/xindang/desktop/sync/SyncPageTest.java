package xindang.desktop.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import xindang.desktop.Bench;
import xindang.desktop.Easel;
import xindang.desktop.ui.Look;
import xindang.desktop.ui.Place;
import xindang.model.exchange.ExchangeStore;

class SyncPageTest {
    private static Bench bench() {
        var bench = new Bench();
        bench.fill(12);
        bench.exchange.counts = new ExchangeStore.Counts(37, 0, 0, 2642);
        return bench;
    }

    @Test
    void looksAsItShouldWithAndWithoutConflicts() {
        for (var look : Easel.LOOKS) {
            var bench = bench();
            var easel = new Easel(bench, look).go(Place.of("sync")).picture("08-sync-enrol");
            Clashes.raise(bench);
            easel.go(Place.of("sync")).press(KeyCode.DIGIT2).picture("08-sync");
            easel.close();
        }
    }

    @Test
    void noValueIsCutAtTheLargestSizeForItIsWhatIsDecided() {
        var bench = bench();
        Clashes.raise(bench);
        var easel = new Easel(bench, new Look(Look.Tone.LIGHT, Look.Size.LARGEST))
                .go(Place.of("sync"))
                .picture("08-sync");
        var drawn = new ArrayList<String>();
        var page = easel.node("rail-home").getScene().getRoot();
        easel.run(a -> page.lookupAll(".side-card .value").stream()
                .map(label -> (Text) label.lookup(".text"))
                .forEach(words -> drawn.add(words.getText())));
        assertEquals(
                List.of(),
                drawn.stream()
                        .filter(words -> words.contains("…") || words.contains("..."))
                        .toList());
        assertTrue(drawn.contains("139****7745"), drawn.toString());
        easel.close();
    }

    @Test
    void numbersAreShownWholeWhenAPurposeIsTyped() {
        var bench = bench();
        Clashes.raise(bench);
        var easel = new Easel(bench, Look.STANDARD).go(Place.of("sync"));
        var ask = (Button) easel.node("sync-reveal");
        easel.run(a -> ask.fire());
        assertEquals("sync-purpose", easel.focused().getId());
        var purpose = (TextField) easel.focused();
        easel.run(a -> purpose.setText("核对原件")).picture("08-sync-reveal").press(KeyCode.ENTER);

        assertFalse(easel.shows("sync-reveal"));
        var page = easel.node("rail-home").getScene().getRoot();
        var drawn = new ArrayList<String>();
        easel.run(a -> page.lookupAll(".side-card .value").forEach(label -> drawn.add(((Labeled) label).getText())));
        assertTrue(drawn.contains("13900007745"), drawn.toString());
        easel.go(Place.of("home")).go(Place.of("sync"));
        assertTrue(easel.shows("sync-reveal"));
        easel.close();
    }

    @Test
    void decidesByKeyboardAlone() {
        var bench = bench();
        Clashes.raise(bench);
        var easel = new Easel(bench, Look.STANDARD).go(Place.of("sync"));
        easel.press(KeyCode.DIGIT2).press(KeyCode.DIGIT3).press(KeyCode.ENTER, Easel.Modifier.CTRL);
        assertEquals(1, Clashes.waiting(bench).size());
        easel.press(KeyCode.DIGIT1).press(KeyCode.ENTER, Easel.Modifier.CTRL);
        assertEquals(0, Clashes.waiting(bench).size());
        easel.close();
    }

    @Test
    void theDigitThatOpensAFieldIsNotWrittenIntoIt() {
        for (var key : List.of(KeyCode.DIGIT4, KeyCode.NUMPAD4)) {
            var bench = bench();
            Clashes.raise(bench);
            var easel = new Easel(bench, Look.STANDARD).go(Place.of("sync"));
            easel.strike(key).strike(KeyCode.DIGIT3).strike(KeyCode.DIGIT5);
            var field = easel.focused();
            assertEquals("35", ((TextField) field).getText());
            assertTrue(easel.whole(field), "the field is cut off");
            easel.close();
        }
    }
}
