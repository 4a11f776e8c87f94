package xindang.model.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import xindang.model.common.AppException;
import xindang.model.common.Digest;
import xindang.model.exchange.ExchangeStore;
import xindang.model.json.JsonValue;

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

    private static final String FIRST =
            "{\"at\":\"2026-11-18T06:00:00Z\",\"device\":\"LL-03-9f2c\",\"fields\":[{\"path\":\"head.name\",\"to\":\"单雄\"}],"
                    + "\"id\":\"00000000-0000-0007-0000-000000000008\",\"origin\":\"edit\",\"previous\":\""
                    + Change.GENESIS
                    + "\",\"record\":\"00000000-0000-0009-0000-00000000000a\",\"region\":\"230184101201\",\"sequence\":3,"
                    + "\"template\":\"household\",\"user\":\"王海燕\",\"version\":1}";

    @Test
    void aChangeOfTheFirstFormatKeepsItsBytes() {
        var change = ChangeJson.read(FIRST);
        assertEquals(1, change.format());
        assertEquals("王海燕", change.user());
        assertEquals(FIRST, ChangeJson.write(change));
    }

    /** Where somebody may put a member that the format does not have, and how that is called. */
    private static final List<List<String>> STRANGERS = List.of(
            List.of("{\"at\"", "{\"abc\":{\"x\":[1]},\"at\"", "abc"),
            List.of("\"kind\"", "\"hue\":\"red\",\"kind\"", "body.hue"),
            List.of("\"kind\":\"fields\"", "\"kind\":\"act\"", "body.kind"),
            List.of("\"kind\":\"fields\"", "\"kind\":\"fields\",\"reason\":\"x\"", "body.reason"),
            List.of("\"person\"", "\"office\":7,\"person\"", "by.office"),
            List.of("\"path\":\"head.name\"", "\"note\":\"x\",\"path\":\"head.name\"", "body.fields.note"),
            List.of("\"sequence\"", "\"region\":\"230184101201\",\"sequence\"", "region"));

    @Test
    void aMemberThatTheFormatDoesNotHaveIsRefusedByItsName() {
        var known = ChangeJson.write(plain());
        for (var stranger : STRANGERS) {
            var text = known.replace(stranger.get(0), stranger.get(1));
            assertEquals(JsonValue.parse(text).canonical(), text, "the test changes bytes in their order");
            assertThrows(AppException.class, () -> ChangeJson.read(text), stranger.get(2));
            assertEquals(Optional.of(stranger.get(2)), ChangeJson.stranger(text));
            assertThrows(
                    AppException.class,
                    () -> ExchangeJson.page(
                            "{\"changes\":[{\"change\":" + text
                                    + ",\"position\":1,\"verdict\":\"applied\"}],\"cursor\":\"\",\"more\":false}",
                            cursor -> {}));
        }
        assertEquals(
                Optional.of("body"),
                ChangeJson.stranger(FIRST.replace("{\"at\"", "{\"body\":{\"kind\":\"fields\",\"fields\":[]},\"at\"")));
        assertEquals(Optional.empty(), ChangeJson.stranger(known));
    }

    @Test
    void aChangeOfALaterFormatIsKeptToTheByteWhereItIsNotUnderstood() {
        var known = ChangeJson.write(plain());
        for (var stranger : STRANGERS) {
            var text = known.replace(stranger.get(0), stranger.get(1)).replace("\"format\":2", "\"format\":3");
            var change = ChangeJson.read(text);
            assertTrue(change.isSealed(), stranger.get(2));
            assertEquals(List.of(), change.fields());
            assertEquals(3, change.format());
            assertEquals(text, ChangeJson.write(change));
            assertEquals(Digest.of(text), ChangeJson.digest(change));
            assertEquals(Optional.empty(), ChangeJson.stranger(text));
            var page = ExchangeJson.page(
                    "{\"changes\":[{\"change\":" + text
                            + ",\"position\":1,\"verdict\":\"applied\"}],\"cursor\":\"\",\"more\":false}",
                    cursor -> {});
            assertEquals(
                    change.atPosition(1), ((ExchangeStore.Pulled) page.changes().get(0)).change());
        }
        var misshapen = known.replace("\"fields\":[{", "\"fields\":{\"a\":[{").replace("}],\"kind\"", "}]},\"kind\"");
        assertTrue(ChangeJson.read(misshapen.replace("\"format\":2", "\"format\":3"))
                .isSealed());
        assertThrows(AppException.class, () -> ChangeJson.read(misshapen));
        assertEquals(
                plain().fields(),
                ChangeJson.read(known.replace("\"format\":2", "\"format\":3")).fields());
    }

    private static Change plain() {
        return new Change(
                Change.FORMAT,
                new UUID(7, 8),
                new UUID(9, 10),
                new TemplateRef("household", 1),
                new Body.Fields(List.of(FieldChange.set("head.name", "单雄")), List.of()),
                Author.of(new UUID(5, 1), "王海燕"),
                Instant.parse("2026-11-18T06:00:00Z"),
                "edit",
                "LL-03-9f2c",
                3,
                Change.GENESIS,
                Optional.empty());
    }
}
