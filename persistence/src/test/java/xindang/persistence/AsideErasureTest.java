package xindang.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.archive.Erasing;
import xindang.model.common.Progress;
import xindang.model.exchange.ExchangeStore.Pulled;
import xindang.model.exchange.Verdict;
import xindang.model.wire.ChangeJson;
import xindang.persistence.disk.ArchiveFinding;
import xindang.persistence.keys.Argon2;

/** Files that repairs moved aside contain rows and keys of people who are erased later. */
class AsideErasureTest {
    private static final String PASSWORD = "密码";
    private static final String DATABASE = "archive.mv.db";

    @TempDir
    Path folder;

    private final Village village = new Village(59);
    private final List<UUID> households = new ArrayList<>();

    @BeforeEach
    void fill() {
        var setup = new Workspace.Setup(Village.CITY, "周敏", "LL-03", Argon2.Cost.TRIAL);
        try (var workspace = Workspace.create(
                        folder, setup, PASSWORD.toCharArray(), Village.templates(), Clock.systemUTC())
                .workspace()) {
            var drafts = village.households(12);
            workspace.archives().save(drafts);
            drafts.forEach(draft -> households.add(draft.record()));
        }
    }

    @Test
    void anErasureDeletesThem() throws IOException, SQLException {
        var aside = repaired();
        try (var workspace = open()) {
            put("aside-20260101-000000-000-0-keys.xdk", Files.readAllBytes(folder.resolve("keys.xdk")));
            put("aside-1767225600000-drafts.xdd", new byte[100]);
            assertEquals(3, workspace.archives().movedAside().size());
            assertTrue(workspace.archives().movedAside().contains(aside));
            erase(workspace, 4);
            assertEquals(List.of(), workspace.archives().movedAside());
            assertEquals(List.of(), asides());
            assertEquals(List.of(), workspace.check());
        }
        assertEquals(List.of(), codesOfOpening());
    }

    /** The erasure of another office arrives by an exchange. */
    @Test
    void anErasureOfAnotherOfficeDeletesThem() throws IOException, SQLException {
        repaired();
        try (var workspace = open()) {
            var erasing =
                    new Erasing(village.id(), households.get(3), Village.HOUSEHOLD, "本人要求删除", "周敏", village.now());
            var change = erasing.at(village.id(), "LL-09-aaaa", 1, "");
            workspace
                    .exchange()
                    .settle(
                            List.of(new Pulled(
                                    7, change.atPosition(7), Verdict.APPLIED, ChangeJson.digest(change), true)),
                            "c7",
                            village.now());
            assertTrue(workspace.archives().find(households.get(3)).isEmpty());
            assertEquals(List.of(), asides());
        }
    }

    /** Nobody was erased: what a repair moved aside stays. */
    @Test
    void withoutAnErasureTheyStay() throws IOException, SQLException {
        var aside = repaired();
        try (var workspace = open()) {
            workspace.archives().save(List.of(village.edit(households.get(2), "head.hamlet", "", "杨木屯东头")));
            assertEquals(List.of(aside), asides());
        }
        assertEquals(List.of(), codesOfOpening());
        assertEquals(1, asides().size());
    }

    /** Killed after the keys were erased and before the files were deleted. */
    @Test
    void theNextOpeningDeletesWhatAKilledErasureLeft() throws IOException, SQLException {
        var aside = repaired();
        try (var workspace = open()) {
            var bytes = Files.readAllBytes(folder.resolve(aside));
            erase(workspace, 4);
            put(aside, bytes);
        }
        assertEquals(List.of("aside.erased"), codesOfOpening());
        assertEquals(List.of(), asides());
        assertEquals(List.of(), codesOfOpening());
    }

    /** The database of yesterday is put back: it is moved aside, and contains who was erased since. */
    @Test
    void aDatabaseFromBeforeTheErasureIsNotKept() throws IOException, SQLException {
        var was = folder.resolveSibling("was-" + folder.getFileName());
        Dump.with(folder, PASSWORD, statement -> statement.execute("update subject set hamlet = '三组' where no = 3"));
        Files.copy(folder.resolve(DATABASE), was);
        try (var workspace = open()) {
            erase(workspace, 4);
        }
        Files.copy(was, folder.resolve(DATABASE), StandardCopyOption.REPLACE_EXISTING);
        try (var workspace = open()) {
            var found = codes(workspace.mend(Progress.NONE));
            assertEquals(List.of("database.differs", "aside.erased"), found);
            assertEquals(List.of(), asides());
            assertTrue(workspace.archives().find(households.get(4)).isEmpty());
            assertEquals(List.of(), workspace.check());
        }
    }

    /** As long as the ledger is damaged, they may be needed: a check repairs it first. */
    @Test
    void theyStayUntilTheLedgerIsRepaired() throws IOException, SQLException {
        var aside = repaired();
        try (var workspace = open()) {
            flip("ledger.xdl", Files.size(folder.resolve("ledger.xdl")) / 2);
            erase(workspace, 4);
            assertEquals(List.of(aside), asides());
            assertEquals(List.of(aside), workspace.archives().movedAside());
            var found = codes(workspace.mend(Progress.NONE));
            assertEquals(List.of("ledger.damaged", "aside.erased"), found);
            assertEquals(List.of(), workspace.archives().movedAside());
            assertEquals(0, folder.toFile().list((parent, name) -> name.startsWith("aside-")).length);
            assertEquals(11, count(workspace));
        }
        Files.delete(folder.resolve(DATABASE));
        try (var workspace = open()) {
            assertEquals(11, count(workspace));
        }
    }

    /** The report of a loss names the ledger that was moved aside: it stays until nothing is missing. */
    @Test
    void aLedgerOfWhichSomethingIsMissingStays() throws IOException {
        try (var workspace = open()) {
            for (var i = 0; i < 12; i++) {
                workspace.archives().save(List.of(village.edit(households.get(i), "head.hamlet", "", "杨木屯东头")));
            }
        }
        zero("ledger.xdl", Files.size(folder.resolve("ledger.xdl")) - 2000);
        Files.delete(folder.resolve(DATABASE));
        try (var workspace = open()) {
            var lost = workspace.findings().stream()
                    .filter(finding -> finding.code().equals("ledger.lost"))
                    .findFirst()
                    .orElseThrow();
            var left = households.stream()
                    .filter(id -> workspace.archives().find(id).isPresent())
                    .findFirst()
                    .orElseThrow();
            erase(workspace, households.indexOf(left));
            assertTrue(Files.exists(folder.resolve(lost.args().get(4))));
            assertEquals(List.of(), workspace.archives().movedAside());
        }
    }

    /** A key that the file lacks is still in the database that was moved aside. */
    @Test
    void theyStayWhileAKeyIsMissing() throws IOException, SQLException {
        var aside = repaired();
        try (var workspace = open()) {
            flip("keys.xdk", 64 * 7 + 20);
            erase(workspace, 4);
            assertEquals(List.of(aside), asides());
        }
        assertEquals(List.of("keys.mended", "aside.erased"), codesOfOpening());
        assertEquals(List.of(), asides());
    }

    /** A key file of another archive was put here by mistake: it contains nobody of this one. */
    @Test
    void aKeyFileOfAnotherArchiveStays() throws IOException {
        var other = Files.createDirectory(folder.resolveSibling("other-" + folder.getFileName()));
        var setup = new Workspace.Setup(Village.CITY, "周敏", "LL-04", Argon2.Cost.TRIAL);
        Workspace.create(other, setup, PASSWORD.toCharArray(), Village.templates(), Clock.systemUTC())
                .workspace()
                .close();
        var name = "aside-20260101-000000-000-0-keys.xdk";
        put(name, Files.readAllBytes(other.resolve("keys.xdk")));
        try (var workspace = open()) {
            erase(workspace, 4);
            assertEquals(List.of(), workspace.archives().movedAside());
        }
        assertEquals(List.of(name), asides());
    }

    /** A process was killed while it made the database again, or wrote drafts. */
    @Test
    void copiesOfAnInterruptedWriteAreDeleted() throws IOException {
        for (var name : List.of("archive-next.mv.db", "drafts.xdd.next", "ledger.xdl.next")) {
            put(name, new byte[100]);
        }
        assertEquals(List.of(), codesOfOpening());
        for (var name : List.of("archive-next.mv.db", "drafts.xdd.next", "ledger.xdl.next")) {
            assertFalse(Files.exists(folder.resolve(name)), name);
        }
    }

    /** Damages the database and repairs it; returns the new name of the damaged file. */
    private String repaired() throws IOException, SQLException {
        Dump.with(folder, PASSWORD, statement -> statement.execute("update subject set hamlet = '三组' where no = 3"));
        try (var again = open()) {
            assertEquals(List.of("database.differs"), codes(again.mend(Progress.NONE)));
        }
        assertEquals(1, asides().size());
        return asides().get(0);
    }

    private void put(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    private void flip(String name, long at) throws IOException {
        try (var file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
            file.seek(at);
            var was = file.read();
            file.seek(at);
            file.write(was ^ 4);
        }
    }

    private void zero(String name, long at) throws IOException {
        try (var file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
            file.seek(at);
            file.write(new byte[300]);
        }
    }

    private void erase(Workspace workspace, int household) {
        workspace
                .archives()
                .erase(new Erasing(
                        village.id(), households.get(household), Village.HOUSEHOLD, "本人要求删除", "周敏", village.now()));
    }

    private static long count(Workspace workspace) {
        return workspace.archives().counts("household", Village.CITY).stream()
                .mapToLong(count -> count.records())
                .sum();
    }

    private List<String> asides() {
        var names = folder.toFile().list((parent, name) -> name.startsWith("aside-") && !name.endsWith("ledger.xdl"));
        return Arrays.stream(names == null ? new String[0] : names).sorted().toList();
    }

    private List<String> codesOfOpening() {
        try (var workspace = open()) {
            return codes(workspace.findings());
        }
    }

    private static List<String> codes(List<ArchiveFinding> findings) {
        return findings.stream().map(ArchiveFinding::code).toList();
    }

    private Workspace open() {
        return Workspace.open(folder, PASSWORD.toCharArray(), Village.templates(), Clock.systemUTC());
    }
}
