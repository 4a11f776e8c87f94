package xindang.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xindang.model.testing.ExchangeStoreContract.pulled;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xindang.model.archive.ArchiveStore;
import xindang.model.archive.Content;
import xindang.model.archive.Draft;
import xindang.model.archive.RecordFilter;
import xindang.model.archive.RecordSummary;
import xindang.model.archive.Standing;
import xindang.model.common.Ids;
import xindang.model.exchange.Verdict;
import xindang.model.law.SureDay;
import xindang.model.rating.RatingForms;
import xindang.model.rating.Ratings;
import xindang.model.shipped.ShippedTemplates;
import xindang.persistence.keys.Argon2;

/** A list says of every rating whether it holds, as the rule says it that reads the whole subject. */
class ListedStandingTest {
    private static final String PASSWORD = "密码密码密码密码";
    private static final String VILLAGE = "230184101205";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String DAY = "2026-11-18";
    private static final List<String> PATHS = List.of(
            "file.note",
            "finance.loanBalance",
            "finance.deposits",
            "land.contracted",
            "head.workers",
            "social.arrears",
            "adverse.items.a.kind",
            "adverse.items.a.fact",
            "adverse.items.a.basis",
            "consents.given.a.until");

    /** The last place in the order of the platform. */
    private long position;

    @TempDir
    Path folder;

    private final ShippedTemplates templates = ShippedTemplates.load();
    private final Ids ids = new Ids(Clock.fixed(at(DAY), ZONE), new SplittableRandom(11));
    private int minutes;

    @BeforeEach
    void create() {
        make("office");
    }

    @Test
    void listsSayWhatTheRuleSaysWhateverIsWritten() throws Exception {
        var random = new SplittableRandom(20261130);
        var subjects = new ArrayList<UUID>();
        try (var workspace = open("office", DAY)) {
            for (var i = 0; i < 25; i++) {
                subjects.add(household(workspace.archives()));
            }
            for (var round = 0; round < 4; round++) {
                for (var subject : subjects) {
                    if (random.nextInt(3) == 0) {
                        ratings(workspace, DAY).rate(subject, "王海燕");
                    }
                    if (random.nextInt(3) == 0) {
                        edit(workspace.archives(), subject, PATHS.get(random.nextInt(PATHS.size())), value(random));
                    }
                }
                assertAgrees(workspace, DAY);
            }
            var waiting = workspace.archives().attention("household", VILLAGE);
            assertTrue(waiting.stale() > 3, waiting.toString());
            assertTrue(waiting.incomplete() > 3, waiting.toString());
        }
        for (var day : List.of("2026-11-19", "2027-03-02", "2027-11-17", "2027-11-18", "2028-10-22")) {
            try (var workspace = open("office", day)) {
                assertAgrees(workspace, day);
            }
        }
        var before = Dump.of(folder.resolve("office"), PASSWORD);
        Files.delete(folder.resolve("office/archive.mv.db"));
        open("office", "2028-10-22").close();
        assertEquals(before, Dump.of(folder.resolve("office"), PASSWORD));
    }

    @Test
    void aConsentThatEndsMakesStaleOnTheDayAfterAndTheValidityEnds() {
        UUID lent;
        UUID other;
        try (var workspace = open("office", DAY)) {
            lent = household(workspace.archives());
            edit(workspace.archives(), lent, "consents.given.a.until", "2027-03-01");
            other = household(workspace.archives());
            ratings(workspace, DAY).rate(lent, "王海燕");
            ratings(workspace, DAY).rate(other, "王海燕");
            assertEquals(Optional.of(Standing.CURRENT), line(workspace, lent).standing());
        }
        try (var workspace = open("office", "2027-03-01")) {
            assertEquals(Optional.of(Standing.CURRENT), line(workspace, lent).standing());
        }
        try (var workspace = open("office", "2027-03-02")) {
            assertEquals(Optional.of(Standing.STALE), line(workspace, lent).standing());
            assertEquals(Optional.of(Standing.CURRENT), line(workspace, other).standing());
            assertEquals(
                    new ArchiveStore.Attention(1, 0, 0), workspace.archives().attention("household", ""));
        }
        try (var workspace = open("office", "2027-11-18")) {
            assertEquals(Optional.of(Standing.EXPIRED), line(workspace, other).standing());
            assertEquals(
                    new ArchiveStore.Attention(1, 1, 0), workspace.archives().attention("household", ""));
        }
    }

    @Test
    void whatAnotherOfficeWroteMakesStaleAndItsRatingHolds() {
        make("other");
        try (var office = open("office", DAY);
                var other = open("other", DAY)) {
            var subject = household(office.archives());
            ratings(office, DAY).rate(subject, "王海燕");
            hand(office, other, subject);
            office.archives().about(subject, Ratings.TYPE, 1).forEach(rating -> hand(office, other, rating.id()));
            assertEquals(Optional.of(Standing.CURRENT), line(other, subject).standing());
            assertAgrees(other, DAY);

            edit(office.archives(), subject, "adverse.items.z.basis", "（2026）1 号");
            hand(office, other, subject);
            assertEquals(Optional.of(Standing.STALE), line(other, subject).standing());
            assertTrue(line(other, subject).incomplete());
            assertAgrees(other, DAY);
        }
    }

    @Test
    void aWithdrawalMakesStale() {
        try (var workspace = open("office", DAY)) {
            var subject = household(workspace.archives());
            ratings(workspace, DAY).rate(subject, "王海燕");
            edit(workspace.archives(), subject, "consents.given.w.kind", "withdrawn");
            assertEquals(Optional.of(Standing.STALE), line(workspace, subject).standing());
            assertAgrees(workspace, DAY);
        }
    }

    @Test
    void aRowWhoseTermIsOverMakesStaleAndIsNoDraftAnyMore() {
        UUID subject;
        try (var workspace = open("office", DAY)) {
            subject = household(workspace.archives());
            edit(workspace.archives(), subject, "adverse.items.a.fact", "贷款逾期四个月");
            edit(workspace.archives(), subject, "adverse.items.a.endsOn", "2021-12-01");
            ratings(workspace, DAY).rate(subject, "王海燕");
            assertTrue(line(workspace, subject).incomplete());
            assertEquals(Optional.of(Standing.CURRENT), line(workspace, subject).standing());
        }
        try (var workspace = open("office", "2026-12-02")) {
            assertEquals(Optional.of(Standing.STALE), line(workspace, subject).standing());
            assertFalse(line(workspace, subject).incomplete());
            assertAgrees(workspace, "2026-12-02");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-11-18", "2025-11-18"})
    void whatBearsATimeThatIsWrongByAYearIsNotTheNewestForEver(String wrong) throws Exception {
        make("other");
        try (var office = open("office", DAY);
                var other = open("other", wrong)) {
            var subject = household(office.archives());
            hand(office, other, subject);
            ratings(other, wrong).rate(subject, "李春");
            other.archives().about(subject, Ratings.TYPE, 1).forEach(rating -> hand(other, office, rating.id()));
            // of a day that cannot have begun, or before the consent
            assertEquals(Optional.of(Standing.STALE), line(office, subject).standing());
            assertAgrees(office, DAY);
            ratings(office, DAY).rate(subject, "王海燕");
            assertEquals("王海燕", newest(office, subject));
            assertEquals(Optional.of(Standing.CURRENT), line(office, subject).standing());

            save(other.archives(), subject, "finance.loanBalance", "90000.00", at(wrong));
            save(other.archives(), subject, "adverse.items.z.basis", "（2026）1 号", at(wrong));
            hand(other, office, subject);
            assertEquals(Optional.of(Standing.STALE), line(office, subject).standing());
            assertAgrees(office, DAY);
            ratings(office, DAY).rate(subject, "王海燕");
            assertEquals(Optional.of(Standing.CURRENT), line(office, subject).standing());
            assertAgrees(office, DAY);
        }
        var before = Dump.of(folder.resolve("office"), PASSWORD);
        Files.delete(folder.resolve("office/archive.mv.db"));
        open("office", DAY).close();
        assertEquals(before, Dump.of(folder.resolve("office"), PASSWORD));
    }

    private static String newest(Workspace workspace, UUID subject) {
        return workspace
                .archives()
                .about(subject, Ratings.TYPE, 1)
                .get(0)
                .content()
                .text("rating.person");
    }

    /** In a town what is typed is found along the index of names, which does not say what is complete. */
    @Test
    void aTownFindsAmongNamesWhatIsNotComplete() {
        make("town", VILLAGE.substring(0, 9) + "000");
        try (var workspace = open("town", DAY)) {
            household(workspace.archives());
            var subject = household(workspace.archives());
            edit(workspace.archives(), subject, "adverse.items.a.fact", "贷款逾期四个月");
            for (var text : List.of("", "关", "gql")) {
                var found = workspace
                        .archives()
                        .list(new RecordFilter("household", "", text, Set.of(), true), RecordFilter.Window.first(10));
                assertEquals(
                        List.of(subject),
                        found.items().stream().map(RecordSummary::id).toList(),
                        text);
                assertEquals(1, found.total(), text);
            }
        }
    }

    private void assertAgrees(Workspace workspace, String day) {
        var ratings = ratings(workspace, day);
        var store = workspace.archives();
        var lines = store.list(RecordFilter.all("household"), RecordFilter.Window.first(100))
                .items();
        for (var line : lines) {
            var record = store.find(line.id()).orElseThrow();
            var rule = store.about(line.id(), Ratings.TYPE, 1).stream()
                    .findFirst()
                    .flatMap(ratings::stored)
                    .map(stored -> ratings.standing(record, stored));
            assertEquals(rule, line.standing(), day + " " + record.content().asMap());
            var drafts = ratings.preview(
                            record, RatingForms.shipped().newest("household").orElseThrow())
                    .inputs()
                    .get("adverseDrafts");
            assertEquals(
                    drafts != null && !drafts.equals("0"),
                    line.incomplete(),
                    record.content().asMap().toString());
        }
        for (var text : List.of("", "关", "gql")) {
            var all =
                    store.list(new RecordFilter("household", "230184", text, Set.of()), RecordFilter.Window.first(100));
            var only = store.list(
                    new RecordFilter("household", "230184", text, Set.of(), true), RecordFilter.Window.first(100));
            var wanted = all.items().stream()
                    .filter(RecordSummary::incomplete)
                    .map(RecordSummary::id)
                    .toList();
            assertEquals(wanted, only.items().stream().map(RecordSummary::id).toList(), text);
            assertEquals(wanted.size(), only.total(), text);
        }
        var waiting = store.attention("household", "230184");
        assertEquals(lines.stream().filter(RecordSummary::isStale).count(), waiting.stale());
        assertEquals(lines.stream().filter(RecordSummary::isExpired).count(), waiting.expired());
        assertEquals(lines.stream().filter(RecordSummary::incomplete).count(), waiting.incomplete());
        assertEquals(ArchiveStore.Attention.NONE, store.attention("household", "230185"));
        assertEquals(ArchiveStore.Attention.NONE, store.attention("enterprise", ""));
    }

    private void hand(Workspace from, Workspace to, UUID record) {
        for (var change : from.archives().history(record)) {
            var known = to.archives().history(record).stream()
                    .anyMatch(had -> had.id().equals(change.id()));
            if (!known) {
                position++;
                to.exchange().settle(List.of(pulled(position, change, Verdict.APPLIED)), "c" + position, change.at());
            }
        }
    }

    private static RecordSummary line(Workspace workspace, UUID subject) {
        return workspace.archives().list(RecordFilter.all("household"), RecordFilter.Window.first(100)).items().stream()
                .filter(line -> line.id().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    private static String value(SplittableRandom random) {
        return switch (random.nextInt(5)) {
            case 0 -> "";
            case 1 -> "overdue";
            case 2 -> "true";
            case 3 -> "2027-03-01";
            default -> Integer.toString(1 + random.nextInt(40));
        };
    }

    private UUID household(ArchiveStore store) {
        var id = ids.next();
        var values = new TreeMap<>(Map.of(
                "file.village",
                VILLAGE,
                "head.name",
                "关庆林",
                "head.workers",
                "3",
                "finance.deposits",
                "130000.00",
                "finance.loanBalance",
                "0.00",
                "land.contracted",
                "28.5"));
        values.put("consents.given.a.kind", "signed");
        values.put("consents.given.a.noticeAt", "2026-10-22");
        values.put("consents.given.a.signedAt", "2026-10-22");
        values.put("consents.given.a.blocks", "finance.deposits,house,income");
        save(store, id, Content.EMPTY, Content.of(values), now());
        return id;
    }

    private void edit(ArchiveStore store, UUID id, String path, String value) {
        save(store, id, path, value, now());
    }

    private void save(ArchiveStore store, UUID id, String path, String value, Instant at) {
        var before = store.find(id).orElseThrow().content();
        save(store, id, before, before.with(path, value), at);
    }

    private void save(ArchiveStore store, UUID id, Content before, Content after, Instant at) {
        var fields = before.changesTo(after);
        if (!fields.isEmpty()) {
            var template = templates.get("household").ref();
            store.save(List.of(new Draft(ids.next(), id, template, fields, "王海燕", at, "edit", List.of())));
        }
    }

    private Ratings ratings(Workspace workspace, String day) {
        var now = day.equals(DAY) ? now() : at(day);
        return new Ratings(workspace.archives(), templates, RatingForms.shipped(), ids, Clock.fixed(now, ZONE));
    }

    private Instant now() {
        minutes++;
        return at(DAY).plusSeconds(minutes);
    }

    private static Instant at(String day) {
        return Instant.parse(day + "T01:00:00Z");
    }

    private void make(String name) {
        make(name, VILLAGE);
    }

    private void make(String name, String region) {
        var setup = new Workspace.Setup(region, "王海燕", "LL-03", Argon2.Cost.TRIAL);
        Workspace.create(folder.resolve(name), setup, PASSWORD.toCharArray(), templates, clock(DAY))
                .workspace()
                .close();
    }

    /** An archive that knows which day it is. */
    private Workspace open(String name, String day) {
        try (var workspace = Workspace.open(folder.resolve(name), PASSWORD.toCharArray(), templates, clock(day))) {
            workspace.exchange().setting(SureDay.SIGNED, at(day).toString());
        }
        return Workspace.open(folder.resolve(name), PASSWORD.toCharArray(), templates, clock(day));
    }

    private static Clock clock(String day) {
        return Clock.fixed(at(day), ZONE);
    }
}
