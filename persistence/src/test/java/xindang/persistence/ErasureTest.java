package xindang.persistence;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.archive.Erasing;
import xindang.model.archive.FieldChange;
import xindang.model.archive.Remnant;
import xindang.model.archive.Unsaved;
import xindang.model.exchange.ExchangeStore.Pulled;
import xindang.model.exchange.Verdict;
import xindang.model.wire.ChangeJson;
import xindang.model.wire.RedactedJson;
import xindang.persistence.disk.ArchiveFinding;
import xindang.persistence.keys.Argon2;
import xindang.persistence.keys.RecordKeys;

/** A person is erased: what was said of them can be read by nobody, whatever is made anew from whatever. */
class ErasureTest {
    private static final String PASSWORD = "密码";
    private static final int SLOT = 64;

    @TempDir
    Path folder;

    private final Village village = new Village(47);
    private final List<String> secrets = new ArrayList<>();
    private UUID person = new UUID(0, 0);
    private UUID rating = new UUID(0, 0);
    private UUID neighbour = new UUID(0, 0);

    @BeforeEach
    void fill() {
        var setup = new Workspace.Setup(Village.CITY, "周敏", "LL-03", Argon2.Cost.TRIAL);
        try (var workspace = Workspace.create(
                        folder, setup, PASSWORD.toCharArray(), Village.templates(), Clock.systemUTC())
                .workspace()) {
            var drafts = village.households(12);
            workspace.archives().save(drafts);
            workspace.archives().save(List.of(village.rating(drafts.get(7).record(), "B", "60.00")));
            neighbour = drafts.get(7).record();
            person = drafts.get(4).record();
            drafts.get(4).fields().stream()
                    .filter(field -> field.path().startsWith("head."))
                    .forEach(field -> secrets.add(field.after().orElseThrow()));
            var rated = village.rating(person, "AA", "91.25");
            rating = rated.record();
            workspace.archives().save(List.of(rated));
            workspace.archives().save(List.of(village.edit(person, "head.hamlet", "", "杨木屯东头")));
            secrets.add("杨木屯东头");
            workspace.drafts().keep(person.toString(), new Unsaved(Map.of("head.hamlet", "杨木屯西头"), Map.of()));
            secrets.add("杨木屯西头");
        }
    }

    @Test
    void noByteOfThePersonIsReadAfterIt() throws IOException, SQLException {
        var shown = secrets.get(0);
        assertTrue(everything().stream().anyMatch(text -> text.contains(shown)));
        try (var workspace = open()) {
            erase(workspace);
            assertTrue(workspace.archives().find(person).isEmpty());
            assertTrue(workspace.archives().find(rating).isEmpty());
            assertEquals(List.of(), workspace.archives().history(person));
            assertEquals(List.of(), workspace.archives().about(person, "rating", 10));
            assertEquals(List.of(), workspace.check());
        }
        assertNothingIsLeft();
        try (var workspace = open()) {
            assertEquals(List.of(), codes(workspace));
            assertEquals(11, count(workspace));
            assertEquals(List.of(), workspace.check());
        }
    }

    @Test
    void theErasureSaysWhatRemainsOfWhatWasAbout() {
        try (var workspace = open()) {
            erase(workspace);
        }
        try (var workspace = open()) {
            var erased = workspace.archives().erased(person).orElseThrow();
            assertEquals(erased, workspace.archives().erased(rating).orElseThrow());
            assertEquals(List.of(erased), workspace.archives().erasures());
            assertEquals("erase", erased.change().origin());
            var remnant = erased.remnants().get(0);
            assertEquals(new Remnant(rating, "rating", "", remnant.at(), "", ""), remnant);
            assertTrue(workspace.archives().erased(neighbour).isEmpty());
        }
    }

    @Test
    void aDatabaseMadeFromTheLedgerIsEqualAndALedgerMadeFromTheDatabaseToo() throws IOException, SQLException {
        try (var workspace = open()) {
            erase(workspace);
            workspace.archives().save(List.of(village.named("查丽")));
        }
        var before = Dump.of(folder, PASSWORD);
        Files.delete(folder.resolve("archive.mv.db"));
        assertEquals(List.of("database.missing"), codesOfOpening());
        assertEquals(before, Dump.of(folder, PASSWORD));
        Files.delete(folder.resolve("ledger.xdl"));
        assertEquals(List.of("ledger.missing"), codesOfOpening());
        assertEquals(before, Dump.of(folder, PASSWORD));
        Files.delete(folder.resolve(RecordKeys.NAME));
        assertTrue(codesOfOpening().contains("keys.missing"));
        assertNothingIsLeft();
        Files.delete(folder.resolve("archive.mv.db"));
        assertEquals(List.of("database.missing"), codesOfOpening());
        assertEquals(before, Dump.of(folder, PASSWORD));
    }

    /** The platform was set back, and a change was handed over that comes before others of its record. */
    @Test
    void aDatabaseMadeFromTheLedgerHasWhatCameLateOfThePerson() {
        try (var workspace = open()) {
            var late = village.elsewhere(person, 2, FieldChange.set("file.note", "晚到的改动"));
            workspace
                    .exchange()
                    .settle(
                            List.of(new Pulled(7, late.atPosition(7), Verdict.APPLIED, ChangeJson.digest(late), true)),
                            "c7",
                            village.now());
            erase(workspace);
            assertEquals(List.of(), workspace.check());
        }
        assertDoesNotThrow(() -> Files.delete(folder.resolve("archive.mv.db")));
        assertEquals(List.of("database.missing"), codesOfOpening());
        try (var workspace = open()) {
            assertEquals(List.of(), workspace.check());
        }
    }

    /** Killed behind the entry: the database does not have it, the keys are still there. */
    @Test
    void anErasureInTheLedgerAloneIsCompletedByTheOpening() throws IOException, SQLException {
        var was = copy();
        try (var workspace = open()) {
            erase(workspace);
        }
        for (var name : List.of("archive.mv.db", RecordKeys.NAME)) {
            Files.copy(was.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        try (var workspace = open()) {
            assertEquals(List.of("database.behind"), codes(workspace));
            assertTrue(workspace.archives().find(person).isEmpty());
            assertEquals(List.of(), workspace.check());
        }
        assertNothingIsLeft();
    }

    /** Killed behind the commit: only the keys are still there. */
    @Test
    void keysThatWereStillThereAreDestroyedByTheOpening() throws IOException, SQLException {
        var was = copy();
        try (var workspace = open()) {
            erase(workspace);
        }
        Files.copy(was.resolve(RecordKeys.NAME), folder.resolve(RecordKeys.NAME), StandardCopyOption.REPLACE_EXISTING);
        assertEquals(List.of(), codesOfOpening());
        assertNothingIsLeft();
    }

    @Test
    void aKeyOfZerosWithoutAnErasureIsADamageAndNoErasure() throws IOException {
        var slot = slotOf(person);
        zero(slot);
        try (var workspace = open()) {
            assertEquals(List.of("keys.mended"), codes(workspace));
            assertTrue(workspace.archives().find(person).isPresent());
        }
        zero(slot);
        Files.delete(folder.resolve("archive.mv.db"));
        try (var workspace = open()) {
            assertEquals(List.of("database.missing", "keys.lost"), codes(workspace));
            assertEquals(List.of("keys.lost"), codes(workspace.check()));
            assertTrue(workspace.archives().erased(person).isEmpty());
        }
    }

    @Test
    void aRepairMendsAKeyOfZerosFromTheDatabase() throws IOException {
        zero(slotOf(person));
        try (var workspace = Workspace.repair(folder, PASSWORD.toCharArray(), Village.templates(), Clock.systemUTC())) {
            assertEquals(List.of("keys.mended"), codes(workspace));
            assertEquals(List.of(), workspace.check());
            assertTrue(workspace.archives().find(person).isPresent());
        }
    }

    @Test
    void whatWasNotSentYetIsNamedAndNotSaid() {
        try (var workspace = open()) {
            var texts = workspace.exchange().texts(1, 100);
            erase(workspace);
            var now = workspace.exchange().texts(1, 100);
            assertEquals(texts.size() + 1, now.size());
            var redacted = 0;
            for (var i = 0; i < texts.size(); i++) {
                assertEquals(RedactedJson.digest(texts.get(i)), RedactedJson.digest(now.get(i)));
                redacted += texts.get(i).equals(now.get(i)) ? 0 : 1;
                assertFalse(secrets.stream().anyMatch(now.get(i)::contains));
            }
            assertEquals(3, redacted);
        }
    }

    @Test
    void anArchiveIsClosedTwiceWithoutHarm() throws IOException, SQLException {
        var workspace = open();
        erase(workspace);
        workspace.close();
        workspace.close();
        assertNothingIsLeft();
    }

    @Test
    void theCountsAndTheListsHaveThePersonNoMore() {
        try (var workspace = open()) {
            var before = count(workspace);
            erase(workspace);
            assertEquals(before - 1, count(workspace));
        }
    }

    private void erase(Workspace workspace) {
        workspace.archives().erase(new Erasing(village.id(), person, Village.HOUSEHOLD, "本人要求删除", "周敏", village.now()));
        workspace.drafts().forget(person);
    }

    private static long count(Workspace workspace) {
        return workspace.archives().counts("household", Village.SHUANGQIAO).stream()
                        .mapToLong(count -> count.records())
                        .sum()
                + workspace.archives().counts("household", Village.MINLE).stream()
                        .mapToLong(count -> count.records())
                        .sum();
    }

    private Path copy() throws IOException {
        var was = folder.resolveSibling("was-" + folder.getFileName());
        Files.createDirectories(was);
        for (var name : List.of("archive.mv.db", RecordKeys.NAME, "ledger.xdl")) {
            Files.copy(folder.resolve(name), was.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        return was;
    }

    private int slotOf(UUID record) {
        var slot = new int[1];
        try {
            Dump.with(folder, PASSWORD, statement -> {
                try (var row = statement.executeQuery("select slot from record where id = '" + record + "'")) {
                    row.next();
                    slot[0] = row.getInt(1);
                }
            });
        } catch (IOException | SQLException e) {
            throw new AssertionError(e);
        }
        return slot[0];
    }

    private void zero(int slot) throws IOException {
        try (var file = new RandomAccessFile(folder.resolve(RecordKeys.NAME).toFile(), "rw")) {
            file.seek((slot + 1L) * SLOT);
            file.write(new byte[SLOT]);
        }
    }

    private void assertNothingIsLeft() throws IOException, SQLException {
        var texts = everything();
        for (var secret : secrets) {
            assertFalse(texts.stream().anyMatch(text -> text.contains(secret)), secret);
        }
    }

    /** All that can be read of the archive by whoever has its password: see {@link Plain}. */
    private List<String> everything() throws IOException, SQLException {
        return Plain.of(folder, PASSWORD);
    }

    private List<String> codesOfOpening() {
        try (var workspace = open()) {
            return codes(workspace);
        }
    }

    private static List<String> codes(Workspace workspace) {
        return codes(workspace.findings());
    }

    private static List<String> codes(List<ArchiveFinding> findings) {
        return findings.stream().map(ArchiveFinding::code).toList();
    }

    private Workspace open() {
        return Workspace.open(folder, PASSWORD.toCharArray(), Village.templates(), Clock.systemUTC());
    }
}
