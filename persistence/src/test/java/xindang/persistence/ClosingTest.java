package xindang.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.archive.ArchiveStore;
import xindang.model.archive.RecordFilter;
import xindang.model.common.AppException;
import xindang.persistence.keys.Argon2;

/** An archive that is closed while pages still read it. */
class ClosingTest {
    private static final String PASSWORD = "密码";
    private static final int ROUNDS = 12;

    @TempDir
    Path root;

    private final Village village = new Village(7);

    /** A read that fails because the archive is closed says nothing about its file: nothing is made again or put aside. */
    @Test
    void whatStillReadsWhenItIsClosedDamagesNothing() throws Exception {
        var folder = root.resolve("archive");
        var setup = new Workspace.Setup(Village.CITY, "周敏", "LL-03", Argon2.Cost.TRIAL);
        try (var workspace = Workspace.create(
                        folder, setup, PASSWORD.toCharArray(), Village.templates(), Clock.systemUTC())
                .workspace()) {
            workspace.archives().save(village.households(200));
        }
        var files = names(folder);
        for (var round = 0; round < ROUNDS; round++) {
            var workspace = Workspace.open(folder, PASSWORD.toCharArray(), Village.templates(), Clock.systemUTC());
            assertEquals(List.of(), workspace.findings(), "round " + round);
            var readers = readers(workspace.archives());
            workspace.close();
            for (var reader : readers) {
                reader.join();
            }
            assertEquals(files, names(folder), "round " + round);
        }
    }

    /** Readers that are at it, each until its first failure. */
    private static List<Thread> readers(ArchiveStore archives) throws InterruptedException {
        var reading = new CountDownLatch(3);
        var readers = new ArrayList<Thread>();
        for (var i = 0; i < 3; i++) {
            var reader = new Thread(() -> readUntilItFails(archives, reading));
            reader.start();
            readers.add(reader);
        }
        reading.await();
        return readers;
    }

    private static void readUntilItFails(ArchiveStore archives, CountDownLatch reading) {
        var open = true;
        while (open) {
            try {
                archives.list(RecordFilter.all(Village.HOUSEHOLD.id()), RecordFilter.Window.first(50));
                reading.countDown();
            } catch (AppException e) {
                open = false;
            }
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
