package xindang.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.archive.FieldChange;
import xindang.model.archive.RecordFilter;
import xindang.model.archive.RecordSummary;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.region.Divisions;
import xindang.model.value.DivisionCode;
import xindang.persistence.disk.ArchiveFinding;
import xindang.persistence.keys.Argon2;

class WorkspaceTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC);
    private static final RecordFilter.Window TEN = RecordFilter.Window.first(10);

    @TempDir
    Path folder;

    private final Village village = new Village(1);

    @Test
    void whatWasSavedIsThereAfterOpeningAgain() {
        var draft = village.household(Village.SHUANGQIAO);
        try (var workspace = create().workspace()) {
            var receipt = workspace.archives().save(List.of(draft));
            assertEquals(1, receipt.changes().get(0).sequence());
        }
        try (var workspace = open("村里的密码")) {
            var record = workspace.archives().find(draft.record()).orElseThrow();
            assertEquals(draft.fields().get(0).after(), record.content().get("head.name"));
            assertEquals(1, record.revision());
            assertEquals(Village.SHUANGQIAO, record.region());
            var history = workspace.archives().history(draft.record());
            assertEquals(draft.fields(), history.get(0).fields());
            assertEquals("周敏", history.get(0).user());
        }
    }

    @Test
    void aRatingShowsInTheList() {
        try (var workspace = create().workspace()) {
            var household = village.household(Village.SHUANGQIAO);
            workspace.archives().save(List.of(household));
            workspace.archives().save(List.of(village.rating(household.record(), "A", "86.50")));
            workspace.archives().save(List.of(village.rating(household.record(), "AA", "90.00")));
            var page = workspace.archives().list(RecordFilter.all("household"), TEN);
            assertEquals(Optional.of("AA"), page.items().get(0).grade());
            assertEquals(RecordSummary.Status.SAVED, page.items().get(0).status());
            assertEquals(
                    List.of("AA", "A"),
                    workspace.archives().about(household.record(), "rating", 5).stream()
                            .map(rating -> rating.content().text("rating.grade"))
                            .toList());
            assertEquals(
                    1, workspace.archives().counts("household", "2301").get(0).rated());
        }
    }

    @Test
    void aValueThatIsAnotherNowIsStale() {
        try (var workspace = create().workspace()) {
            var draft = village.named("曾小明");
            workspace.archives().save(List.of(draft));
            workspace.archives().save(List.of(village.edit(draft.record(), "head.name", "曾小明", "曾晓明")));
            var late = village.edit(draft.record(), "head.name", "曾小明", "曾大明");
            var refused =
                    assertThrows(AppException.class, () -> workspace.archives().save(List.of(late)));
            assertEquals(ErrorCode.STALE, refused.code());
            assertEquals(
                    "曾晓明",
                    workspace
                            .archives()
                            .find(draft.record())
                            .orElseThrow()
                            .content()
                            .text("head.name"));
            assertEquals(2, workspace.archives().history(draft.record()).size());
        }
    }

    @Test
    void aWrongPasswordIsRefusedAndTheRecoveryKeyOpens() {
        var created = create();
        created.workspace().close();
        assertEquals(
                ErrorCode.WRONG_PASSWORD,
                assertThrows(AppException.class, () -> open("别的密码")).code());
        try (var workspace = Workspace.openWithRecovery(
                folder, created.recoveryKey().toLowerCase(java.util.Locale.ROOT), Village.templates(), CLOCK)) {
            workspace.changePassword("新的密码".toCharArray());
        }
        open("新的密码").close();
        assertEquals(
                ErrorCode.WRONG_PASSWORD,
                assertThrows(AppException.class, () -> open("村里的密码")).code());
    }

    @Test
    void eitherEnvelopeOpensTheArchiveAndMendsTheOther() throws IOException {
        create().workspace().close();
        for (var name : List.of("archive.json", "archive-copy.json")) {
            var file = folder.resolve(name);
            var whole = Files.readString(file);
            for (var damage : List.of("", whole.substring(1), flippedKey(whole))) {
                Files.writeString(file, damage);
                try (var workspace = open("村里的密码")) {
                    assertEquals(
                            List.of(new ArchiveFinding(
                                    "envelope.mended", ArchiveFinding.Severity.MENDED, List.of(name))),
                            workspace.findings());
                }
                assertEquals(whole, Files.readString(file));
            }
            Files.delete(file);
            open("村里的密码").close();
            assertEquals(whole, Files.readString(file));
        }
        try (var workspace = open("村里的密码")) {
            assertEquals(List.of(), workspace.findings());
        }
    }

    @Test
    void theCopyFollowsThePassword() throws IOException {
        try (var workspace = create().workspace()) {
            workspace.changePassword("新的密码".toCharArray());
        }
        Files.delete(folder.resolve("archive.json"));
        assertEquals(
                ErrorCode.WRONG_PASSWORD,
                assertThrows(AppException.class, () -> open("村里的密码")).code());
        open("新的密码").close();
    }

    @Test
    void anotherFormatIsNamedAndNotTakenForAWrongPassword() throws IOException {
        create().workspace().close();
        var whole = Files.readString(folder.resolve("archive.json"));
        var codes = new java.util.ArrayList<ErrorCode>();
        for (var version : List.of(1, 4)) {
            for (var name : List.of("archive.json", "archive-copy.json")) {
                Files.writeString(folder.resolve(name), whole.replace("\"version\":3", "\"version\":" + version));
            }
            codes.add(assertThrows(AppException.class, () -> open("村里的密码")).code());
        }
        assertEquals(List.of(ErrorCode.OLDER_VERSION, ErrorCode.NEWER_VERSION), codes);
    }

    @Test
    void twoDamagedEnvelopesAreNamed() throws IOException {
        create().workspace().close();
        for (var name : List.of("archive.json", "archive-copy.json")) {
            var envelope = folder.resolve(name);
            Files.writeString(envelope, Files.readString(envelope).substring(1));
        }
        var failure = assertThrows(AppException.class, () -> open("村里的密码"));
        assertEquals(ErrorCode.FILE_DAMAGED, failure.code());
        assertEquals(List.of("archive.json"), failure.args());
    }

    /** The same envelope with one digit of the key behind the password changed, as a bad disk would. */
    private static String flippedKey(String envelope) {
        var at = envelope.indexOf("\"key\":\"") + 10;
        var digit = envelope.charAt(at) == '0' ? '1' : '0';
        return envelope.substring(0, at) + digit + envelope.substring(at + 1);
    }

    @Test
    void aHouseholdIsFoundByEveryWayToTypeIt() {
        var village = new Village(2);
        var draft = village.draft(
                village.id(),
                Village.HOUSEHOLD,
                "230184101205",
                List.of(
                        FieldChange.set("head.name", "尉迟晓明"),
                        FieldChange.set("head.number", "23018419900101421X"),
                        FieldChange.set("head.phone", "13904516053")));
        try (var workspace = create().workspace()) {
            workspace.archives().save(village.households(40));
            workspace.archives().save(List.of(draft));
            var usual = Divisions.harbin().shortName(DivisionCode.of("230184101205"));
            for (var typed : List.of(
                    "尉迟", "晓明", "yuchi", "YCXM", "ycx", "2301841990", "421x", "13904516", "516053", usual, "尉迟 晓明")) {
                var page =
                        workspace.archives().list(RecordFilter.all("household").matching(typed), TEN);
                assertEquals(
                        List.of(draft.record()),
                        page.items().stream().map(RecordSummary::id).toList(),
                        typed);
                assertEquals(1, page.total(), typed);
            }
        }
    }

    @Test
    void aLetterFindsWithinATownWhatIsInTheStateAskedFor() {
        try (var workspace = create().workspace()) {
            var names = Map.of("王一", "230184101205", "吴二", "230184101206", "李三", "230184101205", "王四", "230184102200");
            var made = new TreeMap<String, UUID>();
            names.forEach((name, region) -> {
                var fields = List.of(FieldChange.set("head.name", name));
                var draft = village.draft(village.id(), Village.HOUSEHOLD, region, fields);
                made.put(name, draft.record());
                workspace.archives().save(List.of(draft));
            });
            for (var town : List.of("230184101", "230184101000")) {
                var saved = Set.of(RecordSummary.Status.SAVED);
                var page = workspace.archives().list(new RecordFilter("household", town, "w", saved), TEN);
                assertEquals(
                        List.of(made.get("王一"), made.get("吴二")),
                        page.items().stream().map(RecordSummary::id).toList());
                assertEquals(2, page.total());
                var settled = Set.of(RecordSummary.Status.SETTLED);
                var none = workspace.archives().list(new RecordFilter("household", town, "w", settled), TEN);
                assertEquals(0, none.total());
                var any = RecordFilter.all("household").in(town).matching("王");
                assertEquals(1, workspace.archives().list(any, TEN).total());
            }
        }
    }

    @Test
    void pagesOfASearchGoOnWhereTheyStopped() {
        try (var workspace = create().workspace()) {
            workspace.archives().save(village.households(300));
            var filter = RecordFilter.all("household").matching("l");
            var whole = workspace.archives().list(filter, RecordFilter.Window.first(1000));
            var seen = new ArrayList<UUID>();
            Optional<UUID> after = Optional.empty();
            while (seen.size() < whole.total()) {
                var page = workspace.archives().list(filter, new RecordFilter.Window(after, 7));
                page.items().forEach(line -> seen.add(line.id()));
                after = Optional.of(seen.get(seen.size() - 1));
            }
            assertEquals(whole.items().stream().map(RecordSummary::id).toList(), seen);
        }
    }

    @Test
    void aSecondProgramIsTurnedAway() {
        try (var workspace = create().workspace()) {
            assertEquals(Village.CITY, workspace.info().region());
            var refused = assertThrows(AppException.class, () -> open("村里的密码"));
            assertEquals(ErrorCode.FILE_LOCKED, refused.code());
            assertEquals(folder.toString(), refused.args().get(0));
        }
    }

    /** {@code deaf} is one of the words, and the platform would never let such a device in. */
    @Test
    void theLettersBehindTheNameOfADeviceMakeNoForbiddenWord() {
        var drawn = new ArrayDeque<>(List.of(0xdeaf, 0xdeaf, 0x012c));
        var random = new Random() {
            @Override
            public int nextInt(int bound) {
                return drawn.remove();
            }
        };
        assertEquals("LL-03-012c", DeviceName.drawn("LL-03", random));
    }

    private Workspace.Created create() {
        var setup = new Workspace.Setup(Village.CITY, "周敏", "LL-03", Argon2.Cost.TRIAL);
        return Workspace.create(folder, setup, "村里的密码".toCharArray(), Village.templates(), CLOCK);
    }

    private Workspace open(String password) {
        return Workspace.open(folder, password.toCharArray(), Village.templates(), CLOCK);
    }
}
