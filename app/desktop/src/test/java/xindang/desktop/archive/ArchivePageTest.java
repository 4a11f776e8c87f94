package xindang.desktop.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.control.Label;
import javafx.scene.text.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import xindang.desktop.Bench;
import xindang.desktop.Easel;
import xindang.desktop.ui.Look;
import xindang.desktop.ui.Place;
import xindang.model.practice.PracticeRoster;

class ArchivePageTest {
    @ParameterizedTest
    @EnumSource
    void saysInFullWhyThereIsNoGrade(Look.Size size) {
        var bench = new Bench();
        bench.addUnknown();
        bench.rate(PracticeRoster.TOWN.digits());
        var easel = new Easel(bench, new Look(Look.Tone.LIGHT, size)).go(Place.of("archive"));

        var chip = (Label) easel.node("archive-table").lookup(".grade.g0");
        assertEquals("资料不全", chip.getText());
        assertEquals(chip.getText(), ((Text) chip.lookup(".text")).getText());
        easel.close();
    }
}
