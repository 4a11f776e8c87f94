package xindang.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import xindang.desktop.Bench;
import xindang.desktop.Screens;
import xindang.model.common.Ids;
import xindang.model.common.Progress;
import xindang.model.keeping.Archives;
import xindang.model.practice.Invented;
import xindang.model.template.Templates;
import xindang.persistence.Workspace;

/** The settings page checks the open archive: it shows its progress, can be cancelled, repairs and names what it found. */
@Tag("ui")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CheckUiTest {
    private static final String USER = "王海燕";
    private static final char[] PASSWORD = "a long password".toCharArray();

    @TempDir
    private Path root;

    private final Templates templates = Shipped.once().get().templates();
    private Path folder = Path.of("");
    private UUID household = new UUID(0, 0);

    @BeforeAll
    static void startToolkit() {
        Screens.start();
    }

    @BeforeEach
    void fill() {
        folder = root.resolve("archive");
        try (var made = Workspace.create(
                        folder, Workspace.Setup.of("230184101000", USER, "LL-03"), PASSWORD, templates, Bench.CLOCK)
                .workspace()) {
            var ids = new Ids(Bench.CLOCK, new Random(5));
            var archives = new Archives(
                    made.archives(), templates, Shipped.once().get().divisions(), ids, Bench.CLOCK);
            var invented = new Invented(3, LocalDate.now(Bench.CLOCK));
            for (var i = 0; i < 200; i++) {
                var person = invented.person(30, 60);
                var values = Map.of(
                        "head.name", person.name().toString(),
                        "head.number", person.number().toString());
                household = archives.create("household", "230184101201", values, USER)
                        .get()
                        .changes()
                        .get(0)
                        .record();
            }
        }
    }

    @Test
    void aZeroKeyIsMendedAndNamed() throws IOException {
        try (var workspace = open(folder);
                var window = RealWindow.of(workspace, USER, Bench.CLOCK)) {
            assertEquals(List.of(), workspace.findings());
            try (var keys = new RandomAccessFile(folder.resolve("keys.xdk").toFile(), "rw")) {
                keys.seek(64L * 4);
                keys.write(new byte[64]);
            }
            window.go("settings", "");
            assertTrue(window.press("settings-check"));
            window.await(() -> has(window, "keys.xdk 里有 1 份档案的密钥损坏或不见了"));
            assertTrue(has(window, "上面这些已修复，档案库现在完好。"));
            assertTrue(window.press("settings-check"));
            window.await(() -> has(window, "档案库完好，加密正常。"));
            assertTrue(workspace.archives().find(household).isPresent());
            assertEquals(List.of(), window.dialogs.failures);
        }
    }

    @Test
    void aWrongBitOfTheDatabaseIsMendedAndNamed() throws IOException {
        var damaged = withAHiddenFlip();
        try (var workspace = open(damaged);
                var window = RealWindow.of(workspace, USER, Bench.CLOCK)) {
            window.go("settings", "");
            assertTrue(window.press("settings-check"));
            window.await(() -> has(window, "archive.mv.db"));
            assertTrue(has(window, "上面这些已修复，档案库现在完好。"));
            assertEquals(List.of(), workspace.check());
            assertEquals(List.of(), window.dialogs.failures);
        }
    }

    @Test
    void aCancelledCheckChangesNothing() throws IOException {
        try (var workspace = open(folder);
                var window = RealWindow.of(workspace, USER, Bench.CLOCK)) {
            window.go("settings", "");
            var before = Files.readAllBytes(folder.resolve("archive.mv.db"));
            assertTrue(window.fire("settings-check"));
            assertTrue(window.fire("waiting-cancel"));
            window.await(() -> has(window, "检查已取消，什么都没有改动。"));
            assertEquals(-1, java.util.Arrays.mismatch(before, Files.readAllBytes(folder.resolve("archive.mv.db"))));
            try (var files = Files.list(folder)) {
                assertFalse(files.anyMatch(
                        file -> String.valueOf(file.getFileName()).contains("next")));
            }
            assertTrue(workspace.archives().find(household).isPresent());
            assertTrue(window.press("settings-check"));
            window.await(() -> has(window, "档案库完好，加密正常。"));
            assertEquals(List.of(), window.dialogs.failures);
        }
    }

    @Test
    void aCountIsShownWhileTheScreenGoesOn() {
        try (var workspace = open(folder);
                var window = RealWindow.of(workspace, USER, Bench.CLOCK)) {
            window.go("settings", "");
            var counts = new HashSet<String>();
            assertTrue(window.fire("settings-check"));
            window.await(() -> {
                window.words().stream().filter(said -> said.startsWith("正在检查：")).forEach(counts::add);
                return has(window, "档案库完好，加密正常。");
            });
            // how many are seen depends on the speed of the machine
            assertTrue(counts.stream().anyMatch(said -> said.matches("正在检查：\\d[\\d,]* / .*")), counts.toString());
        }
    }

    /** A bit of the database that an opening does not see and a check does. */
    private Path withAHiddenFlip() throws IOException {
        var random = new Random(7);
        for (var i = 0; i < 60; i++) {
            var copy = copy(folder);
            var bytes = Files.readAllBytes(copy.resolve("archive.mv.db"));
            var bit = random.nextInt(bytes.length * 8);
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(copy.resolve("archive.mv.db"), bytes);
            var tried = copy(copy);
            try (var workspace = open(tried)) {
                if (workspace.findings().isEmpty()
                        && workspace.mend(Progress.NONE).stream()
                                .anyMatch(it -> it.code().equals("database.differs"))) {
                    return copy;
                }
            }
        }
        throw new AssertionError("no bit is hidden");
    }

    private Path copy(Path from) throws IOException {
        var copy = Files.createTempDirectory(root, "copy");
        try (var files = Files.list(from)) {
            for (var file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    private static boolean has(RealWindow window, String words) {
        return window.words().stream().anyMatch(said -> said.contains(words));
    }

    private Workspace open(Path folder) {
        return Workspace.open(folder, PASSWORD, templates, Bench.CLOCK);
    }
}
