package xindang.desktop.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.input.KeyCode;
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
}
