package xindang.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import xindang.desktop.Bench;
import xindang.desktop.Screens;
import xindang.model.archive.Change;
import xindang.model.archive.FieldChange;
import xindang.model.common.Digest;
import xindang.model.common.Ids;
import xindang.model.keeping.Archives;
import xindang.model.practice.Invented;
import xindang.model.region.Divisions;
import xindang.model.shipped.ShippedTemplates;
import xindang.persistence.Workspace;
import xindang.persistence.keys.Argon2;

/**
 * Reads every text of the window on every page over a real archive: shown, spoken and tooltip texts. None contains a
 * locked, expired, withheld or masked value.
 */
@Tag("ui")
class WindowShownTest {
    private static final String USER = "王海燕";
    private static final char[] PASSWORD = "a long password".toCharArray();
    private static final String PHONE = "13912345678";
    private static final String OTHER_PHONE = "13700000192";
    /** Deposits with a withdrawn consent, from this office and another one, in different formats. */
    private static final Set<String> LOCKED =
            Set.of("8765431", "8,765,431", "876.54", "7654321", "7,654,321", "765.43");

    private static final String OVER = "拖欠农资款";
    private static final String BLOOD = "血型AB型";

    @TempDir
    private Path folder;

    private final ShippedTemplates templates = ShippedTemplates.load();
    private final Set<String> said = new HashSet<>();
    private final List<String> shown = new ArrayList<>();
    private final String number =
            new Invented(3, LocalDate.now(Bench.CLOCK)).person(30, 60).number().toString();
    private UUID record = new UUID(0, 0);

    @BeforeAll
    static void startToolkit() {
        Screens.start();
    }

    @BeforeEach
    void fill() {
        var setup = new Workspace.Setup("230184101000", USER, "LL-03", Argon2.Cost.TRIAL);
        try (var workspace = Workspace.create(folder.resolve("archive"), setup, PASSWORD, templates, Bench.CLOCK)
                .workspace()) {
            fill(workspace);
        }
    }

    private void fill(Workspace workspace) {
        var ids = new Ids(Bench.CLOCK, new Random(3));
        var archives = new Archives(workspace.archives(), templates, Divisions.harbin(), ids, Bench.CLOCK);
        var known = Map.of("head.name", "王德才", "head.number", number, "head.phone", PHONE);
        record = archives.create("household", "230184101201", known, USER)
                .get()
                .changes()
                .get(0)
                .record();
        var given = Map.of("noticeAt", "2026-11-10", "signedAt", "2026-11-10", "reference", "LL-1");
        archives.giveConsent(record, given, USER).get();
        archives.edit(record, Map.of("finance.deposits", "8765431"), USER).get();
        var row = Map.of(
                "adverse.items.a1.kind", "overdue",
                "adverse.items.a1.fact", OVER,
                "adverse.items.a1.endsOn", "2023-06-01");
        archives.edit(record, row, USER).get();
        archives.withdrawConsent(record, Map.of("signedAt", "2026-11-15", "reason", "不再贷款"), USER)
                .get();
        var arrived = Arrivals.change(
                record,
                1,
                Change.GENESIS,
                FieldChange.set("file.note", BLOOD),
                new FieldChange("head.residence", Optional.of("东屯"), Optional.of(BLOOD)),
                new FieldChange("head.phone", Optional.of("13600000001"), Optional.of(OTHER_PHONE)),
                new FieldChange("finance.deposits", Optional.of("1"), Optional.of("7654321")));
        workspace.exchange().settle(Arrivals.page(arrived), "c1", Bench.CLOCK.instant());
    }

    @Test
    @Timeout(300)
    void nothingThatIsHiddenIsInAWordOfTheWindow() {
        try (var workspace = Workspace.open(folder.resolve("archive"), PASSWORD, templates, Bench.CLOCK);
                var window = RealWindow.of(workspace, USER, Bench.CLOCK)) {
            everywhere(
                    window,
                    Stream.concat(LOCKED.stream(), Stream.of(BLOOD, Digest.of(BLOOD), number, PHONE, OTHER_PHONE))
                            .toList());
            assertTrue(window.dialogs.failures.isEmpty(), window.dialogs.failures.toString());
        }
        assertEquals(List.of(), shown);
        assertTrue(said.contains(OVER), "what is within its term is shown");
        assertTrue(said.stream().anyMatch(words -> words.contains("依法不收")), "the place of what is withheld is named");
        assertTrue(said.stream().anyMatch(words -> words.contains("存款")), "the locked item is named");
    }

    @Test
    @Timeout(300)
    void whatIsOverItsTermIsInNoWordUnderAClockThatIsAhead() {
        var ahead = Clock.offset(Bench.CLOCK, Duration.ofDays(775));
        try (var workspace = Workspace.open(folder.resolve("archive"), PASSWORD, templates, ahead);
                var window = RealWindow.of(workspace, USER, ahead)) {
            assertTrue(workspace.archives().find(record).orElseThrow().content().hasBlock("adverse"), "it is kept");
            everywhere(window, List.of(OVER));
        }
        assertEquals(List.of(), shown);
    }

    private void everywhere(RealWindow window, List<String> secrets) {
        var id = record.toString();
        look(window, secrets, "home", "");
        look(window, secrets, "archive", "");
        window.type(window.inputs(), "王德才");
        looks(window, secrets, "archive, found");
        assertTrue(window.words().contains("王德才"), "the list shows the record");
        look(window, secrets, "rating", "");
        look(window, secrets, "rating", id);
        look(window, secrets, "rating", "rules:household");
        look(window, secrets, "report", "");
        window.type(window.inputs(), "王德才");
        looks(window, secrets, "report, found");
        look(window, secrets, "report", id);
        look(window, secrets, "settings", "");
        look(window, secrets, "sync", "");
        assertTrue(window.words().contains("王德才"), "the inbox shows the record");
        look(window, secrets, "form", id);
        for (var section : window.buttons("section-.+|form-side-.+")) {
            window.press(section);
            looks(window, secrets, "form, " + section);
        }
        window.press("find");
        window.type(
                window.inputs().stream()
                        .filter(field -> "palette-field".equals(field.getId()))
                        .toList(),
                "王德才");
        looks(window, secrets, "the search");
    }

    private boolean isNumber(String secret) {
        return List.of(number, PHONE).contains(secret);
    }

    private void look(RealWindow window, List<String> secrets, String page, String detail) {
        window.go(page, detail);
        looks(window, secrets, page + " " + detail);
    }

    private void looks(RealWindow window, List<String> secrets, String where) {
        window.settle();
        for (var words : window.words()) {
            said.add(words);
            secrets.stream()
                    .filter(words::contains)
                    // a form shows its own numbers, because opening it is in the query log
                    .filter(secret -> !(where.startsWith("form") && words.equals(secret) && isNumber(secret)))
                    .forEach(secret -> shown.add(where + " shows " + secret + ": " + words));
        }
    }
}
