package xindang.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.archive.Change;
import xindang.model.archive.Draft;
import xindang.model.archive.FieldChange;
import xindang.model.archive.RecordFilter;
import xindang.model.archive.RecordSummary;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Ids;
import xindang.model.common.Progress;
import xindang.model.keeping.Archives;
import xindang.model.keeping.Departure;
import xindang.model.region.Divisions;
import xindang.model.testing.RatingFields;
import xindang.platform.Platform;

/** A platform in a process of its own, which is killed at any moment of a move: the new town gets the record all the same, once. */
class PlatformKillTest {
    private static final String OLD = Village.TOWN;
    private static final String NEW = "230184101";
    private static final String INTO = "230184101201";

    @TempDir
    Path data;

    private final Clock clock = Clock.systemUTC();
    private final Ids ids = new Ids(clock, new Random(83));
    private final List<ArchiveOffice> offices = new ArrayList<>();
    private Running platform;
    private FaultProxy proxy;

    private record Running(Process process, URI address) {}

    @BeforeEach
    void start() throws IOException {
        platform = run();
        proxy = new FaultProxy(platform.address());
    }

    @AfterEach
    void stop() throws InterruptedException {
        offices.forEach(ArchiveOffice::close);
        proxy.close();
        kill();
    }

    private Running run() throws IOException {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-XX:TieredStopAtLevel=1",
                        PlatformChild.class.getName(),
                        data.resolve("platform").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return new Running(process, URI.create(said.readLine()));
    }

    private void kill() throws InterruptedException {
        platform.process().destroyForcibly();
        assertTrue(platform.process().waitFor(60, TimeUnit.SECONDS));
    }

    private void killAndRun() throws IOException, InterruptedException {
        kill();
        runAgain();
    }

    private void runAgain() throws IOException {
        platform = run();
        proxy.target(platform.address());
    }

    @Test
    @Timeout(400)
    void killedAfterItStoredTheMoveItDeliversAfterItsNextStart() throws Exception {
        var old = office("LL-01-a001", OLD);
        var other = office("LL-02-b002", NEW);
        var record = household(old);
        sync(old);
        sync(other);
        move(old, record);
        sync(old);

        killAndRun();

        // the delivery is lost on its way: the office dies before it keeps the page, and asks again
        var store = new BreakingStore(other.exchange(), 1, true);
        assertThrows(BreakingStore.Death.class, () -> engine(store).sync(Progress.NONE));
        killAndRun();
        sync(other);
        isDelivered(old, other, record);
        assertEquals(0, engine(other.exchange()).sync(Progress.NONE).received());
    }

    @Test
    @Timeout(400)
    void killedAtAnyMomentOfTheMoveItDeliversOnce() throws Exception {
        var old = office("LL-01-a001", OLD);
        var other = office("LL-02-b002", NEW);
        for (var millis : new int[] {0, 60}) {
            var record = household(old);
            sync(old);
            sync(other);
            move(old, record);
            var pushing = new Thread(() -> {
                try {
                    engine(old.exchange()).sync(Progress.NONE);
                } catch (AppException e) {
                    assertEquals(ErrorCode.NETWORK, e.code());
                }
            });
            pushing.start();
            LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
            kill();
            pushing.join();
            runAgain();

            sync(old);
            sync(other);
            sync(old);
            isDelivered(old, other, record);
            assertEquals(0, old.exchange().counts().waiting());
        }
    }

    private void isDelivered(ArchiveOffice old, ArchiveOffice other, UUID record) {
        assertTrue(listed(other, Set.of()).contains(record));
        assertTrue(listed(old, Set.of(RecordSummary.Status.MOVED)).contains(record));
        assertEquals(said(old, record), said(other, record));
        assertEquals(old.content(record).asMap(), other.content(record).asMap());
        assertEquals("13911111111", other.content(record).text("head.phone"));
        assertEquals(1, other.archives().about(record, "rating", 5).size());
    }

    private static List<UUID> said(ArchiveOffice office, UUID record) {
        return office.history(record).stream().map(Change::id).toList();
    }

    private static List<UUID> listed(ArchiveOffice office, Set<RecordSummary.Status> statuses) {
        return office
                .archives()
                .list(new RecordFilter("household", "", "", statuses), RecordFilter.Window.first(50))
                .items()
                .stream()
                .map(RecordSummary::id)
                .toList();
    }

    private void move(ArchiveOffice office, UUID record) {
        var archives = new Archives(office.archives(), Village.TEMPLATES, Divisions.harbin(), ids, clock);
        assertEquals(
                List.of(),
                archives.move(record, new Departure(INTO, "", "随子女居住"), "张敏").violations());
    }

    /** A household with a change and a rating, saved and not sent. */
    private UUID household(ArchiveOffice office) {
        var record = ids.next();
        save(
                office,
                record,
                "household",
                FieldChange.set("file.village", Village.HAMLET),
                FieldChange.set("head.name", "王德才"));
        save(office, record, "household", FieldChange.set("head.phone", "13911111111"));
        save(office, ids.next(), "rating", RatingFields.of(record).toArray(FieldChange[]::new));
        return record;
    }

    private void save(ArchiveOffice office, UUID record, String type, FieldChange... fields) {
        office.save(List.of(new Draft(
                ids.next(),
                record,
                Village.TEMPLATES.get(type).ref(),
                List.of(fields),
                "张敏",
                clock.instant(),
                "screen",
                List.of())));
    }

    private ArchiveOffice office(String name, String region) {
        var office = ArchiveOffice.create(data.resolve(name), name, region, clock);
        offices.add(office);
        engine(office.exchange())
                .enrol(
                        proxy.address(),
                        Platform.code(data.resolve("platform"), clock, region),
                        region,
                        office.device());
        return office;
    }

    private void sync(ArchiveOffice office) {
        engine(office.exchange()).sync(Progress.NONE);
    }

    private SyncEngine engine(xindang.model.exchange.ExchangeStore store) {
        var http = HttpClient.newBuilder().connectTimeout(Village.PATIENCE).build();
        return new SyncEngine(store, http, clock, Village.PATIENCE);
    }
}
