package xindang.desktop.form;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import xindang.desktop.Bench;
import xindang.desktop.Easel;
import xindang.desktop.ui.Look;
import xindang.desktop.ui.Place;

/** The form warns of another record with the same number and opens it. */
class TwinsPartTest {
    private final Bench bench = new Bench();

    @Test
    void namesTheOtherArchiveAndOpensIt() {
        bench.addUnknown();
        var id = bench.any();
        var twin = bench.addTwin(id);
        var easel = new Easel(bench, Look.STANDARD).go(new Place("form", id.toString()));
        assertTrue(easel.shows("form-twin"));
        easel.picture("form-twin");
        var open = (Button) easel.node("twin-open-" + twin);
        easel.run(album -> open.fire());
        assertTrue(easel.shows("twin-open-" + id));
        easel.close();
    }

    @Test
    void saysNothingOfAnArchiveThatIsAlone() {
        bench.addUnknown();
        var easel =
                new Easel(bench, Look.STANDARD).go(new Place("form", bench.any().toString()));
        assertFalse(easel.shows("form-twin"));
        easel.close();
    }
}
