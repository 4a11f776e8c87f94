package xindang.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import xindang.desktop.Bench;
import xindang.desktop.Easel;
import xindang.desktop.ui.Look;
import xindang.desktop.ui.Place;

class PaletteTest {
    @Test
    void tellsTheThingsThatWaitApart() {
        var bench = new Bench();
        bench.fill(60);
        var easel = new Easel(bench, Look.STANDARD).go(Place.of("home")).press(KeyCode.K, Easel.Modifier.CTRL);

        var names = ((ListView<?>) easel.node("palette-list"))
                .getItems().stream()
                        .map(line -> line.toString().replaceAll(".*name=(.*), where=.*", "$1"))
                        .toList();

        var waiting = names.stream().filter(name -> name.startsWith("打开待办")).toList();
        assertTrue(waiting.size() > 1, names.toString());
        assertTrue(waiting.stream().allMatch(name -> name.startsWith("打开待办：")), names.toString());
        assertEquals(new HashSet<>(names).size(), names.size(), names.toString());
        easel.close();
    }

    @Test
    void theStatusBarSaysEachNameOnce() {
        var bench = new Bench();
        bench.fill(5);
        var easel = new Easel(bench, Look.STANDARD).go(Place.of("archive"));

        var names = legends((Parent) easel.node("status-bar"));

        assertTrue(names.contains("筛选"), names.toString());
        assertEquals(new HashSet<>(names).size(), names.size(), names.toString());
        easel.close();
    }

    private static List<String> legends(Parent bar) {
        return bar.lookupAll(".legend").stream()
                .filter(Label.class::isInstance)
                .map(label -> ((Label) label).getText())
                .toList();
    }
}
