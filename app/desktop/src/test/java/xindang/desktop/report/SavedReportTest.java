package xindang.desktop.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;

class SavedReportTest {
    private static final byte[] OLD = {1, 2, 3};
    private static final byte[] NEW = {4, 5, 6, 7};

    @TempDir
    Path folder;

    @Test
    void theFileIsWholeAndLogged() throws IOException {
        var file = Files.write(folder.resolve("a.pdf"), OLD);
        SavedReport.write(file, NEW, () -> assertArrayEquals(OLD, read(file), "named before it is logged"));
        assertArrayEquals(NEW, read(file));
        assertEquals(List.of("a.pdf"), names());
    }

    @Test
    void withoutALogEntryNothingIsWritten() throws IOException {
        var file = Files.write(folder.resolve("a.pdf"), OLD);
        var failed = assertThrows(
                AppException.class,
                () -> SavedReport.write(file, NEW, () -> {
                    throw new AppException(ErrorCode.NOT_WRITTEN, "no log", "/archive", "query");
                }));
        assertEquals(List.of("/archive", "query"), failed.args());
        assertArrayEquals(OLD, read(file));
        assertEquals(List.of("a.pdf"), names());
    }

    @Test
    void whereNothingCanBeWrittenNothingIsLogged() {
        var logged = new boolean[1];
        var failed = assertThrows(
                AppException.class,
                () -> SavedReport.write(folder.resolve("missing").resolve("a.pdf"), NEW, () -> logged[0] = true));
        assertEquals(ErrorCode.NOT_WRITTEN, failed.code());
        assertEquals(List.of("a.pdf"), failed.args());
        assertFalse(logged[0]);
        assertTrue(names().isEmpty());
    }

    private List<String> names() {
        var names = folder.toFile().list();
        return names == null ? List.of() : List.of(names);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
