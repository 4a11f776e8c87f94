package xindang.persistence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.archive.Draft;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.persistence.disk.ArchiveFinding;
import xindang.persistence.keys.Argon2;
import xindang.persistence.opening.OpenArchive;

/** The folder of an archive: who reads it, where nothing can be written, and what is left of an archive in it. */
class FolderTest {
    private static final String PASSWORD = "密码";

    @TempDir
    Path root;

    private final Village village = new Village(5);

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void filesAreTheirOwnersAlsoInAFolderOfAll() throws IOException {
        var folder = Files.createDirectory(root.resolve("shared"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        create(folder);
        assertEquals(List.of(), readableByOthers(folder));
        Files.setPosixFilePermissions(folder.resolve("ledger.xdl"), PosixFilePermissions.fromString("rw-r--r--"));
        Files.delete(folder.resolve("archive.mv.db"));
        open(folder).close();
        assertEquals(List.of(), readableByOthers(folder));
        var made = root.resolve("made");
        create(made);
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(made)));
    }

    private static List<String> readableByOthers(Path folder) throws IOException {
        var found = new ArrayList<String>();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                var rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
                if (!rights.equals("rw-------")) {
                    found.add(file.getFileName() + " " + rights);
                }
            }
        }
        return found;
    }

    @Test
    void whatIsReadWhereNothingCanBeWrittenIsAllThere() {
        var folder = root.resolve("archive");
        var ids = create(folder);
        for (var code : List.of("folder.reading", "folder.full")) {
            try (var workspace = ReadOnlyArchive.open(folder, steps(), code)) {
                assertEquals(code, workspace.findings().get(0).code());
                assertReadAndNotWritten(workspace, ids);
            }
        }
    }

    /** The database is lost, and cannot be made again where the archive lies. */
    @Test
    void whatIsDamagedWhereNothingCanBeWrittenIsMendedInACopy() throws IOException {
        var folder = root.resolve("archive");
        var ids = create(folder);
        Files.delete(folder.resolve("archive.mv.db"));
        try (var workspace = ReadOnlyArchive.open(folder, steps(), "folder.reading")) {
            assertReadAndNotWritten(workspace, ids);
        }
        assertFalse(Files.exists(folder.resolve("archive.mv.db")));
    }

    /** The file fails after the archive was opened for reading. */
    @Test
    void whatFailsLaterWhereNothingCanBeWrittenIsReadFromARepairedCopy() throws IOException {
        var folder = root.resolve("archive");
        var ids = create(folder);
        var temporary = temporaryFolders();
        try (var workspace = ReadOnlyArchive.open(folder, steps(), "folder.reading")) {
            var damaged = damage(folder);
            assertReadAndNotWritten(workspace, ids);
            assertEquals(
                    List.of("folder.reading", "folder.copy"),
                    workspace.findings().stream().map(ArchiveFinding::code).toList());
            assertEquals(temporary.size() + 1, temporaryFolders().size());
            assertArrayEquals(damaged, Files.readAllBytes(folder.resolve("archive.mv.db")));
        }
        assertEquals(temporary, temporaryFolders());
        assertEquals(
                List.of("archive-copy.json", "archive.json", "archive.mv.db", "keys.xdk", "ledger.xdl", "lock"),
                names(folder));
    }

    /** Neither the database nor the ledger can be read: the reader gets a sentence. */
    @Test
    void whatCannotBeReadFromACopyEitherIsReportedWithWhatToDo() throws IOException {
        var folder = root.resolve("archive");
        var ids = create(folder);
        try (var workspace = ReadOnlyArchive.open(folder, steps(), "folder.reading")) {
            damage(folder);
            Files.write(folder.resolve("ledger.xdl"), new byte[40]);
            for (var i = 0; i < 2; i++) {
                var failed = assertThrows(
                        AppException.class, () -> workspace.archives().find(ids.get(3)));
                assertEquals(ErrorCode.FILE_DAMAGED, failed.code());
                assertEquals(List.of("archive.mv.db", "reading"), failed.args());
            }
        }
    }

    /** An erasure before left a note for the next closing, which writes nothing here. */
    @Test
    void anArchiveForReadingIsClosedWithoutBeingWritten() throws IOException, SQLException {
        var folder = root.resolve("archive");
        create(folder);
        Dump.with(
                folder,
                PASSWORD,
                statement -> statement.execute(
                        "merge into setting (name, content) key (name) values ('archive.compact', '1')"));
        var before = Files.readAllBytes(folder.resolve("archive.mv.db"));
        ReadOnlyArchive.open(folder, steps(), "folder.full").close();
        assertArrayEquals(before, Files.readAllBytes(folder.resolve("archive.mv.db")));
    }

    /** Overwrites the pages of the database that are not read yet. */
    private static byte[] damage(Path folder) throws IOException {
        var file = folder.resolve("archive.mv.db");
        try (var open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek(8192);
            open.write(new byte[(int) open.length() - 8192]);
        }
        return Files.readAllBytes(file);
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> temporaryFolders() throws IOException {
        return names(Path.of(System.getProperty("java.io.tmpdir"))).stream()
                .filter(name ->
                        name.startsWith("xindang-" + ProcessHandle.current().pid() + "-"))
                .toList();
    }

    private void assertReadAndNotWritten(Workspace workspace, List<UUID> ids) {
        for (var id : ids) {
            assertTrue(workspace.archives().find(id).isPresent());
            assertEquals(1, workspace.archives().history(id).size());
        }
        var refused =
                assertThrows(AppException.class, () -> workspace.archives().save(village.households(1)));
        assertEquals(ErrorCode.NOT_WRITTEN, refused.code());
        assertEquals(
                ErrorCode.NOT_WRITTEN,
                assertThrows(AppException.class, () -> workspace.changePassword("another".toCharArray()))
                        .code());
    }

    /** The database fills the disk; what the import left there is taken away, and what was saved is read and goes on. */
    @Test
    void anImportThatFillsTheDiskLeavesNothing() throws IOException {
        var folder = root.resolve("archive");
        var ids = create(folder);
        var disk = SmallDisk.ofDatabase();
        try (var workspace = Workspace.open(
                disk,
                folder,
                Village.templates(),
                Clock.systemUTC(),
                envelope -> envelope.open(PASSWORD.toCharArray()),
                OpenArchive::open)) {
            var keys = Files.size(folder.resolve("keys.xdk"));
            var ledger = Files.size(folder.resolve("ledger.xdl"));
            disk.space(900_000);
            var many = village.households(5000);
            assertEquals(
                    ErrorCode.DISK_FULL,
                    assertThrows(AppException.class, () -> workspace.archives().save(many))
                            .code());
            assertEquals(keys, Files.size(folder.resolve("keys.xdk")));
            assertEquals(ledger, Files.size(folder.resolve("ledger.xdl")));
        } catch (AppException e) {
            assertEquals(ErrorCode.DISK_FULL, e.code(), "closing on a full disk");
        }
        disk.space(Long.MAX_VALUE);
        try (var workspace = open(folder)) {
            ids.forEach(id -> assertTrue(workspace.archives().find(id).isPresent()));
            assertEquals(List.of(), workspace.check());
        }
    }

    @Test
    void anArchiveWithoutItsKeyFilesIsNoFreeFolder() throws IOException {
        var folder = root.resolve("archive");
        create(folder);
        Files.delete(folder.resolve(Envelopes.FIRST));
        Files.delete(folder.resolve(Envelopes.SECOND));
        assertTrue(Workspace.holdsRemains(folder));
        assertFalse(Workspace.isFree(folder));
        for (var step : List.<Runnable>of(() -> create(folder), () -> open(folder))) {
            assertEquals(
                    ErrorCode.FILE_DAMAGED,
                    assertThrows(AppException.class, step::run).code());
        }
        Files.delete(folder.resolve("ledger.xdl"));
        Files.delete(folder.resolve("keys.xdk"));
        assertFalse(Workspace.isFree(folder), "a database alone");
    }

    private List<UUID> create(Path folder) {
        var setup = new Workspace.Setup(Village.CITY, "周敏", "LL-03", Argon2.Cost.TRIAL);
        try (var workspace = Workspace.create(
                        folder, setup, PASSWORD.toCharArray(), Village.templates(), Clock.systemUTC())
                .workspace()) {
            var drafts = village.households(30);
            workspace.archives().save(drafts);
            return drafts.stream().map(Draft::record).toList();
        }
    }

    private static Opened.Steps steps() {
        return new Opened.Steps(
                Village.templates(),
                Clock.systemUTC(),
                envelope -> envelope.open(PASSWORD.toCharArray()),
                OpenArchive::open);
    }

    private static Workspace open(Path folder) {
        return Workspace.open(folder, PASSWORD.toCharArray(), Village.templates(), Clock.systemUTC());
    }
}
