package xindang.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.archive.FieldChange;
import xindang.model.archive.RecordFilter;
import xindang.persistence.keys.Argon2;

/** Nothing typed stands in plain text in the folder of an archive, nor in temporary files. */
class CanaryTest {
    private static final List<String> CANARIES =
            List.of("金丝雀村民", "230113199001010037", "13804510037", "三棵杨树屯", "https://canary.invalid/", "保密人", "金丝密码");
    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, Charset.forName("GB18030"));

    @TempDir
    Path folder;

    @Test
    void whatWasTypedStandsNowhereInPlainText() throws IOException {
        var begun = Instant.now(Clock.systemUTC()).minusSeconds(1);
        var village = new Village(5);
        var setup = new Workspace.Setup(Village.CITY, "保密人", "LL-03", Argon2.Cost.TRIAL);
        try (var workspace = Workspace.create(
                        folder, setup, "金丝密码".toCharArray(), Village.templates(), Clock.systemUTC())
                .workspace()) {
            var drafts = village.households(400);
            drafts.add(village.draft(
                    village.id(),
                    Village.HOUSEHOLD,
                    Village.SHUANGQIAO,
                    List.of(
                            FieldChange.set("head.name", "金丝雀村民"),
                            FieldChange.set("head.number", "230113199001010037"),
                            FieldChange.set("head.phone", "13804510037"),
                            FieldChange.set("head.hamlet", "三棵杨树屯"))));
            workspace.archives().save(drafts);
            workspace.exchange().setting("platform", "https://canary.invalid/");
            assertEquals(
                    1,
                    workspace
                            .archives()
                            .list(RecordFilter.all("household").matching("金丝雀"), RecordFilter.Window.first(5))
                            .total());
            assertEquals(List.of(), found(begun));
        }
        assertEquals(List.of(), found(begun));
    }

    private List<String> found(Instant begun) throws IOException {
        var found = new ArrayList<String>();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                look(file, found);
            }
        }
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            for (var file : files.toList()) {
                var facts = file.toFile();
                if (facts.isFile()
                        && facts.canRead()
                        && facts.length() < 50_000_000
                        && Instant.ofEpochMilli(facts.lastModified()).isAfter(begun)) {
                    look(file, found);
                }
            }
        }
        return found;
    }

    private static void look(Path file, List<String> found) throws IOException {
        byte[] read;
        try {
            read = Files.readAllBytes(file);
        } catch (NoSuchFileException gone) {
            // of another process, which needed it for a moment
            return;
        }
        var bytes = new String(read, StandardCharsets.ISO_8859_1);
        for (var canary : CANARIES) {
            for (var charset : CHARSETS) {
                if (bytes.contains(new String(canary.getBytes(charset), StandardCharsets.ISO_8859_1))) {
                    found.add(canary + " as " + charset + " in " + file.getFileName());
                }
            }
        }
    }
}
