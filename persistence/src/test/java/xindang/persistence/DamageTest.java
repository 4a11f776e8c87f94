package xindang.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.archive.RecordFilter;
import xindang.model.common.Progress;
import xindang.persistence.keys.Argon2;

/**
 * One bit of one file is another, at random places, and the other file is lost after it or not. What a list, a search and the
 * records say is compared with what they said before. {@code -Ddamage.flips=1290} for long.
 */
@Timeout(value = 4, unit = TimeUnit.HOURS)
class DamageTest {
    private static final String PASSWORD = "密码";
    private static final int FLIPS = Integer.getInteger("damage.flips", 6);
    private static final long SEED = Long.getLong("damage.seed", 20261130L);

    @TempDir
    Path root;

    private Path folder = Path.of("");
    private final Village village = new Village(11);
    private final List<UUID> households = new ArrayList<>();
    private List<String> before = List.of();

    @BeforeEach
    void fill() {
        folder = root.resolve("whole");
        var setup = new Workspace.Setup(Village.CITY, "周敏", "LL-03", Argon2.Cost.TRIAL);
        try (var workspace = Workspace.create(
                        folder, setup, PASSWORD.toCharArray(), Village.templates(), Clock.systemUTC())
                .workspace()) {
            for (var i = 0; i < 30; i++) {
                save(workspace, 1);
            }
            save(workspace, 300);
            for (var id : households.subList(0, 20)) {
                workspace.archives().save(List.of(village.edit(id, "head.hamlet", "", "三组")));
                workspace.archives().save(List.of(village.rating(id, "AA", "90.00")));
            }
            before = said(workspace);
        }
    }

    /** After a repair an archive says what it said, and a check finds nothing. */
    private void assertWell(Path copy, String seed) {
        try (var workspace = repair(copy)) {
            assertEquals(before, said(workspace), seed);
            assertEquals(List.of(), workspace.check(), seed);
        }
    }

    @Test
    void aFlippedBitOfTheDatabaseRefusesNothing() throws IOException {
        var random = new Random(SEED);
        for (var round = 0; round < FLIPS; round++) {
            var copy = copy();
            var seed = flip(copy.resolve("archive.mv.db"), random, round);
            try (var workspace = open(copy)) {
                assertEquals(before.size(), said(workspace).size(), seed);
            }
            assertWell(copy, seed);
        }
    }

    /** A power cut that leaves some of the pages that were not forced to the disk. */
    @Test
    void aDatabaseWithPagesOfTwoTimesRefusesNothing() throws IOException {
        var old = Files.readAllBytes(folder.resolve("archive.mv.db"));
        try (var workspace = open(folder)) {
            save(workspace, 40);
            before = said(workspace);
        }
        var random = new Random(SEED + 5);
        for (var round = 0; round < FLIPS; round++) {
            var copy = copy();
            var mixed = Files.readAllBytes(copy.resolve("archive.mv.db"));
            for (var page = 0; (page + 1) * 4096 <= Math.min(old.length, mixed.length); page++) {
                if (random.nextInt(3) == 0) {
                    System.arraycopy(old, page * 4096, mixed, page * 4096, 4096);
                }
            }
            Files.write(copy.resolve("archive.mv.db"), mixed);
            var seed = "seed " + SEED + " round " + round;
            try (var workspace = open(copy)) {
                assertEquals(before.size(), said(workspace).size(), seed);
            }
            assertWell(copy, seed);
        }
    }

    @Test
    void aFlippedBitOfTheLedgerIsMendedAlsoWithoutTheDatabase() throws IOException {
        var random = new Random(SEED + 1);
        for (var round = 0; round < FLIPS; round++) {
            var copy = copy();
            var seed = flip(copy.resolve("ledger.xdl"), random, round);
            if (round % 2 == 0) {
                Files.delete(copy.resolve("archive.mv.db"));
            }
            try (var workspace = round % 3 == 0 ? repair(copy) : open(copy)) {
                assertEquals(before, said(workspace), seed);
            }
            assertWell(copy, seed);
        }
    }

    @Test
    void aFlippedBitOfTheKeysIsMendedAlsoWithoutTheDatabase() throws IOException {
        var random = new Random(SEED + 2);
        for (var round = 0; round < FLIPS; round++) {
            var copy = copy();
            var seed = flip(copy.resolve("keys.xdk"), random, round);
            if (round % 2 == 0) {
                Files.delete(copy.resolve("archive.mv.db"));
            }
            try (var workspace = open(copy)) {
                assertEquals(before, said(workspace), seed);
                assertEquals(List.of(), workspace.check(), seed);
            }
        }
    }

    /** What the window does, while the archive is open. */
    @Test
    void anOpenArchiveIsMendedAndUsedOn() throws IOException {
        var random = new Random(SEED + 6);
        for (var name : List.of("ledger.xdl", "keys.xdk", "archive.mv.db", "ledger.xdl")) {
            var copy = copy();
            try (var workspace = open(copy)) {
                assertEquals(List.of(), workspace.mend(Progress.NONE));
                if (!name.endsWith("db")) {
                    flip(copy.resolve(name), random, 0);
                    BadDisk.zeros(copy.resolve(name), Files.size(copy.resolve(name)) / 3, 100);
                    assertFalse(workspace.mend(Progress.NONE).isEmpty(), name);
                }
                assertEquals(before, said(workspace), name);
                assertEquals(List.of(), workspace.mend(Progress.NONE), name);
                workspace.archives().save(village.households(1));
            }
            Files.delete(copy.resolve("archive.mv.db"));
            try (var workspace = open(copy)) {
                assertEquals(List.of(), workspace.check(), name);
            }
        }
    }

    /** A sector of zeros and no database: what else the ledger has is there, and what is lost is named from then on. */
    @Test
    void whatIsLostOfTheLedgerIsNamedAndTheRemainderIsRead() throws IOException {
        var random = new Random(SEED + 3);
        for (var round = 0; round < FLIPS; round++) {
            var copy = copy();
            var file = copy.resolve("ledger.xdl");
            var at = random.nextInt((int) (Files.size(file) - 600) / 512) * 512L;
            BadDisk.zeros(file, at, 512);
            Files.delete(copy.resolve("archive.mv.db"));
            var seed = "seed " + SEED + " round " + round + " zeros at " + at;
            try (var workspace = open(copy)) {
                var kept = households.stream()
                        .filter(id -> workspace.archives().find(id).isPresent())
                        .count();
                var lost = workspace.findings().stream()
                        .filter(finding -> finding.code().equals("ledger.lost"))
                        .findFirst();
                assertTrue(kept >= households.size() - 80, seed + ": " + kept);
                if (kept < households.size()) {
                    assertTrue(lost.isPresent(), seed);
                    assertEquals(
                            households.size() - kept,
                            Long.parseLong(lost.get().args().get(3)),
                            seed);
                    assertFalse(workspace.check().isEmpty(), seed);
                }
                workspace.archives().save(village.households(1));
            }
        }
    }

    @Test
    void whatIsZeroInTheLedgerComesFromTheDatabase() throws IOException {
        var random = new Random(SEED + 4);
        for (var round = 0; round < FLIPS; round++) {
            var copy = copy();
            var file = copy.resolve("ledger.xdl");
            var at = random.nextInt((int) (Files.size(file) - 600) / 512) * 512L;
            BadDisk.zeros(file, at, 512);
            var seed = "seed " + SEED + " round " + round + " zeros at " + at;
            repair(copy).close();
            Files.delete(copy.resolve("archive.mv.db"));
            try (var workspace = open(copy)) {
                assertEquals(before, said(workspace), seed);
                assertEquals(List.of(), workspace.check(), seed);
            }
        }
    }

    private void save(Workspace workspace, int count) {
        var drafts = village.households(count);
        workspace.archives().save(drafts);
        drafts.forEach(draft -> households.add(draft.record()));
    }

    /** What a list, a search and all records with their histories say. */
    private List<String> said(Workspace workspace) {
        var said = new ArrayList<String>();
        var archives = workspace.archives();
        for (var text : new String[] {"", "王", "wang", "lm", "1", "三组"}) {
            var filter = RecordFilter.all("household").matching(text);
            archives.list(filter, RecordFilter.Window.first(500)).items().forEach(item -> said.add(text + "|" + item));
        }
        archives.counts("household", "").forEach(count -> said.add(count.toString()));
        for (var id : households) {
            said.add(String.valueOf(archives.find(id)));
            said.add(archives.history(id).toString());
            said.add(archives.about(id, "rating", 5).toString());
        }
        return said;
    }

    private static String flip(Path file, Random random, int round) throws IOException {
        return "seed " + SEED + " round " + round + " bit " + BadDisk.flip(file, random);
    }

    private Path copy() throws IOException {
        return BadDisk.copy(folder, Files.createTempDirectory(root, "copy"));
    }

    private static Workspace open(Path folder) {
        return Workspace.open(folder, PASSWORD.toCharArray(), Village.templates(), Clock.systemUTC());
    }

    private static Workspace repair(Path folder) {
        return Workspace.repair(folder, PASSWORD.toCharArray(), Village.templates(), Clock.systemUTC());
    }
}
