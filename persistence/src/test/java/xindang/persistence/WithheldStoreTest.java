package xindang.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import xindang.model.archive.Author;
import xindang.model.archive.Body;
import xindang.model.archive.Change;
import xindang.model.archive.Draft;
import xindang.model.archive.FieldChange;
import xindang.model.archive.RecordFilter;
import xindang.model.archive.TemplateRef;
import xindang.model.archive.Withheld;
import xindang.model.exchange.ExchangeStore.Pulled;
import xindang.model.exchange.ExchangeStore.Returned;
import xindang.model.exchange.Verdict;
import xindang.model.exchange.WithheldChange;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.template.Templates;
import xindang.model.wire.ChangeJson;
import xindang.model.wire.ExchangeJson;
import xindang.persistence.keys.Argon2;

/** Nothing of a value that may not be kept is written by an archive to which it comes. */
class WithheldStoreTest {
    private static final Templates TEMPLATES = ShippedTemplates.load();
    private static final TemplateRef HOUSEHOLD = TEMPLATES.get("household").ref();
    private static final String PASSWORD = "longenough";
    private static final String BLOOD = "血型AB型";
    private static final UUID RECORD = new UUID(7, 7);

    @TempDir
    Path folder;

    private Workspace create() {
        var setup = new Workspace.Setup("230184100000", "周敏", "LL-03", Argon2.Cost.TRIAL);
        return Workspace.create(office(), setup, PASSWORD.toCharArray(), TEMPLATES, Clock.systemUTC())
                .workspace();
    }

    private Workspace open() {
        return Workspace.open(office(), PASSWORD.toCharArray(), TEMPLATES, Clock.systemUTC());
    }

    private Path office() {
        return folder.resolve("office");
    }

    private static Change change(String user, String device, long sequence, String previous, FieldChange... fields) {
        return new Change(
                Change.FORMAT,
                new UUID(8, sequence),
                RECORD,
                HOUSEHOLD,
                new Body.Fields(List.of(fields), List.of()),
                Author.of(new UUID(5, 1), user),
                Instant.parse("2026-11-23T02:00:00Z"),
                "screen",
                device,
                sequence,
                previous,
                Optional.empty());
    }

    private static Change first(FieldChange... fields) {
        return change("王海燕", "LL-77-7777", 1, Change.GENESIS, fields);
    }

    private static Pulled pulled(long position, Change change) {
        return new Pulled(position, change, Verdict.APPLIED, ChangeJson.digest(change));
    }

    private static void settle(Workspace workspace, Pulled... page) {
        workspace.exchange().settle(List.of(page), "c" + page[page.length - 1].position(), Instant.EPOCH);
    }

    static Stream<Change> hostile() {
        return Stream.of(
                first(FieldChange.set("head.name", "王德才"), FieldChange.set("file.note", BLOOD)),
                first(FieldChange.set("head.name", BLOOD)),
                first(FieldChange.set("head.name", "王德才"), FieldChange.set("finance.deposits", BLOOD)),
                first(FieldChange.set("head.name", "王德才"), FieldChange.set("unknown.item", BLOOD)),
                first(FieldChange.set("head.name", "王德才"), FieldChange.set("file.note." + BLOOD, "x")),
                change(BLOOD, "LL-77-7777", 1, Change.GENESIS, FieldChange.set("head.name", "王德才")),
                first(
                        FieldChange.set("head.name", "王德才"),
                        new FieldChange("file.note", Optional.of(BLOOD), Optional.of("常住"))));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void nothingOfItIsWritten(Change hostile) throws Exception {
        try (var workspace = create()) {
            settle(workspace, pulled(1, hostile));
            shows(workspace);
            assertEquals(1, workspace.exchange().withheld().size());
        }
        var hex = HexFormat.of().formatHex(BLOOD.getBytes(StandardCharsets.UTF_8));
        for (var line : Dump.of(office(), PASSWORD)) {
            assertFalse(line.contains(BLOOD) || line.contains(hex), line);
        }
        var before = Dump.of(office(), PASSWORD);
        Files.delete(office().resolve("archive.mv.db"));
        try (var workspace = open()) {
            shows(workspace);
        }
        assertEquals(before, Dump.of(office(), PASSWORD));
    }

    private static void shows(Workspace workspace) {
        var record = workspace.archives().find(RECORD).orElseThrow();
        assertFalse(record.content().asMap().toString().contains(BLOOD));
        assertFalse(workspace.archives().conflicts().toString().contains(BLOOD));
        workspace
                .archives()
                .history(RECORD)
                .forEach(change -> assertFalse(ChangeJson.write(change).contains(BLOOD)));
        var found =
                workspace.archives().list(RecordFilter.all("household").matching(BLOOD), RecordFilter.Window.first(5));
        assertEquals(0, found.total());
    }

    @Test
    void aValueBeforeThatIsNotHereMakesAConflictWhoseSideIsAMark() {
        try (var workspace = create()) {
            var begin = first(FieldChange.set("head.name", "王德才"), FieldChange.set("head.residence", "甲"));
            settle(workspace, pulled(1, begin));
            settle(
                    workspace,
                    pulled(
                            2,
                            change(
                                    "王海燕",
                                    "LL-77-7777",
                                    2,
                                    ChangeJson.digest(begin),
                                    new FieldChange("head.residence", Optional.of("乙"), Optional.of(BLOOD)))));

            var conflict = workspace.archives().conflicts().get(0);
            assertEquals(Optional.of(Withheld.of(BLOOD)), conflict.offered().value());
            assertTrue(conflict.isWithheld(
                    workspace.archives().find(RECORD).orElseThrow().content()));
        }
    }

    @Test
    void whatAPersonTypesInItsPlaceGoesOnFromTheMark() {
        try (var workspace = create()) {
            settle(
                    workspace,
                    pulled(1, first(FieldChange.set("head.name", "王德才"), FieldChange.set("file.note", BLOOD))));
            var mark = Withheld.of(BLOOD);
            workspace
                    .archives()
                    .save(List.of(new Draft(
                            new UUID(9, 1),
                            RECORD,
                            HOUSEHOLD,
                            List.of(new FieldChange("file.note", Optional.of(mark), Optional.of("常住"))),
                            "周敏",
                            Instant.EPOCH,
                            "edit",
                            List.of())));

            var content = workspace.archives().find(RECORD).orElseThrow().content();
            assertEquals("常住", content.text("file.note"));
            assertEquals(List.of(), content.withheld());
        }
    }

    @Test
    void itIsHandedOverWithTheDigestThatItHad() {
        try (var workspace = create()) {
            var whole = first(FieldChange.set("head.name", "王德才"), FieldChange.set("file.note", BLOOD));
            settle(workspace, pulled(1, whole));

            var texts = workspace.exchange().placed(0, 10);

            var kept = workspace.archives().history(RECORD).get(0);
            assertEquals(List.of(ExchangeJson.marked(ChangeJson.write(kept), ChangeJson.digest(whole))), texts);
        }
    }

    @Test
    void anOwnChangeThatComesBackAfterARestoreKeepsItsChain() {
        try (var workspace = create()) {
            var device = workspace.info().device();
            var own = change("周敏", device, 1, Change.GENESIS, FieldChange.set("file.note", BLOOD));
            settle(workspace, pulled(1, own));
            var next = new Draft(
                    new UUID(9, 1),
                    RECORD,
                    HOUSEHOLD,
                    List.of(FieldChange.set("head.name", "王德才")),
                    "周敏",
                    Instant.EPOCH,
                    "edit",
                    List.of());
            var saved = workspace.archives().save(List.of(next)).changes().get(0);

            assertEquals(ChangeJson.digest(own), saved.previous());
            assertTrue(workspace.exchange().holds(new Returned(1, 1, 1, ChangeJson.digest(own), Verdict.APPLIED)));
        }
    }

    @Test
    void whatWasReportedStaysReported() {
        try (var workspace = create()) {
            settle(workspace, pulled(1, first(FieldChange.set("file.note", BLOOD))));
            var withheld = workspace.exchange().withheld().get(0);
            assertEquals("file.note", withheld.places().get(0).path());
            assertEquals(Withheld.digest(BLOOD), withheld.places().get(0).hash());

            workspace.exchange().withheldReported(List.of(withheld.change()));
            settle(workspace, pulled(1, first(FieldChange.set("file.note", BLOOD))));

            assertEquals(
                    List.of(new WithheldChange(withheld.change(), withheld.places(), true)),
                    workspace.exchange().withheld());
        }
    }
}
