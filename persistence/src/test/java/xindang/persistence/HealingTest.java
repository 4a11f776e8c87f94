package xindang.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.archive.Draft;
import xindang.model.archive.Erasing;
import xindang.model.archive.RecordFilter;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Progress;
import xindang.persistence.disk.ArchiveFinding;
import xindang.persistence.keys.Argon2;

/** An open archive whose database is made again: by a fault of the program, beside readers, and by a check that is cancelled. */
class HealingTest {
    private static final String PASSWORD = "密码";

    @TempDir
    Path folder;

    private final Village village = new Village(13);
    private final List<UUID> households = new ArrayList<>();

    @BeforeEach
    void fill() {
        var setup = new Workspace.Setup(Village.CITY, "周敏", "LL-03", Argon2.Cost.TRIAL);
        try (var workspace = Workspace.create(
                        folder, setup, PASSWORD.toCharArray(), Village.templates(), Clock.systemUTC())
                .workspace()) {
            var drafts = village.households(300);
            workspace.archives().save(drafts);
            drafts.forEach(draft -> households.add(draft.record()));
        }
    }

    /** A save that always fails by the program: the second start of it makes no database. */
    @Test
    void aFaultOfTheProgramMakesTheDatabaseAgainAtMostOnce() throws IOException {
        var before = file();
        assertEquals(List.of(), failingSave());
        var once = file();
        assertNotEquals(before, once, "the fault may have been one of the database");
        for (var start = 0; start < 2; start++) {
            assertEquals(List.of(), failingSave());
            assertEquals(once, file(), "start " + start);
        }
        try (var files = Files.list(folder)) {
            assertFalse(
                    files.anyMatch(file -> String.valueOf(file.getFileName()).startsWith("aside-")));
        }
        try (var workspace = open()) {
            assertEquals(List.of(), workspace.mend(Progress.NONE), "a check takes the remembered fault for no damage");
            assertEquals(households.size(), count(workspace));
        }
    }

    private List<ArchiveFinding> failingSave() {
        try (var workspace = open()) {
            var failed =
                    assertThrows(AppException.class, () -> workspace.archives().save(new Failing(), 1));
            assertEquals(ErrorCode.INTERNAL, failed.code());
            assertEquals(households.size(), count(workspace));
            return workspace.findings();
        }
    }

    private static final class Failing implements Iterator<Draft> {
        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public Draft next() {
            throw new IllegalStateException("a fault of the program");
        }
    }

    /** Readers of an archive that is checked see what they always see, and their failures make nothing again. */
    @Test
    @Timeout(120)
    void readersGoOnWhileTheArchiveIsChecked() throws InterruptedException, ExecutionException {
        var ended = new AtomicBoolean();
        var read = new AtomicLong();
        var pool = Executors.newFixedThreadPool(2);
        try (var workspace = open()) {
            Callable<Boolean> reading = () -> {
                for (var i = 0; !ended.get(); i++) {
                    assertEquals(households.size(), count(workspace));
                    var id = households.get(i % households.size());
                    assertFalse(workspace
                            .archives()
                            .find(id)
                            .orElseThrow()
                            .content()
                            .isEmpty());
                    assertEquals(1, workspace.archives().history(id).size());
                    read.incrementAndGet();
                }
                return true;
            };
            var one = pool.submit(reading);
            var other = pool.submit(reading);
            for (var i = 0; i < 4; i++) {
                assertEquals(List.of(), workspace.mend(Progress.NONE));
                workspace.archives().save(List.of(village.rating(households.get(i), "AA", "90.00")));
            }
            ended.set(true);
            assertTrue(one.get() && other.get());
            assertTrue(read.get() > 0);
            assertEquals(List.of(), workspace.findings());
        } finally {
            ended.set(true);
            pool.shutdownNow();
        }
    }

    @Test
    void aCancelledCheckLeavesTheArchiveAsItWas() throws IOException {
        for (var step : List.of("check.database", "check.compare")) {
            var cancelling = new Cancelling(step);
            try (var workspace = open()) {
                assertEquals(
                        ErrorCode.CANCELLED,
                        assertThrows(AppException.class, () -> workspace.mend(cancelling), step)
                                .code());
                assertTrue(cancelling.seen > 0, step);
                assertEquals(households.size(), count(workspace));
                var draft = village.household(Village.MINLE);
                workspace.archives().save(List.of(draft));
                households.add(draft.record());
                assertEquals(List.of(), workspace.check(), step);
            }
            assertEquals(
                    ErrorCode.CANCELLED,
                    assertThrows(
                                    AppException.class,
                                    () -> Workspace.repair(
                                            folder,
                                            PASSWORD.toCharArray(),
                                            Village.templates(),
                                            Clock.systemUTC(),
                                            new Cancelling(step)),
                                    step)
                            .code());
            try (var files = Files.list(folder)) {
                assertEquals(
                        List.of("archive-copy.json", "archive.json", "archive.mv.db", "keys.xdk", "ledger.xdl", "lock"),
                        files.map(file -> String.valueOf(file.getFileName()))
                                .sorted()
                                .toList());
            }
        }
    }

    /** Cancels when a step is reached. */
    private static final class Cancelling implements Progress {
        private final String step;
        private int seen;

        Cancelling(String step) {
            this.step = step;
        }

        @Override
        public void at(String name, long done, long total) {
            seen += name.equals(step) ? 1 : 0;
        }

        @Override
        public boolean cancelled() {
            return seen > 0;
        }
    }

    /** After an erasure every table that lists and searches use is compared, whatever the numbers of its rows are. */
    @Test
    void afterAnErasureEachTableIsCompared() throws IOException, SQLException {
        try (var workspace = open()) {
            workspace.archives().save(List.of(village.rating(households.get(7), "AA", "90.00")));
            workspace
                    .archives()
                    .erase(new Erasing(
                            village.id(), households.get(3), Village.HOUSEHOLD, "本人要求删除", "周敏", village.now()));
        }
        for (var damage : List.of(
                "update subject set hamlet = '三组' where no = 20",
                "update subject set pinyin = 'x' where no = 20",
                "update record set region = region + 1 where no = 20",
                "update about set created = created + 1",
                "update tally set records = records + 1 where records > 0",
                "insert into term (no, due) select max(no), 1 from record")) {
            Dump.with(folder, PASSWORD, statement -> assertTrue(statement.executeUpdate(damage) > 0, damage));
            try (var workspace = open()) {
                assertEquals(
                        List.of("database.differs", "aside.erased"),
                        workspace.mend(Progress.NONE).stream()
                                .map(ArchiveFinding::code)
                                .toList(),
                        damage);
                assertEquals(List.of(), workspace.mend(Progress.NONE), damage);
            }
        }
    }

    private long count(Workspace workspace) {
        return workspace
                .archives()
                .list(RecordFilter.all("household"), RecordFilter.Window.first(1))
                .total();
    }

    private Object file() throws IOException {
        return Files.readAttributes(folder.resolve("archive.mv.db"), BasicFileAttributes.class)
                .fileKey();
    }

    private Workspace open() {
        return Workspace.open(folder, PASSWORD.toCharArray(), Village.templates(), Clock.systemUTC());
    }
}
