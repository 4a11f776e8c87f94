package xindang.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xindang.model.testing.ExchangeStoreContract.pulled;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.archive.Author;
import xindang.model.archive.Body;
import xindang.model.archive.Change;
import xindang.model.archive.FieldChange;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.exchange.ExchangeStore.Pulled;
import xindang.model.exchange.Verdict;
import xindang.persistence.disk.ArchiveFinding;
import xindang.persistence.keys.Argon2;

/** An archive with every kind of entry is damaged in every way; what was confirmed is there again. */
class MendingTest {
    private static final String PASSWORD = "密码";

    @TempDir
    Path folder;

    private final Village village = new Village(7);
    private List<String> before = List.of();
    private UUID household = new UUID(0, 0);

    @BeforeEach
    void fill() throws IOException, SQLException {
        var setup = new Workspace.Setup(Village.CITY, "周敏", "LL-03", Argon2.Cost.TRIAL);
        try (var workspace = Workspace.create(
                        folder, setup, PASSWORD.toCharArray(), Village.templates(), Clock.systemUTC())
                .workspace()) {
            var drafts = village.households(30);
            household = drafts.get(0).record();
            workspace.archives().save(drafts);
            var name = drafts.get(0).fields().get(0).after().orElseThrow();
            workspace.archives().save(List.of(village.edit(household, "head.name", name, "曾晓明")));
            workspace.archives().save(List.of(village.rating(household, "AA", "90.00")));
            exchange(workspace, name);
            workspace.archives().save(List.of(village.edit(household, "head.hamlet", "", "三组")));
        }
        before = Dump.of(folder, PASSWORD);
        assertTrue(before.stream().anyMatch(line -> line.startsWith("conflict|")));
    }

    private void exchange(Workspace workspace, String name) {
        var exchange = workspace.exchange();
        exchange.setting("platform", "https://127.0.0.1");
        var batch = exchange.seal(20).orElseThrow();
        exchange.receipted(batch.key(), "signed");
        var page = new ArrayList<Pulled>();
        page.add(pulled(1, other(household, 1, "head.name", Optional.of(name), "曾小明"), Verdict.APPLIED));
        var position = 2L;
        for (var change : batch.changes()) {
            page.add(pulled(position++, change, Verdict.APPLIED));
        }
        page.add(pulled(position, other(village.id(), 2, "head.name", Optional.empty(), "查丽"), Verdict.APPLIED));
        exchange.settle(page, "c-" + position, village.now());
    }

    private Change other(UUID record, long sequence, String path, Optional<String> from, String to) {
        return new Change(
                Change.FORMAT,
                village.id(),
                record,
                Village.HOUSEHOLD,
                new Body.Fields(List.of(new FieldChange(path, from, Optional.of(to))), List.of()),
                Author.of(new UUID(5, 1), "王海燕"),
                village.now(),
                "screen",
                "LL-09-aaaa",
                sequence,
                Change.GENESIS,
                Optional.empty());
    }

    @Test
    void aDatabaseRebuiltFromTheLedgerAloneIsEqualRowByRow() throws IOException, SQLException {
        Files.delete(database());
        assertEquals(List.of("database.missing"), codes(open()));
        assertEquals(before, Dump.of(folder, PASSWORD));
        assertEquals(List.of(), codes(open()));
    }

    @Test
    void aTruncatedDatabaseIsRebuilt() throws IOException, SQLException {
        cut(database(), Files.size(database()) / 3);
        assertEquals(List.of("database.damaged"), codes(open()));
        assertEquals(before, Dump.of(folder, PASSWORD));
    }

    @Test
    void flippedBitsInTheDatabaseLoseNothing() throws IOException, SQLException {
        var random = new Random(11);
        var whole = Files.readAllBytes(database());
        for (var round = 0; round < 12; round++) {
            var damaged = whole.clone();
            for (var i = 0; i < 40; i++) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(database(), damaged);
            Workspace.repair(folder, PASSWORD.toCharArray(), Village.templates(), Clock.systemUTC())
                    .close();
            assertEquals(before, Dump.of(folder, PASSWORD));
        }
    }

    @Test
    void anOlderDatabaseCatchesUp() throws IOException, SQLException {
        var old = folder.resolveSibling("old");
        Files.copy(database(), old, StandardCopyOption.REPLACE_EXISTING);
        try (var workspace = open()) {
            workspace.archives().save(village.households(3));
            workspace.archives().save(List.of(village.edit(household, "head.hamlet", "三组", "四组")));
        }
        var now = Dump.of(folder, PASSWORD);
        Files.copy(old, database(), StandardCopyOption.REPLACE_EXISTING);
        assertEquals(List.of("database.behind"), codes(open()));
        assertEquals(now, Dump.of(folder, PASSWORD));
    }

    @Test
    void aTornTailIsPutAsideAndSavingGoesOn() throws IOException, SQLException {
        try (var file = new RandomAccessFile(ledger().toFile(), "rw")) {
            file.seek(file.length());
            file.write(new byte[300]);
        }
        try (var workspace = open()) {
            assertEquals(List.of("ledger.tail"), codes(workspace.findings()));
            var aside = workspace.findings().get(0).args().get(1);
            assertEquals(300, Files.size(folder.resolve(aside)));
            workspace.archives().save(village.households(1));
        }
        assertEquals(List.of(), codes(open()));
    }

    @Test
    void aShortLedgerIsWrittenAgainFromTheDatabase() throws IOException, SQLException {
        cut(ledger(), Files.size(ledger()) - 400);
        assertEquals(List.of("ledger.damaged"), codes(open()));
        Files.delete(database());
        assertEquals(List.of("database.missing"), codes(open()));
        assertEquals(before, Dump.of(folder, PASSWORD));
    }

    @Test
    void aMissingLedgerIsWrittenAgainFromTheDatabase() throws IOException, SQLException {
        Files.delete(ledger());
        assertEquals(List.of("ledger.missing"), codes(open()));
        Files.delete(database());
        assertEquals(List.of("database.missing"), codes(open()));
        assertEquals(before, Dump.of(folder, PASSWORD));
    }

    @Test
    void aFlippedBitInTheLedgerIsFoundAndMended() throws IOException, SQLException {
        var bytes = Files.readAllBytes(ledger());
        bytes[bytes.length / 2] ^= 4;
        Files.write(ledger(), bytes);
        try (var workspace = open()) {
            assertEquals(List.of("ledger.damaged"), codes(workspace.check()));
        }
        assertEquals(List.of("ledger.damaged"), codes(repair()));
        Files.delete(database());
        assertEquals(List.of("database.missing"), codes(open()));
        assertEquals(before, Dump.of(folder, PASSWORD));
    }

    @Test
    void missingKeysAreWrittenAgainFromTheDatabase() throws IOException, SQLException {
        Files.delete(folder.resolve("keys.xdk"));
        assertEquals(List.of("keys.missing"), codes(open()));
        Files.delete(database());
        assertEquals(List.of("database.missing"), codes(open()));
        assertEquals(before, Dump.of(folder, PASSWORD));
    }

    @Test
    void aDamagedKeyIsFoundAndMended() throws IOException, SQLException {
        var file = folder.resolve("keys.xdk");
        var bytes = Files.readAllBytes(file);
        bytes[64 * 5 + 20] ^= 1;
        Files.write(file, bytes);
        assertEquals(List.of("keys.mended"), codes(open()));
        try (var workspace = open()) {
            assertEquals(List.of(), workspace.check());
        }
    }

    @Test
    @Timeout(60)
    void aChainOfChangesThatTurnsBackIsDamageAndHasAnEnd() throws IOException, SQLException {
        Dump.with(
                folder,
                PASSWORD,
                statement -> assertTrue(statement.executeUpdate("update entry set before = no where before > 0") > 0));

        try (var workspace = open()) {
            assertEquals(4, workspace.archives().history(household).size());
            assertEquals(List.of("database.damaged"), codes(workspace.findings()));
        }
        assertEquals(before, Dump.of(folder, PASSWORD));
    }

    @Test
    void withoutDatabaseAndLedgerTheArchiveSaysThatItIsDamaged() throws IOException {
        Files.delete(database());
        Files.delete(ledger());
        assertEquals(
                ErrorCode.FILE_DAMAGED,
                assertThrows(AppException.class, this::open).code());
    }

    private Workspace open() {
        return Workspace.open(folder, PASSWORD.toCharArray(), Village.templates(), Clock.systemUTC());
    }

    private Workspace repair() {
        return Workspace.repair(folder, PASSWORD.toCharArray(), Village.templates(), Clock.systemUTC());
    }

    private static List<String> codes(Workspace workspace) {
        try (workspace) {
            return codes(workspace.findings());
        }
    }

    private static List<String> codes(List<ArchiveFinding> findings) {
        return findings.stream().map(ArchiveFinding::code).toList();
    }

    private static void cut(Path file, long size) throws IOException {
        try (var open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(size);
        }
    }

    private Path database() {
        return folder.resolve("archive.mv.db");
    }

    private Path ledger() {
        return folder.resolve("ledger.xdl");
    }
}
