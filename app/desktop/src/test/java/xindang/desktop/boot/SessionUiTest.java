package xindang.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
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
import xindang.model.archive.RecordFilter;
import xindang.model.archive.Unsaved;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.keeping.Drafts;
import xindang.model.practice.Invented;
import xindang.model.practice.InventedPerson;
import xindang.persistence.Workspace;

/** The pages over a real archive on disk. Typed data is still present after the window is closed. */
@Tag("ui")
class SessionUiTest {
    private static final long SEED = 5L;

    @TempDir
    private Path folder;

    private final ScriptedDialogs dialogs = new ScriptedDialogs();
    private final List<Workspace> entered = new ArrayList<>();
    private final FxTasks tasks = new FxTasks();
    private final Overlay overlay = new Overlay();
    private final InventedPerson person = new Invented(SEED, LocalDate.now(Bench.CLOCK)).person(30, 60);

    @BeforeAll
    static void startToolkit() {
        Screens.start();
    }

    @AfterEach
    void end() {
        tasks.close();
    }

    private WorkspaceGate gate() {
        return new WorkspaceGate(
                Preferences.in(folder.resolve("user")),
                Shipped.once(),
                Bench.CLOCK,
                (workspace, person) -> entered.add(workspace));
    }

    @Test
    void keepsWhatWasTypedWhenTheWindowCloses() {
        var gate = gate();
        var archive = folder.resolve("archive");
        gate.create(archive, "230184101", "王海燕", "a long password".toCharArray())
                .enter()
                .run();
        var session = typing();
        var left = new CountDownLatch(1);
        leave(session, left);
        await(() -> left.getCount() == 0);

        assertEquals(List.of(), dialogs.failures);
        gate.open(archive, "王海燕", "a long password".toCharArray()).enter().run();
        try (var again = entered.get(1)) {
            var kept = again.archives()
                    .list(RecordFilter.all("household"), RecordFilter.Window.first(5))
                    .items();
            assertEquals(
                    List.of(person.name().toString()),
                    kept.stream().map(r -> r.name()).toList());
        }
    }

    @Test
    void staysWithTheReasonWhenTheLastSaveFails() {
        gate().create(folder.resolve("archive"), "230184101", "王海燕", "a long password".toCharArray())
                .enter()
                .run();
        var session = typing();
        // from here on every write fails, as on a full disk
        entered.get(0).close();
        var left = new CountDownLatch(1);
        leave(session, left);

        await(() -> !dialogs.failures.isEmpty());
        tasks.drain();
        Pictures.settle();
        assertEquals(1, left.getCount());
        assertEquals(List.of(), dialogs.asked);
        assertEquals(person.name().toString(), field(overlay, "head.name").getText());

        leave(session, left);
        await(() -> !dialogs.asked.isEmpty());
        assertEquals(1, left.getCount());

        dialogs.answers.add(true);
        leave(session, left);
        await(() -> left.getCount() == 0);
    }

    /** Waits until the condition is true, at most 30 seconds. */
    private static void await(BooleanSupplier so) {
        for (var i = 0; i < 600 && !so.getAsBoolean(); i++) {
            Pictures.settle();
            LockSupport.parkNanos(50_000_000);
        }
        assertTrue(so.getAsBoolean());
    }

    private static void leave(DesktopSession session, CountDownLatch left) {
        Pictures.onScreen(() -> {
            session.leave(left::countDown);
            return null;
        });
    }

    /** Returns a session with the form of a new household. Name and number are typed. */
    private DesktopSession typing() {
        var session = Pictures.onScreen(() -> {
            var theme = new Theme();
            theme.show(Look.STANDARD);
            var begun = new DesktopSession(
                    entered.get(0),
                    "王海燕",
                    Bench.CLOCK,
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
            begun.show();
            begun.go(new xindang.desktop.ui.Place("form", "new:household:230184101201"));
            return begun;
        });
        Pictures.settle();
        Pictures.onScreen(() -> {
            field(overlay, "head.name").setText(person.name().toString());
            field(overlay, "head.number").setText(person.number().toString());
            return null;
        });
        return session;
    }

    private static TextField field(Overlay overlay, String id) {
        return (TextField) overlay.root().lookup("#" + xindang.desktop.ui.FormField.nodeId(id));
    }

    @Test
    void refusesAWrongPasswordAndRemembersTheArchive() {
        var gate = gate();
        var archive = folder.resolve("archive");
        gate.create(archive, "230184101", "王海燕", "a long password".toCharArray())
                .enter()
                .run();
        entered.get(0).close();

        var refused = assertThrows(AppException.class, () -> gate.open(archive, "王海燕", "another".toCharArray()));

        assertEquals(ErrorCode.WRONG_PASSWORD, refused.code());
        assertEquals("拉林满族镇", gate.known().get(0).name());
        assertEquals(archive, gate.known().get(0).folder());
    }

    @Test
    void onlyWhoKnowsThePasswordChangesTheKeys() {
        var gate = gate();
        var archive = folder.resolve("archive");
        var code = gate.create(archive, "230184101", "王海燕", "a long password".toCharArray());
        code.enter().run();
        try (var open = entered.get(0)) {
            var keys = new WorkspaceKeys(open);
            for (Executable guess : List.<Executable>of(
                    () -> keys.changePassword("a guess".toCharArray(), "another password".toCharArray()),
                    () -> keys.renewRecovery("a guess".toCharArray()))) {
                assertEquals(
                        ErrorCode.WRONG_PASSWORD,
                        assertThrows(AppException.class, guess).code());
            }
            keys.changePassword("a long password".toCharArray(), "another password".toCharArray());
        }
        gate.open(archive, "王海燕", "another password".toCharArray()).enter().run();
        entered.get(1).close();

        gate.recover(archive, "王海燕", code.recoveryCode().orElseThrow(), "password number 3".toCharArray())
                .enter()
                .run();
        entered.get(2).close();

        gate.open(archive, "王海燕", "password number 3".toCharArray()).enter().run();
        entered.get(3).close();
    }

    @Test
    void offersRegionsByNameAndByCode() {
        var byName = gate().regions("拉林满族镇");
        var byCode = gate().regions("230184101");

        assertEquals("2301", gate().regions("哈尔滨").get(0).code());
        assertEquals("230184101", byName.get(0).code());
        assertEquals("230184101", byCode.get(0).code());
        assertEquals(List.of(), gate().regions(""));
    }

    @Test
    void keepsDraftsInTheArchiveAndNowhereElse() {
        var made = gate().create(folder.resolve("archive"), "230184101", "王海燕", "a long password".toCharArray());
        made.enter().run();
        try (var workspace = entered.get(0)) {
            workspace.drafts().keep(Drafts.ofNew("household"), new Unsaved(Map.of("head.phone", "12"), Map.of()));
        }
        gate().open(folder.resolve("archive"), "王海燕", "a long password".toCharArray())
                .enter()
                .run();
        try (var workspace = entered.get(1)) {
            var place = Drafts.ofNew("household");
            assertEquals(
                    Map.of("head.phone", "12"), workspace.drafts().read(place).left());
            assertEquals(Optional.empty(), workspace.exchange().setting("draft." + place));
            workspace.drafts().keep(place, Unsaved.NONE);

            assertEquals(Unsaved.NONE, workspace.drafts().read(place));
        }
    }
}
