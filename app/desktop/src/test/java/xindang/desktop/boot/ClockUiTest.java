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
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.desktop.Bench;
import xindang.desktop.Pictures;
import xindang.desktop.Screens;
import xindang.desktop.ScriptedDialogs;
import xindang.desktop.ui.FxTasks;
import xindang.desktop.ui.Look;
import xindang.desktop.ui.Messages;
import xindang.desktop.ui.Overlay;
import xindang.desktop.ui.Theme;
import xindang.model.common.Ids;
import xindang.model.keeping.Archives;
import xindang.model.practice.Invented;
import xindang.persistence.Workspace;

/** With a clock far ahead, the window shows which data is kept and locked, until a person types the date. */
@Tag("ui")
class ClockUiTest {
    private static final String USER = "王海燕";
    private static final char[] PASSWORD = "a long password".toCharArray();
    /** 2029-01-01, a Monday. */
    private static final Clock AHEAD = Clock.offset(Bench.CLOCK, Duration.ofDays(775));

    @TempDir
    private Path folder;

    private final ScriptedDialogs dialogs = new ScriptedDialogs();
    private final FxTasks tasks = new FxTasks();
    private final Overlay overlay = new Overlay();

    @BeforeAll
    static void startToolkit() {
        Screens.start();
    }

    @AfterEach
    void end() {
        tasks.close();
    }

    @Test
    void rowsAreKeptAndLockedUntilSomebodyTypesTheDay() {
        var templates = Shipped.once().get().templates();
        UUID id;
        try (var made = Workspace.create(
                        folder.resolve("archive"),
                        Workspace.Setup.of("230184101000", USER, "LL-03"),
                        PASSWORD,
                        templates,
                        Bench.CLOCK)
                .workspace()) {
            id = household(made);
        }
        try (var workspace = Workspace.open(folder.resolve("archive"), PASSWORD, templates, AHEAD)) {
            show(workspace, AHEAD);
            await(() -> shown("clock-confirm"));
            assertTrue(words().contains("2029-01-01"), words());
            picture("clock-bar");
            assertTrue(keepsTheRow(workspace, id));

            fire("clock-confirm");
            await(() -> shown("clock-today"));
            type("2029-01-01 星期二");
            fire("clock-keep");
            assertTrue(words().contains("不符"), words());
            picture("clock-asked");
            assertTrue(keepsTheRow(workspace, id));

            type("2029-01-01 星期一");
            fire("clock-keep");
            await(() -> !shown("clock-today") && !shown("clock-confirm"));
            assertFalse(keepsTheRow(workspace, id));
            assertEquals(List.of("已确认今天的日期"), dialogs.notices);
            settle();
            assertEquals(List.of(), dialogs.failures);
        }
    }

    @Test
    void nobodyConfirmsADayThatIsOver() {
        var templates = Shipped.once().get().templates();
        Workspace.create(
                        folder.resolve("archive"),
                        Workspace.Setup.of("230184101000", USER, "LL-03"),
                        PASSWORD,
                        templates,
                        Bench.CLOCK)
                .workspace()
                .close();
        var behind = Clock.fixed(Instant.parse("2021-01-01T06:00:00Z"), Bench.CLOCK.getZone());
        try (var workspace = Workspace.open(folder.resolve("archive"), PASSWORD, templates, behind)) {
            show(workspace, behind);
            await(() -> shown("clock-confirm"));
            fire("clock-confirm");
            await(() -> shown("clock-today"));
            type("2021-01-01 星期五");
            fire("clock-keep");
            assertTrue(words().contains("2026-11-18"), words());
            assertTrue(shown("clock-today"));
        }
    }

    @Test
    void aClockThatIsBelievedSaysNothing() {
        var templates = Shipped.once().get().templates();
        try (var workspace = Workspace.create(
                        folder.resolve("archive"),
                        Workspace.Setup.of("230184101000", USER, "LL-03"),
                        PASSWORD,
                        templates,
                        Bench.CLOCK)
                .workspace()) {
            show(workspace, Clock.offset(Bench.CLOCK, Duration.ofDays(31)));
            settle();
            assertFalse(shown("clock-confirm"));
            assertEquals(List.of(), dialogs.failures);
        }
    }

    /** Waits for the work of the window before its archive is closed. A finished task may start another one. */
    private void settle() {
        tasks.drain();
        Pictures.settle();
        tasks.drain();
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

    private void show(Workspace workspace, Clock clock) {
        Pictures.onScreen(() -> {
            var theme = new Theme();
            theme.show(Look.STANDARD);
            var session = new DesktopSession(
                    workspace,
                    USER,
                    clock,
                    new Messages(Locale.SIMPLIFIED_CHINESE, Messages.Missing.FAIL),
                    theme,
                    overlay,
                    dialogs,
                    tasks,
                    Shipped.once().get(),
                    () -> {});
            var stage = new Stage();
            overlay.content(new javafx.scene.layout.StackPane());
            stage.setScene(new Scene(overlay.root(), 1280, 800));
            stage.show();
            session.show();
            return null;
        });
        await(() -> shown("rail-home"));
    }

    private void type(String day) {
        Pictures.onScreen(() -> {
            ((TextField) node("clock-today")).setText(day);
            return null;
        });
    }

    private void fire(String id) {
        Pictures.onScreen(() -> {
            ((ButtonBase) node(id)).fire();
            return null;
        });
        Pictures.settle();
    }

    private boolean shown(String id) {
        return Pictures.onScreen(() -> node(id) != null);
    }

    /** Returns all texts of the bar. */
    private String words() {
        return Pictures.onScreen(() -> {
            var all = new StringBuilder();
            overlay.root().lookupAll(".clock-bar .label").forEach(label -> all.append(((Labeled) label).getText()));
            return all.toString();
        });
    }

    private void picture(String name) {
        Pictures.settle();
        Pictures.onScreen(() -> {
            Pictures.take(overlay.root().getScene(), Path.of("target/pages/" + name + ".png"));
            return null;
        });
    }

    private Node node(String id) {
        return overlay.root().lookup("#" + id);
    }

    /** Waits until the condition is true, at most 30 seconds. */
    private static void await(BooleanSupplier so) {
        for (var i = 0; i < 600 && !so.getAsBoolean(); i++) {
            Pictures.settle();
            LockSupport.parkNanos(50_000_000);
        }
        assertTrue(so.getAsBoolean());
    }
}
