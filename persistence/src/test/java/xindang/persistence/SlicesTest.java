package xindang.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.archive.Draft;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.persistence.disk.ArchiveFinding;
import xindang.persistence.keys.Argon2;

/** A large save, parts of which reach the database before it is done, is done whole or not at all. */
class SlicesTest {
    private static final String PASSWORD = "密码";
    private static final int MANY = 3_200;

    @TempDir
    Path folder;

    private final Village village = new Village(3);

    @Test
    void aLargeSaveThatFailsLeavesNothing() throws IOException, SQLException {
        var archive = folder.resolve("a");
        List<Draft> first;
        try (var workspace = create(archive)) {
            first = village.households(5);
            workspace.archives().save(first);
        }
        var before = Dump.of(archive, PASSWORD);
        try (var workspace = open(archive)) {
            assertCancelled(workspace, cancelled(ratedAndMade(first)));
        }
        assertEquals(before, Dump.of(archive, PASSWORD));
        try (var workspace = open(archive)) {
            assertCancelled(workspace, cancelled(village.households(MANY)));
            workspace.archives().save(village.households(MANY).iterator(), MANY);
        }
        var after = Dump.of(archive, PASSWORD);
        assertEquals(
                MANY + 5,
                after.stream().filter(line -> line.startsWith("record|")).count());
        Files.delete(archive.resolve("archive.mv.db"));
        open(archive).close();
        assertEquals(after, Dump.of(archive, PASSWORD));
    }

    /** The first words, the first of their kind and ratings among them; a household of before is rated near the end. */
    private List<Draft> ratedAndMade(List<Draft> before) {
        var drafts = new ArrayList<>(village.households(MANY - 800));
        drafts.add(village.rating(drafts.get(0).record(), "AA", "90.00"));
        drafts.add(village.rating(before.get(0).record(), "A", "80.00"));
        drafts.addAll(village.households(800));
        return drafts;
    }

    @Test
    void aLargeSaveCutShortByDeathLeavesNothing() throws IOException, SQLException {
        var archive = folder.resolve("b");
        var dead = folder.resolve("dead");
        try (var workspace = create(archive)) {
            workspace.archives().save(village.households(5));
        }
        var before = Dump.of(archive, PASSWORD);
        try (var workspace = open(archive)) {
            var drafts = village.households(MANY);
            workspace.archives().save(new Watched(drafts, () -> copy(archive, dead)), MANY);
        }
        try (var workspace = open(dead)) {
            assertEquals(
                    List.of("ledger.tail"),
                    workspace.findings().stream().map(ArchiveFinding::code).toList());
        }
        assertEquals(before, Dump.of(dead, PASSWORD));
        assertFalse(before.equals(Dump.of(archive, PASSWORD)));
    }

    private static void assertCancelled(Workspace workspace, Iterator<Draft> drafts) {
        var failure =
                assertThrows(AppException.class, () -> workspace.archives().save(drafts, MANY));
        assertEquals(ErrorCode.CANCELLED, failure.code());
    }

    private static Iterator<Draft> cancelled(List<Draft> drafts) {
        return new Watched(drafts, () -> {
            throw new AppException(ErrorCode.CANCELLED, "by the test");
        });
    }

    /** Drafts before the last of which something happens. */
    private static final class Watched implements Iterator<Draft> {
        private final Iterator<Draft> drafts;
        private final Runnable happening;
        private int left;

        Watched(List<Draft> drafts, Runnable happening) {
            this.drafts = drafts.iterator();
            this.happening = happening;
            left = drafts.size();
        }

        @Override
        public boolean hasNext() {
            return drafts.hasNext();
        }

        @Override
        public Draft next() {
            if (--left == 0) {
                happening.run();
            }
            return drafts.next();
        }
    }

    private static void copy(Path from, Path to) {
        try (var files = Files.list(from)) {
            Files.createDirectory(to);
            for (var file : files.toList()) {
                if (!file.endsWith("lock")) {
                    Files.copy(file, to.resolve(file.getFileName()));
                }
            }
        } catch (IOException e) {
            throw new AppException(ErrorCode.UNREADABLE, "copy", e);
        }
    }

    private static Workspace create(Path archive) {
        var setup = new Workspace.Setup(Village.CITY, "周敏", "LL-03", Argon2.Cost.TRIAL);
        return Workspace.create(archive, setup, PASSWORD.toCharArray(), Village.templates(), Clock.systemUTC())
                .workspace();
    }

    private static Workspace open(Path archive) {
        return Workspace.open(archive, PASSWORD.toCharArray(), Village.templates(), Clock.systemUTC());
    }
}
