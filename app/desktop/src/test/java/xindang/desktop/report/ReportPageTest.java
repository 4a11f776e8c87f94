package xindang.desktop.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import xindang.desktop.Bench;
import xindang.desktop.Easel;
import xindang.desktop.ui.Look;
import xindang.desktop.ui.Place;

class ReportPageTest {
    private static Bench bench() {
        var bench = new Bench();
        bench.fill(12);
        bench.ratings.rate(bench.any(), Bench.USER);
        return bench;
    }

    private static void choose(Easel easel, String purpose) {
        @SuppressWarnings("unchecked")
        var box = (ComboBox<String>) easel.node("report-purpose");
        easel.run(a -> box.setValue(purpose));
    }

    @Test
    void looksAsItShouldFromTheChoiceToThePages() {
        for (var look : Easel.LOOKS) {
            var bench = bench();
            var easel = new Easel(bench, look);
            easel.go(Place.of("report")).picture("09-report-choose");
            easel.go(new Place("report", bench.any().toString())).picture("09-report-closed");
            choose(easel, "信用户复核");
            easel.picture("09-report-preview");
            easel.close();
        }
    }

    @Test
    void noActionOfThePageIsCutAtTheLargestSize() {
        var bench = bench();
        var easel = new Easel(bench, new Look(Look.Tone.DARK, Look.Size.LARGEST))
                .go(new Place("report", bench.any().toString()));
        choose(easel, "信用户复核");
        easel.picture("09-report-preview");
        for (var id : List.of("report-previous", "report-place", "report-whole", "report-width")) {
            var node = (Region) easel.node(id);
            assertTrue(node.getWidth() >= node.prefWidth(-1), id);
        }
        easel.close();
    }

    @Test
    void turnsPagesByKeyboard() {
        var bench = bench();
        var easel = new Easel(bench, Look.STANDARD)
                .go(new Place("report", bench.any().toString()));
        choose(easel, "信用户复核");
        easel.press(KeyCode.PAGE_DOWN).picture("09-report-second");
        easel.press(KeyCode.P, Easel.Modifier.CTRL);
        assertEquals(1, bench.dialogs.notices.size());
        easel.close();
    }

    @Test
    void ratesOnlyWhenAPersonAsksForIt() {
        var bench = bench();
        var id = bench.any();
        bench.archives
                .edit(id, Map.of("adverse.items.a.kind", "overdue", "adverse.items.a.fact", "贷款逾期四个月"), Bench.USER)
                .get();
        var easel = new Easel(bench, Look.STANDARD).go(new Place("report", id.toString()));
        choose(easel, "信用户复核");
        easel.picture("09-report-stale");
        var button = easel.node("report-rate");
        assertTrue(button.isVisible());
        assertEquals(1, bench.store.about(id, "rating", 9).size());

        easel.press(KeyCode.R, Easel.Modifier.CTRL);
        assertFalse(button.isVisible());
        assertEquals(2, bench.store.about(id, "rating", 9).size());
        easel.close();
    }

    @Test
    void takesATypedPurposeInThePlaceOfTheOneBefore() {
        var bench = bench();
        var easel = new Easel(bench, Look.STANDARD)
                .go(new Place("report", bench.any().toString()));
        choose(easel, "信用户复核");
        easel.go(Place.of("home")).go(new Place("report", bench.any().toString()));

        easel.strike(KeyCode.DIGIT1).strike(KeyCode.DIGIT2);

        var box = (ComboBox<?>) easel.node("report-purpose");
        assertEquals("12", box.getEditor().getText());
        easel.close();
    }
}
