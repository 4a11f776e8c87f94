package xindang.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import xindang.desktop.ui.Look;
import xindang.desktop.ui.Place;
import xindang.desktop.ui.Theme;
import xindang.model.archive.RecordFilter;
import xindang.model.practice.Invented;

/** The main job by keyboard only: create a record, fill it in, record a consent, rate it, find it. */
@Tag("ui")
class MainJobUiTest {
    private static final long SEED = 11L;

    private final Bench bench = new Bench();
    private final FxRobot robot = new FxRobot();
    private final Invented invented = new Invented(SEED, LocalDate.now(Bench.CLOCK));
    private final Album album = start();
    private final Scene scene = Pictures.onScreen(() -> album.show());

    private Album start() {
        Screens.start();
        return Pictures.onScreen(() -> {
            var theme = new Theme();
            theme.show(Look.STANDARD);
            return new Album(bench, theme);
        });
    }

    @BeforeAll
    static void startToolkit() {
        Screens.start();
    }

    @BeforeEach
    void goHome() {
        go(Place.of("home"));
    }

    @AfterEach
    void close() {
        Pictures.onScreen(() -> {
            scene.getWindow().hide();
            return null;
        });
    }

    private void go(Place place) {
        Pictures.onScreen(() -> {
            album.shell().go(place);
            return null;
        });
        Pictures.settle();
    }

    private void type(KeyCode... keys) {
        robot.push(keys);
        Pictures.settle();
    }

    /** Waits for the focus on a node, because key events may arrive late. */
    private void awaitFocus(String id) {
        eventually(() -> focused().equals(id), () -> "focus on " + id + ", not " + focused());
    }

    private void awaitPage(String feature) {
        eventually(
                () -> album.shell().here().feature().equals(feature),
                () -> "page " + feature + ", not " + album.shell().here());
        Pictures.settle();
    }

    private static void eventually(BooleanSupplier condition, Supplier<String> wanted) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, wanted);
            Pictures.settle();
        }
    }

    private String focused() {
        return Pictures.onScreen(() -> {
            var owner = scene.getFocusOwner();
            return owner == null ? "" : String.valueOf(owner.getId());
        });
    }

    /** Creates a record and types name and number. Enter leaves the number field. */
    private void begin(String name, String number) {
        type(KeyCode.CONTROL, KeyCode.N);
        awaitPage("form");
        awaitFocus("head-name");
        robot.write(name);
        type(KeyCode.ENTER);
        awaitFocus("head-idType");
        type(KeyCode.ENTER);
        awaitFocus("head-number");
        robot.write(number);
        type(KeyCode.ENTER);
        eventually(() -> !focused().equals("head-number"), () -> "the number to be left");
    }

    @Test
    void keepsRatesAndFindsAHouseholdWithoutTheMouse() {
        var number = invented.person(30, 60).number().toString();

        begin("那守田", number);

        var saved = bench.store
                .list(RecordFilter.all("household"), RecordFilter.Window.first(5))
                .items();
        assertEquals(List.of("那守田"), saved.stream().map(r -> r.name()).toList());
        assertEquals(number, saved.get(0).number());
        var id = saved.get(0).id();

        bench.dialogs.answers.add(true);
        type(KeyCode.F8);
        eventually(() -> bench.dialogs.asked.size() == 1, () -> "to be asked whether it is signed");
        type(KeyCode.CONTROL, KeyCode.R);
        awaitPage("rating");
        type(KeyCode.CONTROL, KeyCode.ENTER);
        eventually(() -> bench.store.about(id, "rating", 5).size() == 1, () -> "a rating");

        go(Place.of("archive"));
        awaitFocus("archive-search");
        robot.write("那守");
        type(KeyCode.ENTER);
        awaitFocus("archive-table");
        type(KeyCode.ENTER);
        awaitPage("form");
        assertEquals(id.toString(), album.shell().here().detail());
        assertEquals(List.of(), bench.dialogs.failures);
    }

    @Test
    void saysUnderTheFieldWhatIsWrongAndKeepsIt() {
        begin("那守田", "230184196807124217");

        var field = Pictures.onScreen(() -> (TextInputControl) scene.lookup("#head-number"));
        assertEquals("230184196807124217", field.getText());
        assertTrue(Pictures.onScreen(() -> scene.lookup("#head-number-message").isVisible()));
        assertEquals(
                0,
                bench.store
                        .list(RecordFilter.all("household"), RecordFilter.Window.first(5))
                        .total());
    }

    @Test
    void aDigitTypedIntoAFieldIsNoCommand() {
        bench.fill(5);
        go(Place.of("home"));

        type(KeyCode.CONTROL, KeyCode.N);
        awaitFocus("head-name");
        robot.write("1");
        Pictures.settle();

        assertEquals("form", album.shell().here().feature());
        assertEquals("1", Pictures.onScreen(() -> ((TextInputControl) scene.lookup("#head-name")).getText()));
    }

    @Test
    void findsACommandByItsNameAndEscapeGoesBack() {
        type(KeyCode.CONTROL, KeyCode.K);
        awaitFocus("palette-field");
        robot.write("设置");
        type(KeyCode.ENTER);
        awaitPage("settings");

        type(KeyCode.ESCAPE);

        awaitPage("home");
    }

    @Test
    void theSearchStillHearsAfterMemoryWasCleared() {
        type(KeyCode.CONTROL, KeyCode.K);
        awaitFocus("palette-field");
        System.gc();
        robot.write("设置");
        type(KeyCode.ENTER);

        awaitPage("settings");
    }

    @Test
    void aButtonThatGoesAwayLeavesTheFocusOnThePage() {
        go(Place.of("settings"));
        Pictures.onScreen(() -> {
            var check = scene.lookup("#settings-check");
            check.requestFocus();
            ((Pane) check.getParent()).getChildren().remove(check);
            return null;
        });
        Pictures.settle();

        assertFalse(
                Pictures.onScreen(() -> scene.getFocusOwner().getStyleClass().contains("rail-place")));
    }

    @Test
    void digitsChooseAmongTheAnswersOffered() {
        begin("那守田", invented.person(30, 60).number().toString());
        var id = bench.any();

        focus("#head-resident-0");
        type(KeyCode.DIGIT2);
        focus("#head-idType");
        type(KeyCode.DIGIT1);
        focus("#head-special-0");
        type(KeyCode.DIGIT3);
        type(KeyCode.CONTROL, KeyCode.S);

        eventually(
                () -> kept(id, "head.special").equals("veteran"), () -> "the third, not " + kept(id, "head.special"));
        assertEquals("false", kept(id, "head.resident"));
        assertFalse(kept(id, "head.idType").isEmpty());
    }

    private void focus(String node) {
        Pictures.onScreen(() -> {
            scene.lookup(node).requestFocus();
            return null;
        });
        Pictures.settle();
    }

    private String kept(UUID id, String path) {
        return bench.store.find(id).orElseThrow().content().text(path);
    }

    @Test
    void f4FillsAFieldAsWithTheHouseholdBefore() {
        begin("那守田", invented.person(30, 60).number().toString());
        focus("#head-people");
        robot.write("4");
        type(KeyCode.ENTER);
        go(Place.of("home"));
        begin("佟桂兰", invented.person(30, 60).number().toString());

        focus("#head-people");
        type(KeyCode.F4);

        eventually(() -> text("#head-people").equals("4"), () -> "as before, not " + text("#head-people"));
    }

    private String text(String id) {
        return Pictures.onScreen(() -> ((TextInputControl) scene.lookup(id)).getText());
    }

    @Test
    void digitsOpenWhatWaits() {
        bench.fill(20);
        go(Place.of("home"));

        type(KeyCode.DIGIT1);

        awaitPage("rating");
        assertTrue(album.shell().here().detail().startsWith("region:"));
    }
}
