package xindang.persistence;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.archive.Author;
import xindang.model.archive.Body;
import xindang.model.archive.Change;
import xindang.model.archive.Erasing;
import xindang.model.archive.FieldChange;
import xindang.model.archive.RecordFilter;
import xindang.model.archive.RecordSummary;
import xindang.model.archive.Withheld;
import xindang.model.exchange.ExchangeStore.Pulled;
import xindang.model.exchange.Verdict;
import xindang.model.json.JsonValue;
import xindang.model.law.Withholding;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.wire.ChangeJson;
import xindang.persistence.keys.Argon2;

/** Archives with changes of the first format, and changes of a format that is still to come. */
class FormatTest {
    private static final String PASSWORD = "密码密码密码密码";
    private static final String BLOOD = "血型AB型";
    private static final RecordFilter HOUSEHOLDS = RecordFilter.all("household");

    @TempDir
    Path folder;

    private final Village village = new Village(11);

    /** Three invented households of a town; one is rated and has a report, one is in conflict with another office. */
    private void unpack() throws IOException {
        try (var zip = new ZipInputStream(requireNonNull(
                getClass().getResourceAsStream("/xindang/persistence/archive-of-change-format-1.zip")))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Files.copy(zip, folder.resolve(entry.getName()));
            }
        }
    }

    private Workspace open() {
        return Workspace.open(folder, PASSWORD.toCharArray(), ShippedTemplates.load(), Clock.systemUTC());
    }

    @Test
    void anArchiveOfTheFirstFormatSaysTheSameAndItsChainGoesOn() throws Exception {
        unpack();
        for (var round = 0; round < 2; round++) {
            try (var workspace = open()) {
                assertEquals(List.of(), workspace.findings());
                assertEquals(List.of(), workspace.check());
                for (var name : List.of("archive.json", "archive-copy.json")) {
                    assertTrue(Files.readString(folder.resolve(name)).contains("\"version\":3"), name);
                }
                var archives = workspace.archives();
                var lines =
                        archives.list(HOUSEHOLDS, RecordFilter.Window.first(10)).items();
                assertEquals(
                        List.of("沈雨晴", "韩立秋", "邵春和"),
                        lines.stream().map(RecordSummary::name).toList());
                assertEquals(
                        List.of("230184101208", "230184101208", "230184101208"),
                        lines.stream().map(RecordSummary::region).toList());
                assertEquals(1, archives.conflicts().size());
                for (var type : List.of("rating", "report", "query")) {
                    var about = archives.about(
                            lines.get(type.equals("query") ? 1 : 0).id(), type, 10);
                    assertEquals("230184101208", about.get(0).region(), type);
                }
                assertEquals(
                        round,
                        lines.stream()
                                .flatMap(line -> archives.history(line.id()).stream())
                                .filter(change -> change.format() > 1
                                        || change.by().person().isPresent())
                                .count());
                assertChained(workspace, 10 + round);
                archives.save(List.of(village.draft(
                        lines.get(2).id(),
                        Village.HOUSEHOLD,
                        "",
                        List.of(new FieldChange(
                                "file.group",
                                archives.find(lines.get(2).id())
                                        .orElseThrow()
                                        .content()
                                        .get("file.group"),
                                Optional.of(round + "组"))))));
                assertChained(workspace, 11 + round);
            }
        }
    }

    /** Each own change names the one before it by the digest of its bytes. */
    private static void assertChained(Workspace workspace, int count) {
        var own = workspace.exchange().own(0, 100);
        var texts = workspace.exchange().texts(1, 100);
        assertEquals(count, own.size());
        var previous = Change.GENESIS;
        for (var i = 0; i < count; i++) {
            assertEquals(previous, own.get(i).previous());
            assertEquals(JsonValue.parse(texts.get(i)).canonical(), texts.get(i));
            previous = xindang.model.common.Digest.of(texts.get(i));
        }
    }

    @Test
    void aPersonOfAnArchiveOfTheFirstFormatIsErased() throws Exception {
        unpack();
        UUID person;
        List<String> secrets;
        try (var workspace = open()) {
            var archives = workspace.archives();
            person = archives.list(HOUSEHOLDS, RecordFilter.Window.first(1))
                    .items()
                    .get(0)
                    .id();
            var content = archives.find(person).orElseThrow().content();
            secrets = List.of(content.text("head.name"), content.text("head.number"), content.text("head.phone"));
            var report = archives.about(person, "report", 1).get(0);
            var erased = archives.erase(new Erasing(
                    village.id(),
                    person,
                    Village.HOUSEHOLD,
                    "本人要求删除",
                    "周敏",
                    Clock.systemUTC().instant()));
            var remnant = erased.remnants().stream()
                    .filter(each -> each.record().equals(report.id()))
                    .findFirst()
                    .orElseThrow();
            assertEquals(report.content().text("report.number"), remnant.number());
            assertTrue(archives.about(person, "rating", 1).isEmpty());
            assertEquals(List.of(), workspace.check());
        }
        for (var file : List.of("", "archive.mv.db")) {
            Files.deleteIfExists(folder.resolve(file.isEmpty() ? "nothing" : file));
            try (var workspace = open()) {
                assertEquals(List.of(), workspace.check());
                assertTrue(workspace.archives().erased(person).isPresent());
            }
            var texts = Plain.of(folder, PASSWORD);
            for (var secret : secrets) {
                assertTrue(texts.stream().noneMatch(text -> text.contains(secret)), secret);
            }
        }
    }

    @Test
    void thePersonOfAnArchiveOfBeforeIsTheSameAtEachOpening() throws Exception {
        unpack();
        UUID person;
        try (var workspace = open()) {
            person = workspace.info().person();
            assertEquals("周敏", workspace.info().user());
        }
        Files.delete(folder.resolve("archive.mv.db"));
        try (var workspace = open()) {
            assertEquals(person, workspace.info().person());
        }
    }

    @Test
    void whatALaterVersionWroteIsKeptToTheByteAndShownNowhere() throws Exception {
        var setup = new Workspace.Setup("230113100000", "周敏", "LL-03", Argon2.Cost.TRIAL);
        Workspace.create(folder, setup, PASSWORD.toCharArray(), ShippedTemplates.load(), Clock.systemUTC())
                .workspace()
                .close();
        var known = new Change(
                Change.FORMAT,
                village.id(),
                village.id(),
                Village.HOUSEHOLD,
                new Body.Fields(
                        List.of(FieldChange.set("file.village", Village.MINLE), FieldChange.set("head.name", "查丽")),
                        List.of()),
                Author.of(new UUID(5, 2), "王海燕"),
                village.now(),
                "screen",
                "LL-09-aaaa",
                1,
                Change.GENESIS,
                Optional.empty());
        var text = ChangeJson.write(known).replace(",\"format\":2,", ",\"format\":9,\"future\":{\"a\":[1,null,true]},");
        var sealed = ChangeJson.read(text);
        assertTrue(sealed.isSealed());
        try (var workspace = open()) {
            workspace
                    .exchange()
                    .settle(
                            List.of(new Pulled(1, sealed.atPosition(1), Verdict.APPLIED, ChangeJson.digest(sealed))),
                            "c-1",
                            village.now());
            assertSealed(workspace, sealed, text);
        }
        Files.delete(folder.resolve("archive.mv.db"));
        try (var workspace = open()) {
            assertSealed(workspace, sealed, text);
        }
    }

    /**
     * Changes that an earlier version could not read, as it kept them: this version can. They take effect when the entries are folded
     * again, after the same gate as what arrives today.
     */
    @Test
    void whatAnEarlierVersionCouldNotReadTakesEffectThroughTheGateOnceItCan() throws Exception {
        var setup = new Workspace.Setup("230113100000", "周敏", "LL-03", Argon2.Cost.TRIAL);
        var person = village.id();
        var readable = known(
                person,
                1,
                Change.GENESIS,
                FieldChange.set("file.village", Village.MINLE),
                FieldChange.set("head.name", "查丽"));
        var phone = known(person, 2, ChangeJson.digest(readable), FieldChange.set("head.phone", "13900001111"));
        var note = known(person, 3, ChangeJson.digest(phone), FieldChange.set("file.note", BLOOD));
        try (var workspace = Workspace.create(
                        folder, setup, PASSWORD.toCharArray(), ShippedTemplates.load(), Clock.systemUTC())
                .workspace()) {
            workspace
                    .exchange()
                    .settle(
                            List.of(pulled(1, readable), pulled(2, unread(phone)), pulled(3, unread(note))),
                            "c-3",
                            village.now());
            var record = workspace.archives().find(person).orElseThrow();
            assertEquals(2, record.sealed());
            assertTrue(record.content().get("head.phone").isEmpty());
            assertTrue(line(workspace).partlySealed());
        }
        Dump.with(
                folder,
                PASSWORD,
                statement -> assertEquals(
                        1,
                        statement.executeUpdate("update setting set content = '1.0' where name = 'archive.folded'")));
        for (var round = 0; round < 2; round++) {
            try (var workspace = open()) {
                assertEquals(List.of(), workspace.check());
                var record = workspace.archives().find(person).orElseThrow();
                assertEquals(0, record.sealed());
                assertEquals("13900001111", record.content().text("head.phone"));
                assertTrue(Withheld.is(record.content().kept("file.note").orElseThrow()));
                assertFalse(line(workspace).partlySealed());
                assertFalse(workspace.archives().history(person).toString().contains(BLOOD));
                assertEquals(
                        List.of("file.note"),
                        workspace.exchange().withheld().stream()
                                .filter(change -> change.change().equals(note.id()))
                                .flatMap(change -> change.places().stream())
                                .map(Withholding.Place::path)
                                .toList());
                var handed = workspace.exchange().placed(1, 2);
                assertEquals(ChangeJson.write(phone), handed.get(0));
                assertFalse(handed.get(1).contains(BLOOD));
                assertTrue(handed.get(1).contains(ChangeJson.digest(note)));
            }
        }
    }

    private static RecordSummary line(Workspace workspace) {
        return workspace
                .archives()
                .list(HOUSEHOLDS, RecordFilter.Window.first(1))
                .items()
                .get(0);
    }

    private static Pulled pulled(long position, Change change) {
        return new Pulled(position, change.atPosition(position), Verdict.APPLIED, ChangeJson.digest(change));
    }

    private Change known(UUID record, long sequence, String previous, FieldChange... fields) {
        return change(record, new Body.Fields(List.of(fields), List.of()), sequence, previous, village.id());
    }

    /** The change as a program has it that does not know all of its members. */
    private static Change unread(Change change) {
        return new Change(
                change.format(),
                change.id(),
                change.record(),
                change.template(),
                new Body.Newer(ChangeJson.write(change)),
                change.by(),
                change.at(),
                change.origin(),
                change.device(),
                change.sequence(),
                change.previous(),
                Optional.empty());
    }

    private Change change(UUID record, Body body, long sequence, String previous, UUID id) {
        return new Change(
                Change.FORMAT,
                id,
                record,
                Village.HOUSEHOLD,
                body,
                Author.of(new UUID(5, 2), "王海燕"),
                village.now(),
                "screen",
                "LL-09-aaaa",
                sequence,
                previous,
                Optional.empty());
    }

    private static void assertSealed(Workspace workspace, Change sealed, String text) {
        var archives = workspace.archives();
        assertEquals(0, archives.list(HOUSEHOLDS, RecordFilter.Window.first(10)).total());
        assertEquals(List.of(), archives.counts("household", ""));
        var history = archives.history(sealed.record());
        assertEquals(List.of(text), history.stream().map(ChangeJson::write).toList());
        assertEquals("王海燕", history.get(0).user());
        assertTrue(archives.find(sealed.record()).orElseThrow().content().isEmpty());
    }
}
