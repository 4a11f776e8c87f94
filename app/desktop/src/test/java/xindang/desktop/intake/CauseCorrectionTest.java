package xindang.desktop.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.desktop.Bench;
import xindang.desktop.Easel;
import xindang.desktop.ui.Look;
import xindang.desktop.ui.Place;
import xindang.model.archive.RecordFilter;
import xindang.model.intake.IntakeResult;

/** One correction for all rows with the same wrong cell. */
class CauseCorrectionTest {
    private static final String WRONG = "红星大队";

    @TempDir
    private Path folder;

    private final Bench bench = new Bench();
    private final IntakeViewModel model = new IntakeViewModel(bench.desk(), bench.office());
    private Path roster = Path.of("");
    private int wrongRows;

    @BeforeEach
    void writeARosterWithAnUnknownVillageInManyRows() throws IOException {
        roster = Rosters.plain(folder, 40);
        Files.writeString(roster, Files.readString(roster).replaceAll("\"双桥[^\"]*\"", '"' + WRONG + '"'));
        wrongRows = Files.readString(roster).split('"' + WRONG + '"', -1).length - 1;
        assertTrue(wrongRows > 2);
    }

    private IntakeResult result() {
        return model.resultProperty().get().orElseThrow();
    }

    private ProblemLine first(String value) {
        return model.problems.shown().stream()
                .filter(line -> line.value().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private long kept(Bench at) {
        return at.store
                .list(RecordFilter.all("household"), RecordFilter.Window.first(1))
                .total();
    }

    @Test
    void oneCorrectionLetsAllRowsOfTheCauseInAndWritesNothingBefore() {
        model.take(roster);
        var before = result().accepted();
        var alike = model.problems.like(result(), first(WRONG));
        assertEquals(wrongRows, alike.size());

        model.correct(alike, "双桥村");

        assertEquals(before + wrongRows, result().accepted());
        assertEquals(0, kept(bench));
        model.write();
        assertEquals(before + wrongRows, kept(bench));
    }

    @Test
    void anotherTextOfTheSameColumnIsAnotherCause() throws IOException {
        Files.writeString(roster, Files.readString(roster).replaceFirst(WRONG, "红光大队"));
        model.take(roster);
        assertEquals(1, model.problems.like(result(), first("红光大队")).size());
        assertEquals(wrongRows - 1, model.problems.like(result(), first(WRONG)).size());
    }

    @Test
    void aMaskedNumberIsCorrectedAlone() throws IOException {
        var text = Files.readString(roster);
        var number = Pattern.compile("[0-9]{17}[0-9X]").matcher(text);
        assertTrue(number.find());
        var bad = number.group().substring(0, 17) + (number.group().endsWith("1") ? "2" : "1");
        Files.writeString(roster, text.replaceAll("\"[0-9]{17}[0-9X]\"", '"' + bad + '"'));
        model.take(roster);
        var line = model.problems.shown().stream()
                .filter(ProblemLine::isMasked)
                .findFirst()
                .orElseThrow();
        assertEquals(List.of(line), model.problems.like(result(), line));
    }

    @Test
    void manyCellsAreNotEmptiedAtOnce() {
        model.take(roster);
        var before = result().sheet();
        model.correct(model.problems.like(result(), first(WRONG)), " ");
        assertEquals(before, result().sheet());
    }

    @Test
    void shiftAndEnterCorrectAllRowsFromTheField() {
        var other = new Bench();
        var easel = new Easel(other, Look.STANDARD).go(new Place("intake", roster.toString()));
        for (var i = 0; i < 40 && !easel.shows("intake-correct-all"); i++) {
            easel.press(KeyCode.DOWN);
        }
        assertEquals("相同的 " + wrongRows + " 行一次改正", ((Button) easel.node("intake-correct-all")).getAccessibleText());
        easel.picture("07-import-alike");
        easel.press(KeyCode.ENTER);
        var field = (TextField) easel.node("intake-correct");
        easel.run(album -> field.setText("双桥村"));
        easel.press(KeyCode.ENTER, Easel.Modifier.SHIFT);
        assertFalse(easel.shows("intake-correct-all"));
        assertEquals(0, kept(other));
        easel.press(KeyCode.ENTER, Easel.Modifier.CTRL);
        assertTrue(kept(other) > wrongRows);
        easel.close();
    }
}
