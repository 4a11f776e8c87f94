package xindang.persistence.disk;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OwnerOnlyTest {
    @TempDir
    Path folder;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "rights are lists there")
    void nobodyElseReadsAFileThatCameFromElsewhere() throws IOException {
        var file = Files.writeString(folder.resolve("ledger.xdl"), "");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        OwnerOnly.file(file);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    /** As on a stick, or in a folder of somebody else: an archive there is opened all the same. */
    @Test
    void aFileWhoseRightsCannotBeChangedIsNoFailure() {
        assertDoesNotThrow(() -> OwnerOnly.file(Path.of("/proc/version")));
    }
}
