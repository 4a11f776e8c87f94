package xindang.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.desktop.Bench;
import xindang.desktop.Pictures;
import xindang.desktop.Screens;
import xindang.model.common.Ids;
import xindang.model.keeping.Archives;
import xindang.model.practice.Invented;
import xindang.model.shipped.ShippedTemplates;
import xindang.persistence.Workspace;
import xindang.persistence.keys.Argon2;

/** With a clock far ahead, the window shows which data is kept and locked, until a person types the date. */
@Tag("ui")
class ClockUiTest {
    private static final String USER = "王海燕";
    private static final char[] PASSWORD = "a long password".toCharArray();
    /** 2029-01-01, a Monday. */
    private static final Clock AHEAD = Clock.offset(Bench.CLOCK, Duration.ofDays(775));

    @TempDir
    private Path folder;

    private final ShippedTemplates templates = Shipped.once().get().templates();

    @BeforeAll
    static void startToolkit() {
        Screens.start();
    }

    @Test
    void rowsAreKeptAndLockedUntilSomebodyTypesTheDay() {
        UUID id;
        try (var made = create()) {
            id = household(made);
        }
        try (var workspace = open(AHEAD);
                var window = RealWindow.of(workspace, USER, AHEAD)) {
            window.await(() -> window.shown("clock-confirm"));
            assertTrue(bar(window).contains("2029-01-01"), bar(window));
            window.picture("clock-bar");
            assertTrue(keepsTheRow(workspace, id));

            confirm(window, "2029-01-01 星期二");
            assertTrue(bar(window).contains("不符"), bar(window));
            window.picture("clock-asked");
            assertTrue(keepsTheRow(workspace, id));

            window.fill("clock-today", "2029-01-01 星期一");
            assertTrue(window.press("clock-keep"));
            window.await(() -> !window.shown("clock-today") && !window.shown("clock-confirm"));
            assertFalse(keepsTheRow(workspace, id));
            assertEquals(List.of("已确认今天的日期"), window.dialogs.notices);
            assertEquals(List.of(), window.dialogs.failures);
        }
    }

    @Test
    void nobodyConfirmsADayThatIsOver() {
        create().close();
        var behind = Clock.fixed(Instant.parse("2021-01-01T06:00:00Z"), Bench.CLOCK.getZone());
        try (var workspace = open(behind);
                var window = RealWindow.of(workspace, USER, behind)) {
            window.await(() -> window.shown("clock-confirm"));
            confirm(window, "2021-01-01 星期五");
            assertTrue(bar(window).contains("2026-11-18"), bar(window));
            assertTrue(window.shown("clock-today"));
        }
    }

    @Test
    void aClockThatIsBelievedSaysNothing() {
        try (var workspace = create();
                var window = RealWindow.of(workspace, USER, Clock.offset(Bench.CLOCK, Duration.ofDays(31)))) {
            assertFalse(window.shown("clock-confirm"));
            assertEquals(List.of(), window.dialogs.failures);
        }
    }

    private Workspace create() {
        var setup = new Workspace.Setup("230184101000", USER, "LL-03", Argon2.Cost.TRIAL);
        return Workspace.create(folder.resolve("archive"), setup, PASSWORD, templates, Bench.CLOCK)
                .workspace();
    }

    private Workspace open(Clock clock) {
        return Workspace.open(folder.resolve("archive"), PASSWORD, templates, clock);
    }

    private static void confirm(RealWindow window, String day) {
        assertTrue(window.press("clock-confirm"));
        window.await(() -> window.shown("clock-today"));
        window.fill("clock-today", day);
        assertTrue(window.press("clock-keep"));
    }

    /** Returns all texts of the bar. */
    private static String bar(RealWindow window) {
        return Pictures.onScreen(() -> window.nodes()
                .filter(node -> node.getStyleClass().contains("clock-bar"))
                .flatMap(node -> node.lookupAll(".label").stream())
                .map(label -> ((Labeled) label).getText())
                .collect(Collectors.joining()));
    }

    /** Adds a household with bad information. It may be kept on the date of the bench, but not in 2029. */
    private static UUID household(Workspace workspace) {
        var shipped = Shipped.once().get();
        var archives = new Archives(
                workspace.archives(),
                shipped.templates(),
                shipped.divisions(),
                new Ids(Bench.CLOCK, new Random(3)),
                Bench.CLOCK);
        var person = new Invented(3, LocalDate.now(Bench.CLOCK)).person(30, 60);
        return archives.create(
                        "household",
                        "230184101201",
                        Map.of(
                                "head.name", person.name().toString(),
                                "head.number", person.number().toString(),
                                "adverse.items.a1.kind", "overdue",
                                "adverse.items.a1.fact", "贷款逾期四个月",
                                "adverse.items.a1.endsOn", "2023-06-01"),
                        USER)
                .get()
                .changes()
                .get(0)
                .record();
    }

    private static boolean keepsTheRow(Workspace workspace, UUID id) {
        return workspace.archives().find(id).orElseThrow().content().hasBlock("adverse");
    }
}
