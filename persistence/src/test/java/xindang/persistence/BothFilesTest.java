package xindang.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.archive.FieldChange;
import xindang.model.common.AppException;
import xindang.model.common.Progress;
import xindang.persistence.disk.ArchiveFinding;
import xindang.persistence.keys.Argon2;
import xindang.persistence.opening.OpenArchive;

/** The database is damaged, and the file that would mend it as well. What can be read of both is kept, and what is lost is named. */
@Timeout(value = 4, unit = TimeUnit.HOURS)
class BothFilesTest {
    private static final String PASSWORD = "密码";
    private static final int FLIPS = Integer.getInteger("damage.flips", 6);
    private static final long SEED = Long.getLong("damage.seed", 20261130L);

    @TempDir
    Path root;

    private Path folder = Path.of("");
    private final Village village = new Village(11);
    private final List<UUID> households = new ArrayList<>();

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
        }
    }

    private void save(Workspace workspace, int count) {
        var drafts = village.households(count);
        workspace.archives().save(drafts);
        drafts.forEach(draft -> households.add(draft.record()));
    }

    /** One bit of the database, and then the ledger is lost: a page costs the entries in it. */
    @Test
    void aLostLedgerIsWrittenFromADamagedDatabase() throws IOException {
        afterAFlip("ledger.xdl", 140);
    }

    /** One bit of the database, and then the keys are lost. */
    @Test
    void lostKeysAreWrittenFromADamagedDatabase() throws IOException {
        afterAFlip("keys.xdk", 140);
    }

    /** One bit of the database, and then the ledger of before the last 300 is put back. */
    @Test
    void anOldLedgerIsWrittenOnFromADamagedDatabase() throws IOException {
        var old = root.resolve("old");
        Files.copy(folder.resolve("ledger.xdl"), old);
        try (var workspace = open(folder)) {
            save(workspace, 300);
        }
        var random = new Random(SEED + 9);
        for (var round = 0; round < FLIPS; round++) {
            var copy = copy();
            var seed = flip(copy.resolve("archive.mv.db"), random, round);
            Files.copy(old, copy.resolve("ledger.xdl"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            assertKeptOrNamed(copy, 140, seed);
        }
    }

    private void afterAFlip(String lost, int atMost) throws IOException {
        var random = new Random(SEED + lost.length());
        for (var round = 0; round < FLIPS; round++) {
            var copy = copy();
            var seed = flip(copy.resolve("archive.mv.db"), random, round);
            Files.delete(copy.resolve(lost));
            assertKeptOrNamed(copy, atMost, seed);
        }
    }

    /** A database that cannot be opened at all has nothing to give: then the files are as they were. */
    private void assertKeptOrNamed(Path copy, int atMost, String seed) throws IOException {
        var files = names(copy);
        Optional<Workspace> opened;
        try {
            opened = Optional.of(open(copy));
        } catch (AppException e) {
            files.add("lock");
            assertEquals(
                    files.stream().sorted().distinct().toList(),
                    names(copy).stream().sorted().toList(),
                    seed);
            return;
        }
        try (var workspace = opened.get()) {
            var kept = households.stream()
                    .filter(id -> workspace.archives().find(id).isPresent())
                    .count();
            assertTrue(kept >= households.size() - atMost, seed + ": " + kept);
            if (kept < households.size()) {
                assertFalse(
                        workspace.findings().stream().noneMatch(it -> it.severity() == ArchiveFinding.Severity.DAMAGED),
                        seed);
                assertFalse(workspace.check().isEmpty(), seed);
            }
            save(workspace, 1);
            households.remove(households.size() - 1);
        }
        try (var workspace = repair(copy)) {
            workspace.archives().save(village.households(1));
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return new ArrayList<>(
                    files.map(file -> String.valueOf(file.getFileName())).toList());
        }
    }

    /** A bit of the ledger, and the database fails while the archive is open: no file has to be deleted by hand. */
    @Test
    void anOpenArchiveIsMendedThoughItsLedgerIsDamagedAsWell() throws IOException {
        var copy = copy();
        flip(copy.resolve("ledger.xdl"), new Random(3), 0);
        BadDisk.zeros(copy.resolve("ledger.xdl"), 9_000, 600);
        BadDisk.zeros(copy.resolve("archive.mv.db"), Files.size(copy.resolve("archive.mv.db")) / 2, 4096);
        try (var workspace = open(copy)) {
            for (var id : households) {
                assertTrue(
                        workspace.archives().find(id).isPresent()
                                || workspace.findings().stream()
                                        .anyMatch(it -> it.code().startsWith("ledger.lost")),
                        id.toString());
            }
        }
    }

    /** What a save needs of the one before it is said twice: the second time is no sign that nothing stood between. */
    @Test
    void aGapBeforeRepeatedWordsIsFilledWhole() throws IOException {
        var copy = copy();
        var marks = new ArrayList<Long>();
        try (var workspace = open(copy)) {
            for (var i = 0; i < 6; i++) {
                marks.add(Files.size(copy.resolve("ledger.xdl")));
                var id = village.id();
                var said = List.of(FieldChange.set("head.name", "王" + i), FieldChange.set("land.new" + i, "1"));
                workspace.archives().save(List.of(village.draft(id, Village.HOUSEHOLD, Village.SHUANGQIAO, said)));
                households.add(id);
            }
        }
        for (var i = 0; i < 5; i++) {
            var again = Files.createTempDirectory(root, "gap");
            BadDisk.copy(copy, again);
            BadDisk.zeros(again.resolve("ledger.xdl"), marks.get(i), (int) (marks.get(i + 1) - marks.get(i)));
            repair(again).close();
            Files.delete(again.resolve("archive.mv.db"));
            try (var workspace = open(again)) {
                for (var id : households) {
                    assertTrue(workspace.archives().find(id).isPresent(), "save " + i);
                }
            }
        }
    }

    /** A sector that the disk cannot read any more is as one that is wrong: with the database nothing is lost. */
    @Test
    void aSectorThatCannotBeReadIsMended() throws IOException {
        for (var name : List.of("ledger.xdl", "keys.xdk")) {
            var copy = copy();
            var disk = new BadSector(name, Files.size(copy.resolve(name)) / 2);
            try (var workspace = Workspace.open(
                    disk,
                    copy,
                    Village.templates(),
                    Clock.systemUTC(),
                    envelope -> envelope.open(PASSWORD.toCharArray()),
                    (place, archive, known) -> OpenArchive.repair(place, archive, known, Progress.NONE))) {
                for (var id : households) {
                    assertTrue(workspace.archives().find(id).isPresent(), name);
                }
                assertTrue(
                        workspace.findings().stream().noneMatch(it -> it.severity() == ArchiveFinding.Severity.DAMAGED),
                        name);
            }
        }
    }

    /** The second loss does not hide the first. */
    @Test
    void eachLossIsNamed() throws IOException {
        var copy = copy();
        for (var at : new long[] {30_000, 60_000}) {
            BadDisk.zeros(copy.resolve("ledger.xdl"), at, 600);
            Files.delete(copy.resolve("archive.mv.db"));
            open(copy).close();
        }
        try (var workspace = open(copy)) {
            assertEquals(
                    2,
                    workspace.findings().stream()
                            .filter(it -> it.code().equals("ledger.lost"))
                            .count());
        }
    }

    /** What nothing can be made of keeps its name: the next attempt, or a person, finds it there. */
    @Test
    void nothingIsPutAsideThatNothingReplaces() throws IOException {
        var copy = copy();
        Files.delete(copy.resolve("ledger.xdl"));
        BadDisk.zeros(copy.resolve("archive.mv.db"), 0, (int) Files.size(copy.resolve("archive.mv.db")));
        assertThrows(AppException.class, () -> open(copy));
        assertTrue(Files.exists(copy.resolve("archive.mv.db")));
        assertEquals(
                List.of(),
                names(copy).stream().filter(it -> it.startsWith("aside-")).toList());
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
