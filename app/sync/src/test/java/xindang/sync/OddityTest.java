package xindang.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xindang.model.archive.FieldChange;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Progress;
import xindang.model.testing.MemoryOffice;

/** Clocks that are wrong, archives that were copied, platforms that were set back, changes that are too large. */
class OddityTest {
    private static final String LETTERS = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜";
    private static final int LONGEST = 10_000;

    @TempDir
    Path data;

    @Test
    void aWrongClockChangesNothing() {
        try (var village = new Village(data, 21)) {
            var office = village.office("LL-01-a001");
            var late = Clock.offset(village.clock, Duration.ofDays(-4000));
            var engine = new SyncEngine(office, village.http, late, Village.PATIENCE);
            engine.enrol(
                    village.platform().address(), village.platform().code(Village.TOWN), Village.TOWN, "LL-01-a001");
            village.household(office, "王德才");

            var report = engine.sync(Progress.NONE);

            assertEquals(1, report.states().settled());
            assertEquals(-4000, report.wrongClock().orElseThrow().toDays());
        }
    }

    @Test
    void aClockThatIsAMinuteOffIsRightEnough() {
        try (var village = new Village(data, 32)) {
            var office = village.office("LL-01-a001");
            village.enrolled(office);
            var early = Clock.offset(village.clock, Duration.ofMinutes(4));
            var engine = new SyncEngine(office, village.http, early, Village.PATIENCE);

            assertEquals(Optional.empty(), engine.sync(Progress.NONE).wrongClock());
        }
    }

    @Test
    void aCopyOfAnArchiveBecomesADeviceOfItsOwnAtItsFirstExchange() {
        try (var village = new Village(data, 22)) {
            var office = village.office("LL-01-a001");
            var engine = village.enrolled(office);
            engine.sync(Progress.NONE);
            var copy = village.office("LL-01-a001");
            for (var name : List.of("exchange.key", "exchange.membership")) {
                copy.setting(name, office.setting(name).orElseThrow());
            }
            village.household(office, "王德才");
            village.household(copy, "李桂芝");
            engine.sync(Progress.NONE);

            var report = village.engine(copy).sync(Progress.NONE);

            assertTrue(report.becameOwn());
            assertEquals(1, copy.counts().settled(), "what was typed is handed in");
            assertEquals(false, village.engine(copy).sync(Progress.NONE).becameOwn());
            assertEquals(false, engine.sync(Progress.NONE).becameOwn());
        }
    }

    @Test
    void aForkedDeviceThatIsEnrolledAgainHandsInItsChanges() {
        try (var village = new Village(data, 23)) {
            var office = village.office("LL-01-a001");
            village.enrolled(office).sync(Progress.NONE);
            var copy = village.office("LL-01-a001");
            var lost = village.household(office, "王德才");
            var kept = village.household(copy, "李桂芝");
            village.engine(office).sync(Progress.NONE);

            village.enrolled(copy).sync(Progress.NONE);

            assertEquals("李桂芝", copy.content(kept).text("head.name"));
            assertEquals("王德才", copy.content(lost).text("head.name"));
            assertEquals(1, copy.counts().settled());
        }
    }

    @Test
    void anotherHistoryOfTheDeviceComesInWhole() {
        try (var village = new Village(data, 31)) {
            var office = village.office("LL-01-a001");
            var engine = village.enrolled(office);
            var lost = village.household(office, "王德才");
            engine.sync(Progress.NONE);
            // The archive was lost; what was typed anew carries receipts, by whatever accident.
            var anew = village.office("LL-01-a001");
            var kept = village.household(anew, "李桂芝");
            anew.receipted(anew.seal(200).orElseThrow().key(), "receipt");
            for (var name : List.of("exchange.key", "exchange.membership")) {
                anew.setting(name, office.setting(name).orElseThrow());
            }

            village.engine(anew).sync(Progress.NONE);

            assertEquals("王德才", anew.content(lost).text("head.name"));
            assertEquals("李桂芝", anew.content(kept).text("head.name"));
            assertEquals(1, anew.counts().receipted(), "what did not come back is not settled");
        }
    }

    @Test
    void aPlatformThatWasSetBackGetsAgainWhatItLost() {
        var backup = data.resolve("backup");
        try (var village = new Village(data.resolve("platform"), 24);
                var proxy = new FaultProxy(village.platform().address())) {
            var office = village.office("LL-01-a001");
            var other = village.office("LL-02-b002");
            for (var each : List.of(office, other)) {
                village.engine(each)
                        .enrol(proxy.address(), village.platform().code(Village.TOWN), Village.TOWN, each.device());
            }
            var old = village.household(office, "王德才");
            village.engine(office).sync(Progress.NONE);
            village.whileStopped(() -> copy(data.resolve("platform"), backup));
            proxy.target(village.platform().address());
            var fresh = village.household(office, "李桂芝");
            village.engine(office).sync(Progress.NONE);
            village.whileStopped(() -> copy(backup, data.resolve("platform")));
            proxy.target(village.platform().address());
            var newest = village.household(office, "赵国强");

            var report = village.engine(office).sync(Progress.NONE);
            village.engine(other).sync(Progress.NONE);

            assertTrue(report.platformSetBack());
            for (var record : List.of(old, fresh, newest)) {
                assertEquals(office.content(record), other.content(record));
                assertEquals(false, other.content(record).isEmpty());
            }
            assertEquals(3, office.counts().settled());
        }
    }

    @Test
    void changesTooLargeForOneBatchGoInParts() {
        try (var village = new Village(data, 25)) {
            var office = village.office("LL-01-a001");
            var other = village.office("LL-02-b002");
            var engine = village.enrolled(office);
            var random = new Random(25);
            for (var i = 0; i < 150; i++) {
                note(village, office, random, 6_000);
            }
            note(village, office, random, 600_000);

            assertEquals(151, engine.sync(Progress.NONE).sent());
            assertEquals(151, village.enrolled(other).sync(Progress.NONE).received());
        }
    }

    /** Saves a household with so many letters of statements, which do not compress well and say nothing. */
    private static void note(Village village, MemoryOffice office, Random random, int letters) {
        var fields = new ArrayList<FieldChange>();
        fields.add(FieldChange.set("file.village", Village.HAMLET));
        fields.add(FieldChange.set("head.name", "王德才"));
        for (var left = letters; left > 0; left -= LONGEST) {
            var text = random.ints(Math.min(left, LONGEST), 0, LETTERS.length())
                    .mapToObj(at -> LETTERS.substring(at, at + 1))
                    .collect(Collectors.joining());
            fields.add(FieldChange.set("adverse.items.a%02d.statement".formatted(fields.size()), text));
        }
        office.save(List.of(village.draft(UUID.randomUUID(), fields)));
    }

    @Test
    void whatThePlatformSetsAsideIsReportedWithItsReason() {
        try (var village = new Village(data, 26)) {
            var office = village.office("LL-01-a001");
            var engine = village.enrolled(office);
            village.household(office, "王德才");
            office.save(List.of(village.draft(
                    village.ids.next(),
                    List.of(FieldChange.set("file.village", Village.HAMLET), FieldChange.set("head.shoeSize", "43")))));
            village.household(office, "李桂芝");

            var report = engine.sync(Progress.NONE);

            assertEquals(1, report.setAside().size());
            assertEquals("field.unknown", report.setAside().get(0).code());
            assertEquals("head.shoeSize", report.setAside().get(0).field());
            assertEquals(3, report.states().settled());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void whatThePlatformSetsAsideIsReportedAlsoWhenTheProgramDiesOnTheWay(int deadly) {
        try (var village = new Village(data, 27)) {
            var office = village.office("LL-01-a001");
            var engine = village.enrolled(office);
            office.save(List.of(village.draft(
                    village.ids.next(),
                    List.of(FieldChange.set("file.village", Village.HAMLET), FieldChange.set("head.shoeSize", "43")))));
            var reported = new ArrayList<SyncReport.SetAside>();
            var dies = new SyncEngine(
                    new BreakingStore(office.exchange(), deadly, true), village.http, village.clock, Village.PATIENCE);
            try {
                reported.addAll(dies.sync(Progress.NONE).setAside());
            } catch (BreakingStore.Death e) {
                // the next start goes on
            }

            reported.addAll(engine.sync(Progress.NONE).setAside());
            reported.addAll(engine.sync(Progress.NONE).setAside());

            assertEquals(
                    List.of("field.unknown"),
                    reported.stream().map(SyncReport.SetAside::code).toList());
        }
    }

    @Test
    void whatWaitsAtThePlatformIsNamedUntilItIsTakenInOrSetAside() {
        try (var village = new Village(data, 33)) {
            var office = village.office("LL-01-a001");
            var other = village.office("LL-02-b002");
            var engine = village.enrolled(office);
            var record = village.ids.next();
            var query = village.ids.next();
            office.save(List.of(village.draft(
                    query,
                    Village.TEMPLATES.get("query").ref(),
                    List.of(
                            FieldChange.set("query.subject", record.toString()),
                            FieldChange.set("query.kind", "view"),
                            FieldChange.set("query.purpose", "贷前调查"),
                            FieldChange.set("query.person", "张敏"),
                            FieldChange.set("query.at", "昨天")))));

            var first = engine.sync(Progress.NONE);
            var again = engine.sync(Progress.NONE);
            other.save(List.of(village.draft(
                    record,
                    List.of(FieldChange.set("file.village", Village.HAMLET), FieldChange.set("head.name", "王德才")))));
            village.enrolled(other).sync(Progress.NONE);
            var after = engine.sync(Progress.NONE);

            for (var report : List.of(first, again)) {
                var waits = report.waiting().get(0);
                assertEquals(Optional.of(query), waits.record());
                assertEquals(record, waits.wanted());
                assertEquals("subject.unknown", waits.code());
                assertEquals(List.of(), report.setAside());
            }
            assertEquals(List.of(), after.waiting());
            assertEquals("value.type", after.setAside().get(0).code());
            assertEquals("query.at", after.setAside().get(0).field());
            assertEquals(List.of(), engine.sync(Progress.NONE).setAside(), "reported once");
            assertEquals("王德才", office.content(record).text("head.name"));
        }
    }

    @Test
    void anotherPlatformAtTheAddressIsRefused() {
        try (var village = new Village(data.resolve("a"), 27);
                var stranger = new Village(data.resolve("b"), 28);
                var proxy = new FaultProxy(village.platform().address())) {
            var office = village.office("LL-01-a001");
            var engine = village.engine(office);
            engine.enrol(proxy.address(), village.platform().code(Village.TOWN), Village.TOWN, "LL-01-a001");
            proxy.target(stranger.platform().address());
            var later = new SyncEngine(office, HttpClient.newHttpClient(), village.clock, Village.PATIENCE);

            var failure = assertThrows(AppException.class, () -> later.sync(Progress.NONE));

            assertEquals("exchange.platform", failure.args().get(0));
        }
    }

    @Test
    void withoutEncryptionItSpeaksToItsOwnMachineOnly() {
        try (var village = new Village(data, 29)) {
            var engine = village.engine(village.office("LL-01-a001"));

            for (var address : List.of("http://10.1.2.3:8080", "ftp://127.0.0.1", "http://127.0.0.1.example.com")) {
                var failure = assertThrows(
                        AppException.class,
                        () -> engine.enrol(URI.create(address), "AAAA", Village.TOWN, "LL-01-a001"));
                assertEquals(ErrorCode.USAGE, failure.code());
            }
        }
    }

    @Test
    void beforeAnEnrolmentThereIsNothingToExchangeWith() {
        try (var village = new Village(data, 30)) {
            var engine = village.engine(village.office("LL-01-a001"));

            var failure = assertThrows(AppException.class, () -> engine.sync(Progress.NONE));

            assertEquals("exchange.not-enrolled", failure.args().get(0));
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to);
            try (var files = Files.list(from)) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
