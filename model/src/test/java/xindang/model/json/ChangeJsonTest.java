package xindang.model.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Author;
import xindang.model.archive.Body;
import xindang.model.archive.Change;
import xindang.model.archive.FieldChange;
import xindang.model.archive.TemplateRef;
import xindang.model.common.Digest;

class ChangeJsonTest {
    private static final List<String> TEXTS = List.of(
            "王秀英", "a\"b\\c", "\b\t\n\f\r\u0000\u001f\u007f", "𬭊㛃䶮", "", "2026-11-18", "é\u2028", "x".repeat(20_000));

    private static Change change(List<UUID> resolves) {
        var fields = TEXTS.stream()
                .map(text -> new FieldChange(
                        "head.p" + text.hashCode(),
                        text.length() % 3 == 0 ? Optional.empty() : Optional.of(text),
                        text.length() % 3 == 1 ? Optional.empty() : Optional.of(text + "!")))
                .toList();
        return new Change(
                Change.FORMAT,
                new UUID(7, 8),
                new UUID(9, 10),
                new TemplateRef("household", 1),
                new Body.Fields(fields, resolves),
                Author.of(new UUID(5, 1), "王\"海燕"),
                Instant.parse("2026-11-18T06:00:00.120Z"),
                "edit",
                "LL-03-9f2c",
                4711,
                Change.GENESIS,
                Optional.of(5L));
    }

    @Test
    void isCanonicalWhateverTheTextsHold() {
        for (var resolves : List.of(List.<UUID>of(), List.of(new UUID(1, 2), new UUID(3, 4)))) {
            var written = ChangeJson.write(change(resolves));
            assertEquals(JsonValue.parse(written).canonical(), written);
        }
    }

    @Test
    void isReadAsTheChangeThatWasWritten() {
        var change = change(List.of(new UUID(1, 2)));
        assertEquals(change, ChangeJson.read(ChangeJson.write(change)).atPosition(5));
    }

    @Test
    void givesTheSameDigestWithABufferUsedBefore() {
        var digest = new ChangeDigest();
        var large = change(List.of(new UUID(1, 2)));
        var small = new Change(
                Change.FORMAT,
                large.id(),
                large.record(),
                large.template(),
                new Body.Fields(List.of(FieldChange.set("head.name", "单雄")), List.of()),
                Author.of(new UUID(5, 1), large.user()),
                large.at(),
                large.origin(),
                large.device(),
                1,
                large.previous(),
                Optional.empty());
        for (var change : List.of(large, small, large)) {
            assertEquals(Digest.of(ChangeJson.write(change).getBytes(StandardCharsets.UTF_8)), digest.of(change));
        }
    }
}
