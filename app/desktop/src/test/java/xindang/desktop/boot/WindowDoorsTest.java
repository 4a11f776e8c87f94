package xindang.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import xindang.desktop.Bench;
import xindang.desktop.Screens;
import xindang.desktop.intake.Rosters;
import xindang.model.archive.Change;
import xindang.model.archive.FieldChange;
import xindang.model.common.Ids;
import xindang.model.keeping.Archives;
import xindang.model.practice.Invented;
import xindang.model.region.Divisions;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.template.Templates;
import xindang.model.wire.ChangeJson;
import xindang.persistence.Workspace;
import xindang.persistence.keys.Argon2;

/**
 * Tests every input of text in the window over a real archive. Forbidden words are typed into each one, and the action
 * of the page is run. The archive must never contain them.
 *
 * <p>The test finds the inputs in the window. It also counts the source lines that create inputs. A new input that no
 * walk reaches therefore fails this test.
 */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // the test sets the fields
class WindowDoorsTest {
    private static final String BLOOD = "血型AB型";
    private static final String USER = "王海燕";
    private static final char[] PASSWORD = "a long password".toCharArray();
    private static final String VILLAGE = "230184101201";
    private static final List<String> KINDS = List.of("household", "enterprise", "practitioner");
    private static final Path SOURCES = Path.of("src/main/java/xindang/desktop");
    private static final Pattern MAKES = Pattern.compile(
            "new (?:TextField|TextArea|PasswordField|SearchField)\\(|Fields\\.(?:text|note|password)\\(|setEditable\\(true");

    /** The number of inputs that a source file creates, and the ids of some of them. */
    private static final Map<String, Made> MADE = new TreeMap<>(Map.ofEntries(
            Map.entry("archive/ArchiveListView.java", new Made(1, "archive-search")),
            Map.entry("form/ConsentActPane.java", new Made(2, "consent-act-until", "consent-act-reason")),
            Map.entry("form/ConsentPart.java", new Made(1, "consent-reference")),
            Map.entry("form/ErasePart.java", new Made(1, "form-erase-name", "form-erase-reason")),
            Map.entry("form/FieldFactory.java", new Made(4, "file-note", "head-people", "head-name")),
            Map.entry("form/MovePane.java", new Made(2, "move-date", "move-reason")),
            Map.entry("intake/IntakeOptionsBar.java", new Made(1, "intake-consent", "intake-purpose")),
            Map.entry("intake/ProblemDetail.java", new Made(1, "intake-correct")),
            Map.entry("report/ChooserView.java", new Made(1, "report-search")),
            Map.entry("report/IssuePane.java", new Made(2, "report-purpose", "report-issuer", "report-recipient")),
            Map.entry(
                    "settings/SettingsView.java",
                    new Made(4, "settings-known", "settings-password", "settings-again", "settings-known-recovery")),
            Map.entry("shell/ClockBar.java", new Made(1, "clock-today")),
            Map.entry("shell/Palette.java", new Made(1, "palette-field")),
            Map.entry(
                    "shell/UnlockView.java",
                    new Made(2, "unlock-person", "unlock-password", "unlock-region", "unlock-code")),
            Map.entry("sync/ClashCard.java", new Made(1, "sync-other")),
            Map.entry("sync/EnrolCard.java", new Made(2, "sync-address", "sync-code")),
            Map.entry("sync/PurposeRow.java", new Made(1, "sync-purpose")),
            // all other inputs use these
            Map.entry("ui/Fields.java", new Made(3)),
            Map.entry("ui/SearchField.java", new Made(1))));

    private record Made(int times, Set<String> found) {
        Made(int times, String... found) {
            this(times, Set.of(found));
        }
    }

    @TempDir
    private Path folder;

    private final Templates templates = ShippedTemplates.load();
    private final Ids ids = new Ids(Bench.CLOCK, new Random(3));
    private final Set<String> probed = new TreeSet<>();
    private final List<String> holes = new ArrayList<>();
    private Workspace workspace;
    private RealWindow window;
    /** True if the archive is open, false on the unlock page. */
    private boolean isOpen;

    @BeforeAll
    static void startToolkit() {
        Screens.start();
    }

    @Test
    void everyPlaceForWordsIsMadeInASourceThatIsCounted() throws IOException {
        var made = new TreeMap<String, Integer>();
        for (var file : files(SOURCES)) {
            var times = (int) MAKES.matcher(Files.readString(file)).results().count();
            if (times > 0) {
                made.put(SOURCES.relativize(file).toString().replace('\\', '/'), times);
            }
        }
        var counted = new TreeMap<String, Integer>();
        MADE.forEach((file, row) -> counted.put(file, row.times()));
        assertEquals(
                counted,
                made,
                "a new place for words needs a station that leads to it, and a question to Gate before it is kept");
    }

    @Test
    @Timeout(600)
    void whatTheLawForbidsPassesNoDoor() throws IOException {
        var archive = folder.resolve("archive");
        UUID[] subjects;
        try (var open = create(archive)) {
            workspace = open;
            isOpen = true;
            subjects = subjects();
            window = RealWindow.of(open, USER, Bench.CLOCK);
            pages(subjects);
            forms(subjects);
            clash();
            finish();
        }
        ahead(archive);
        door(archive);
        assertEquals(List.of(), holes);
        var missed = new TreeSet<String>();
        MADE.values().forEach(row -> missed.addAll(row.found()));
        missed.removeAll(probed);
        assertEquals(Set.of(), missed, "no walk came there; they came to " + probed);
    }

    private Workspace create(Path archive) {
        return Workspace.create(
                        archive,
                        new Workspace.Setup("230184101000", USER, "LL-03", Argon2.Cost.TRIAL),
                        PASSWORD,
                        templates,
                        Bench.CLOCK)
                .workspace();
    }

    /** Returns a household, an enterprise and a practitioner with all consents. */
    private UUID[] subjects() {
        return KINDS.stream().map(this::subject).toArray(UUID[]::new);
    }

    private UUID subject(String type) {
        var person = new Invented(type.hashCode(), LocalDate.now(Bench.CLOCK));
        var paths = templates.get(type).subjectPaths();
        var number = type.equals("enterprise")
                ? "91230184MA1B2C3D4Y"
                : person.person(30, 60).number().toString();
        var made = archives().create(type, VILLAGE, Map.of(paths.name(), "王德才", paths.number(), number), USER);
        return made.get().changes().get(0).record();
    }

    private Archives archives() {
        return new Archives(workspace.archives(), templates, Divisions.harbin(), ids, Bench.CLOCK);
    }

    private void pages(UUID[] subjects) throws IOException {
        var record = subjects[0].toString();
        walk(Station.of("archive", ""));
        walk(Station.of("home", "", "find"));
        walk(Station.of("rating", ""));
        walk(Station.of("rating", record));
        walk(Station.of("rating", "rules:household"));
        walk(Station.of("settings", "").acts("settings-change", "settings-renew"));
        walk(Station.of("sync", "")
                .beside(Map.of("sync-address", "http://127.0.0.1:9", "sync-code", "ABCD-1234"))
                .acts("sync-enrol"));
        walk(Station.of("report", ""));
        walk(Station.of("report", record, "report-audience-1")
                .beside(Map.of("report-purpose", "贷款", "report-recipient", "五常农商行"))
                .acts("report-save"));
        var papers = Map.of("intake-pass", "LL-2", "intake-receiver", "五常农商行", "intake-purpose", "贷款");
        var roster = Rosters.faulty(folder, 30).toString();
        walk(Station.of("intake", roster, "intake-columns-edit")
                .beside(papers)
                .acts("intake-correct-do", "intake-write"));
        walk(Station.of("intake", ""));
    }

    private void forms(UUID[] subjects) throws IOException {
        sections("new:household:" + VILLAGE);
        walk(Station.of("form", subjects[0].toString(), "section-finance", "consent-paper")
                .acts("consent-keep"));
        for (var place : List.of(0, 2)) {
            var given = Map.of("noticeAt", "2026-11-10", "signedAt", "2026-11-10", "reference", "LL-1");
            archives().giveConsent(subjects[place], given, USER).get();
        }
        sections(subjects[1].toString());
        sections(subjects[2].toString());
        var household = subjects[0].toString();
        var days = Map.of(
                "consent-act-receiver",
                "五常农商行",
                "consent-act-purpose",
                "贷款",
                "consent-act-noticeAt",
                "2026-11-10",
                "consent-act-signedAt",
                "2026-11-10");
        for (var act : List.of("form-act-give", "form-act-refuse", "form-act-withdraw")) {
            walk(Station.of("form", household, "section-consents", act, "consent-act-use-1")
                    .beside(days)
                    .acts("consent-act-record"));
        }
        walk(Station.of("form", household, "form-side-2")
                .beside(Map.of("move-county", "", "move-township", "", "move-village", ""))
                .acts("move-out"));
        walk(Station.of("form", household, "form-erase")
                .beside(Map.of("form-erase-name", "王德才", "form-erase-reason", "本人要求"))
                .acts("form-erase-yes"));
    }

    /** Visits every section of a form, with a new row in each of its groups. */
    private void sections(String detail) throws IOException {
        enter(Station.of("form", detail));
        for (var section : window.buttons("section-.+")) {
            enter(Station.of("form", detail, section));
            var way = new ArrayList<>(List.of(section));
            way.addAll(window.buttons(".+-add"));
            walk(new Station("form", detail, way, Map.of(), List.of()));
        }
    }

    /** Visits conflicts about items of two households. */
    private void clash() throws IOException {
        var first = clash(
                1,
                Change.GENESIS,
                new FieldChange("head.phone", Optional.of("13700000192"), Optional.of("13900007754")));
        workspace.exchange().settle(Arrivals.page(first), "c1", Bench.CLOCK.instant());
        enter(Station.of("sync", ""));
        window.settle();
        walk(Station.of("sync", "", "sync-reveal").acts("sync-reveal-show"));
        assertTrue(window.press(window.buttons("sync-1-.+").get(0)) && window.press("sync-confirm"));
        var second = clash(
                2, ChangeJson.digest(first), new FieldChange("head.residence", Optional.of("东屯"), Optional.of("西屯")));
        workspace.exchange().settle(Arrivals.page(first, second), "c2", Bench.CLOCK.instant());
        enter(Station.of("sync", ""));
        window.settle();
        walk(Station.of("sync", "", window.buttons("sync-4-.+").get(0)).acts("sync-confirm"));
    }

    private static Change clash(long sequence, String previous, FieldChange field) {
        return Arrivals.change(new UUID(7, sequence), sequence, previous, FieldChange.set("head.name", "王德才"), field);
    }

    /** Visits the clock bar. The clock is so far ahead that the window asks for the date. */
    private void ahead(Path archive) throws IOException {
        var clock = Clock.offset(Bench.CLOCK, Duration.ofDays(775));
        try (var open = Workspace.open(archive, PASSWORD, templates, clock)) {
            workspace = open;
            isOpen = true;
            window = RealWindow.of(open, USER, clock);
            walk(Station.of("home", "", "clock-confirm").acts("clock-keep"));
            finish();
        }
    }

    /** Visits the unlock page: create an archive, open one, and open one with the recovery code. */
    private void door(Path archive) throws IOException {
        var preferences = folder.resolve("user");
        var entered = new ArrayList<Workspace>();
        var gate = new WorkspaceGate(
                Preferences.in(preferences), Shipped.once(), Bench.CLOCK, (opened, person) -> entered.add(opened));
        isOpen = false;
        var password = String.valueOf(PASSWORD);
        var known = Map.of("unlock-person", USER, "unlock-password", password, "unlock-again", password);
        window = RealWindow.door(gate);
        walk(Station.of("", "").beside(known).acts("unlock-open"));
        window.close();
        gate.open(archive, USER, PASSWORD).leave().run();
        window = RealWindow.door(gate);
        walk(Station.of("", "", "unlock-back").beside(known).acts("unlock-open"));
        walk(Station.of("", "", "unlock-recover").beside(known).acts("unlock-open"));
        window.close();
        assertEquals(List.of(), entered, "nobody came in with what may not be written");
    }

    private void walk(Station station) throws IOException {
        enter(station);
        var names = window.names();
        if (station.acts().isEmpty()) {
            window.type(window.inputs().stream().filter(this::isJudged).toList(), BLOOD);
            names.forEach(name -> probed.add(plain(name)));
        } else {
            for (var name : names) {
                if (!probed.contains(plain(name))) {
                    each(station, names, name);
                }
            }
        }
        window.settle();
        look(station.toString());
    }

    /** Types into one field, fills the other fields with lawful words, and runs the actions of the page. */
    private void each(Station station, List<String> names, String name) throws IOException {
        if (!window.names().equals(names)) {
            enter(station);
        }
        if (!window.names().equals(names)) {
            holes.add(station + " was " + names + " and is " + window.names());
            return;
        }
        window.inputs().forEach(field -> window.fill(field, ""));
        station.beside().forEach(window::fill);
        var field = window.inputs().get(names.indexOf(name));
        if (isJudged(field)) {
            window.type(List.of(field), BLOOD);
            window.settle();
            station.acts().forEach(this::act);
        }
        probed.add(plain(name));
        look(name + " of " + station);
    }

    private void act(String id) {
        window.dialogs.answers.add(true);
        window.dialogs.files.add(folder.resolve("out-" + id));
        window.press(id);
        window.dialogs.answers.clear();
        window.dialogs.files.clear();
    }

    /** Returns a name without its random part. */
    private static String plain(String name) {
        return name.replaceAll("-[0-9a-f]{8}-.*", "");
    }

    private boolean isJudged(TextInputControl field) {
        return !AboutFirms.is(RealWindow.name(field));
    }

    /** Checks that the words are neither stored nor shown outside their own field. */
    private void look(String where) throws IOException {
        if (isOpen && ArchiveText.of(workspace).contains(BLOOD)) {
            holes.add(where + " keeps it");
        }
        for (var file : files(folder)) {
            if (new String(Files.readAllBytes(file), StandardCharsets.UTF_8).contains(BLOOD)) {
                holes.add(where + " leaves it in " + file);
            }
        }
        if ((window.dialogs.notices.toString() + window.dialogs.asked).contains(BLOOD)) {
            holes.add(where + " says it");
        }
        if (!window.dialogs.failures.isEmpty()) {
            holes.add(where + " fails: " + window.dialogs.failures);
            window.dialogs.failures.clear();
        }
    }

    private void enter(Station station) {
        if (!station.page().isEmpty()) {
            window.go(station.page(), station.detail());
        }
        station.way().forEach(this::press);
    }

    /** Presses a button. Some pages make it, or enable it, a moment after they are shown; some stations do not have it. */
    private void press(String id) {
        for (var tries = 0; tries < 3 && !window.press(id); tries++) {
            window.settle();
        }
    }

    private void finish() throws IOException {
        window.go("home", "");
        look("the end");
        window.close();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
