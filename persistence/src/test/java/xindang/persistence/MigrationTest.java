package xindang.persistence;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.archive.RecordFilter;
import xindang.model.archive.RecordSummary;
import xindang.model.archive.RecordSummary.Status;
import xindang.model.exchange.ExchangeStore.Counts;
import xindang.model.shipped.ShippedTemplates;
import xindang.persistence.database.Migrations;

/**
 * An archive as the first schema left it, of four invented households: one in conflict, one with a change that was sealed and
 * came back, one with a change of this device alone, one as it was imported; all but that change are settled.
 */
class MigrationTest {
    private static final String PASSWORD = "密码密码密码密码";
    private static final Counts COUNTS = new Counts(1, 0, 0, 6);

    @TempDir
    Path folder;

    @BeforeEach
    void unpack() throws IOException {
        try (var zip = new ZipInputStream(
                requireNonNull(getClass().getResourceAsStream("/xindang/persistence/archive-of-schema-1.zip")))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Files.copy(zip, folder.resolve(entry.getName()));
            }
        }
    }

    @Test
    void anArchiveOfTheFirstSchemaSaysTheSame() throws Exception {
        assertTheSame();
        assertTheSame();
        var moved = Dump.of(folder, PASSWORD);
        Files.delete(folder.resolve("archive.mv.db"));
        try (var workspace = open()) {
            assertEquals(1, workspace.findings().size());
            assertSays(workspace);
        }
        assertEquals(chains(moved), chains(Dump.of(folder, PASSWORD)));
    }

    /** The entries without the places, which own changes had beside them and now have in runs. */
    private static List<String> chains(List<String> dump) {
        return dump.stream()
                .filter(line -> line.startsWith("entry|"))
                .map(line -> line.replaceFirst("\\|[^|]*\\|[^|]*$", ""))
                .toList();
    }

    @Test
    void theNewestIsTheLastScript() throws Exception {
        var first = requireNonNull(getClass().getResource("/xindang/persistence/migrations/V1__archive.sql"));
        try (var scripts = Files.list(requireNonNull(Path.of(first.toURI()).getParent()))) {
            assertEquals(Migrations.NEWEST, scripts.count());
        }
    }

    private void assertTheSame() {
        try (var workspace = open()) {
            assertEquals(List.of(), workspace.findings());
            assertEquals(List.of(), workspace.check());
            assertSays(workspace);
        }
    }

    private Workspace open() {
        return Workspace.open(folder, PASSWORD.toCharArray(), ShippedTemplates.load(), Clock.systemUTC());
    }

    private static void assertSays(Workspace workspace) {
        assertEquals(COUNTS, workspace.exchange().counts());
        var archives = workspace.archives();
        var lines = archives.list(RecordFilter.all("household"), RecordFilter.Window.first(10))
                .items();
        assertEquals(
                List.of(Status.CONFLICT, Status.SETTLED, Status.SAVED, Status.SETTLED),
                lines.stream().map(RecordSummary::status).toList());
        assertEquals(
                List.of("王大伟", "马宝祥", "田春林", "周丽"),
                lines.stream().map(RecordSummary::name).toList());
        assertEquals(1, archives.conflicts().size());
        assertEquals(List.of(1L, 5L, 6L), positions(workspace, lines.get(0)));
        assertEquals(List.of(2L, 7L), positions(workspace, lines.get(1)));
        assertEquals(List.of(3L), positions(workspace, lines.get(2)));
    }

    private static List<Long> positions(Workspace workspace, RecordSummary line) {
        return workspace.archives().history(line.id()).stream()
                .flatMap(change -> change.position().stream())
                .toList();
    }
}
