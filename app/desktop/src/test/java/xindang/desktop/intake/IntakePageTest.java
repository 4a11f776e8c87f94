package xindang.desktop.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.desktop.Bench;
import xindang.desktop.Easel;
import xindang.desktop.ui.Look;
import xindang.desktop.ui.Place;
import xindang.model.archive.RecordFilter;

class IntakePageTest {
    @TempDir
    private Path folder;

    @Test
    void looksAsItShouldFromTheChoiceToTheResult() {
        for (var look : Easel.LOOKS) {
            var bench = new Bench();
            var easel = new Easel(bench, look);
            easel.go(Place.of("intake")).picture("07-import-choose");
            easel.go(new Place("intake", Rosters.faulty(folder, 320).toString()))
                    .picture("07-import-checked")
                    .press(KeyCode.ENTER, Easel.Modifier.CTRL)
                    .picture("07-import");
            easel.close();
        }
    }

    @Test
    void takesARosterByKeyboardAlone() {
        var bench = new Bench();
        bench.dialogs.files.add(Rosters.plain(folder, 20));
        var easel = new Easel(bench, Look.STANDARD).go(Place.of("intake"));
        easel.press(KeyCode.O, Easel.Modifier.CTRL);
        assertTrue(easel.shows("intake-problems"));
        assertEquals(0, kept(bench));
        easel.press(KeyCode.ENTER, Easel.Modifier.CTRL);
        assertEquals(20, kept(bench));
        easel.close();
    }

    private static long kept(Bench bench) {
        return bench.store
                .list(RecordFilter.all("household"), RecordFilter.Window.first(1))
                .total();
    }
}
