package xindang.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xindang.persistence.keys.Argon2;

/** A bad sector at the beginning of the ledger, and no database: the remainder of the ledger is read. */
class FirstSectorsTest {
    private static final String PASSWORD = "密码";
    private static final int SECTORS = 16;

    @TempDir
    Path root;

    private final Village village = new Village(11);
    private final List<UUID> households = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {512, 4096})
    void eachOfTheFirstSectorsMayBeZero(int sector) throws IOException {
        var folder = fill(240);
        for (var i = 0; i < SECTORS; i++) {
            var copy = copy(folder);
            BadDisk.zeros(copy.resolve("ledger.xdl"), (long) i * sector, sector);
            Files.delete(copy.resolve("archive.mv.db"));
            // a frame has about 300 bytes at least; those at both ends of the sector may be lost too
            assertRead(copy, 2 + sector / 300, "sector " + i);
        }
    }

    /**
     * A few saves are enough for the second copy that another sector has. What was lost at the very end is reported as an
     * unfinished save, so the last sectors are left out.
     */
    @Test
    void aSmallArchiveSurvivesASmallSector() throws IOException {
        var folder = fill(4);
        var sectors = Files.size(folder.resolve("ledger.xdl")) / 512 - 4;
        for (var i = 0; i < sectors; i++) {
            var copy = copy(folder);
            BadDisk.zeros(copy.resolve("ledger.xdl"), i * 512L, 512);
            Files.delete(copy.resolve("archive.mv.db"));
            assertRead(copy, 3, "sector " + i);
        }
    }

    @Test
    void aByteOfTheFoundingMayBeWrong() throws IOException {
        var folder = fill(4);
        for (var at = 0; at < 320; at += 16) {
            var copy = copy(folder);
            var bytes = Files.readAllBytes(copy.resolve("ledger.xdl"));
            bytes[at] ^= (byte) 0xff;
            Files.write(copy.resolve("ledger.xdl"), bytes);
            Files.delete(copy.resolve("archive.mv.db"));
            assertRead(copy, 1, "byte " + at);
        }
    }

    private void assertRead(Path copy, int most, String damage) {
        try (var workspace = open(copy)) {
            var kept = households.stream()
                    .filter(id -> workspace.archives().find(id).isPresent())
                    .count();
            var lost = households.size() - kept;
            assertTrue(lost <= most, damage + ": lost " + lost);
            var named = workspace.findings().stream()
                    .filter(finding -> finding.code().equals("ledger.lost"))
                    .findFirst();
            if (lost > 0) {
                assertEquals(lost, Long.parseLong(named.orElseThrow().args().get(3)), damage);
            }
            workspace.archives().save(village.households(1));
        }
    }

    private Path fill(int count) {
        var folder = root.resolve("whole");
        var setup = new Workspace.Setup(Village.CITY, "周敏", "LL-03", Argon2.Cost.TRIAL);
        try (var workspace = Workspace.create(
                        folder, setup, PASSWORD.toCharArray(), Village.templates(), Clock.systemUTC())
                .workspace()) {
            for (var i = 0; i < count; i++) {
                var drafts = village.households(1);
                workspace.archives().save(drafts);
                drafts.forEach(draft -> households.add(draft.record()));
            }
        }
        return folder;
    }

    private Path copy(Path folder) throws IOException {
        return BadDisk.copy(folder, Files.createTempDirectory(root, "copy"));
    }

    private static Workspace open(Path folder) {
        return Workspace.open(folder, PASSWORD.toCharArray(), Village.templates(), Clock.systemUTC());
    }
}
