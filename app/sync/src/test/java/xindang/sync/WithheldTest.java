package xindang.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.archive.Change;
import xindang.model.archive.Conflict;
import xindang.model.archive.FieldChange;
import xindang.model.archive.RecordFilter;
import xindang.model.archive.Row;
import xindang.model.archive.Withheld;
import xindang.model.common.Progress;
import xindang.model.exchange.WithheldChange;
import xindang.model.law.Arrival;
import xindang.model.law.Gate;
import xindang.model.law.Objection;
import xindang.model.law.Scrutiny;
import xindang.model.region.Divisions;
import xindang.model.template.Template;
import xindang.model.wire.ChangeJson;

/**
 * A device that signs as it should and checks nothing, an office whose program knows no forbidden word, and one whose program
 * does: real archives, the real platform.
 */
@SuppressWarnings("NullAway.Init") // begin sets the fields
class WithheldTest {
    /** A program of before. */
    private static final Scrutiny NOTHING = new Before(new AtomicBoolean());

    private static final String BLOOD = "血型AB型";
    private static final String SCRIPT = "<script>alert(1)</script>";

    @TempDir
    Path data;

    private final List<ArchiveOffice> offices = new ArrayList<>();
    /** Whether the platform knows by now what is forbidden. */
    private final AtomicBoolean platformKnows = new AtomicBoolean();

    private Village village;
    private FaultProxy proxy;
    private ArchiveOffice hostile;
    private ArchiveOffice old;
    private ArchiveOffice strict;

    @BeforeEach
    void open() {
        village = new Village(data.resolve("platform"), 61, new Before(platformKnows));
        proxy = new FaultProxy(village.platform().address());
        hostile = office("LL-01-a001", NOTHING);
        old = office("LL-02-b002", NOTHING);
        strict = office("LL-03-c003", Gate::arrivingValue);
    }

    private ArchiveOffice office(String device, Scrutiny scrutiny) {
        var office = ArchiveOffice.create(data.resolve(device), device, village.clock, scrutiny);
        offices.add(office);
        village.engine(office)
                .enrol(proxy.address(), village.platform().code(Village.TOWN), Village.TOWN, office.device());
        return office;
    }

    @AfterEach
    void close() {
        offices.forEach(ArchiveOffice::close);
        proxy.close();
        village.close();
    }

    private void exchange() {
        for (var round = 0; round < 2; round++) {
            offices.forEach(this::sync);
        }
    }

    private void sync(ArchiveOffice office) {
        village.engine(office).sync(Progress.NONE);
    }

    private void copyPlatform(String from, String to) {
        village.whileStopped(() -> Folders.copy(data.resolve(from), data.resolve(to)));
        proxy.target(village.platform().address());
    }

    private void edit(ArchiveOffice office, UUID record, String path, String value) {
        office.save(List.of(village.draft(
                record, List.of(new FieldChange(path, office.content(record).kept(path), Optional.of(value))))));
    }

    @Test
    void nothingOfWhatIsForbiddenIsKeptOrShown() {
        var record = village.household(hostile, "王德才");
        var texts = Map.of(
                "file.note",
                BLOOD,
                "finance.deposits",
                SCRIPT,
                "head.birth",
                "1979-02-31",
                "head.residence",
                "好".repeat(2_000_000));
        texts.forEach((path, value) -> edit(hostile, record, path, value));
        hostile.save(List.of(village.draft(
                village.ids.next(),
                List.of(FieldChange.set("file.village", Village.HAMLET), FieldChange.set("head.name", "王艾滋病患者")))));
        exchange();

        var content = strict.content(record);
        assertEquals(texts.keySet(), Set.copyOf(content.withheld()));
        texts.forEach((path, value) -> {
            assertEquals(Optional.of(Withheld.of(value)), content.kept(path), path);
            assertEquals("", content.text(path), path);
        });
        var shown = Gate.lawful(Village.TEMPLATES.get("household"), content, LocalDate.of(2026, 11, 23));
        assertEquals(
                Set.of("file.note", "head.birth", "head.residence"),
                Set.copyOf(shown.withheld()),
                "what is locked is not named");
        assertEquals(List.of(), shown.content().withheld());
        var listed = strict.archives().list(RecordFilter.all("household"), RecordFilter.Window.first(10));
        assertEquals(
                List.of("", "王德才"),
                listed.items().stream().map(item -> item.name()).sorted().toList());
        for (var change : strict.history(record)) {
            texts.values().forEach(value -> assertFalse(ChangeJson.write(change).contains(value)));
        }
        assertEquals(5, strict.exchange().withheld().size());
        assertEquals(0, old.exchange().withheld().size());
        assertEquals(BLOOD, old.content(record).text("file.note"));
        var before = strict.content(record);
        strict.reopen();
        assertEquals(before, strict.content(record));
    }

    @Test
    void anOfficeThatKeepsAValueAndOneThatDoesNotGoOnAlike() {
        var record = village.household(hostile, "王德才");
        edit(hostile, record, "head.residence", BLOOD);
        edit(hostile, record, "family.members.m1.name", "王小明");
        edit(hostile, record, "family.members.m1.awayPlace", BLOOD);
        exchange();

        edit(old, record, "head.residence", "东屯");
        edit(strict, record, "head.residence", "西屯");
        edit(old, record, "head.phone", "13722222222");
        strict.save(List.of(village.draft(
                record,
                List.of(
                        new FieldChange("family.members.m1.name", Optional.of("王小明"), Optional.empty()),
                        new FieldChange(
                                "family.members.m1.awayPlace",
                                strict.content(record).kept("family.members.m1.awayPlace"),
                                Optional.empty())))));
        edit(hostile, record, "family.members.m1.awayPlace", BLOOD + "2");
        exchange();
        exchange();

        assertEquals(1 + 1, old.conflicts().size());
        assertEquals(digests(old, record), digests(strict, record));
        assertEquals(clashes(old), clashes(strict));
        assertFalse(strict.conflicts().toString().contains(BLOOD));
    }

    @Test
    void aPlatformThatFindsNothingWrongKeepsTheValue() {
        var record = village.household(hostile, "王德才");
        edit(hostile, record, "file.note", BLOOD);
        exchange();

        var later = office("LL-04-d004", NOTHING);
        sync(later);

        assertEquals(List.of(true), reported(strict), "the platform was informed");
        assertEquals(BLOOD, later.content(record).text("file.note"));
    }

    @Test
    void whatThePlatformTookOutGoesOnWithTheDigestThatItHad() {
        platformKnows.set(true);
        var record = village.household(hostile, "王德才");
        edit(hostile, record, "file.note", BLOOD);
        exchange();
        var later = office("LL-04-d004", NOTHING);
        sync(later);
        assertEquals(List.of("file.note"), later.content(record).withheld());
        assertEquals(BLOOD, old.content(record).text("file.note"), "who had it keeps it");

        edit(hostile, record, "file.note", "常住");
        edit(hostile, record, "head.phone", "13722222222");
        exchange();

        for (var office : offices) {
            assertEquals(digests(old, record), digests(office, record), office.device());
            assertEquals("常住", office.content(record).text("file.note"));
        }
    }

    @Test
    void aPlatformThatWasSetBackGetsWhatIsLeftOfAChange() {
        copyPlatform("platform", "kept");
        var record = village.household(hostile, "王德才");
        edit(hostile, record, "file.note", BLOOD);
        exchange();
        copyPlatform("kept", "platform");

        sync(strict);
        var later = office("LL-04-d004", NOTHING);
        sync(later);
        assertEquals(List.of("file.note"), later.content(record).withheld());
        assertEquals("王德才", later.content(record).text("head.name"));
        exchange();

        for (var office : offices) {
            assertEquals(digests(old, record), digests(office, record), office.device());
            assertEquals(List.of(), office.conflicts());
        }
    }

    /** Lets in whatever arrives. */
    private record Before(AtomicBoolean knows) implements Scrutiny {
        @Override
        public Optional<String> objection(Template template, Change change, String path, String value) {
            return knows.get() ? Gate.arrivingValue(template, change, path, value) : Optional.empty();
        }

        @Override
        public List<Objection> objections(
                Optional<Template> template, Arrival arrival, Instant now, Divisions divisions) {
            return List.of();
        }
    }

    private static List<Boolean> reported(ArchiveOffice office) {
        return office.exchange().withheld().stream()
                .map(WithheldChange::reported)
                .toList();
    }

    private static Map<String, String> digests(ArchiveOffice office, UUID record) {
        var digests = new TreeMap<>(office.content(record).asMap());
        digests.replaceAll((path, value) -> Withheld.digest(value));
        return digests;
    }

    private static Map<UUID, List<String>> clashes(ArchiveOffice office) {
        return office.conflicts().stream().collect(Collectors.toMap(Conflict::id, conflict -> Stream.of(
                        conflict.base(),
                        conflict.kept().value(),
                        conflict.offered().value())
                .map(value -> digest(conflict, value))
                .toList()));
    }

    private static String digest(Conflict conflict, Optional<String> value) {
        if (!conflict.isRow()) {
            return value.map(Withheld::digest).orElse("");
        }
        var row = new TreeMap<>(Row.read(conflict.path(), value));
        row.replaceAll((path, text) -> Withheld.digest(text));
        return row.toString();
    }
}
