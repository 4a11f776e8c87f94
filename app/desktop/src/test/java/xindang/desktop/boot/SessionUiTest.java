package xindang.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import xindang.desktop.Bench;
import xindang.desktop.Screens;
import xindang.desktop.ui.FormField;
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

    private final List<Workspace> entered = new ArrayList<>();
    private final InventedPerson person = new Invented(SEED, LocalDate.now(Bench.CLOCK)).person(30, 60);

    @BeforeAll
    static void startToolkit() {
        Screens.start();
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
        try (var window = typing()) {
            var left = new CountDownLatch(1);
            window.leave(left::countDown);
            window.await(() -> left.getCount() == 0);

            assertEquals(List.of(), window.dialogs.failures);
        }
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
        try (var window = typing()) {
            // from here on every write fails, as on a full disk
            entered.get(0).close();
            var left = new CountDownLatch(1);
            window.leave(left::countDown);

            window.await(() -> !window.dialogs.failures.isEmpty());
            window.settle();
            assertEquals(1, left.getCount());
            assertEquals(List.of(), window.dialogs.asked);
            assertTrue(window.words().contains(person.name().toString()), "what was typed is still there");

            window.leave(left::countDown);
            window.await(() -> !window.dialogs.asked.isEmpty());
            assertEquals(1, left.getCount());

            window.dialogs.answers.add(true);
            window.leave(left::countDown);
            window.await(() -> left.getCount() == 0);
        }
    }

    /** Opens the form of a new household and types name and number. */
    private RealWindow typing() {
        var window = RealWindow.of(entered.get(0), "王海燕", Bench.CLOCK);
        window.go("form", "new:household:230184101201");
        window.fill(FormField.nodeId("head.name"), person.name().toString());
        window.fill(FormField.nodeId("head.number"), person.number().toString());
        return window;
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
