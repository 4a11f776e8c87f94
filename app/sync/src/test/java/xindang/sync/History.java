package xindang.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import xindang.model.archive.Change;
import xindang.model.archive.Conflict;
import xindang.model.archive.Content;
import xindang.model.archive.Draft;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Ids;
import xindang.model.common.Progress;
import xindang.model.exchange.ExchangeStore;
import xindang.model.testing.MemoryOffice;
import xindang.model.testing.Office;

/**
 * A random history of three to five offices and a platform in a town of their own, drawn from one seed: real engine, merge,
 * stores and platform on a clock that only the history moves.
 */
final class History implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LONGEST_QUIET = 12;

    final HistoryTown town;
    final List<Office> offices = new ArrayList<>();
    final List<UUID> records = new ArrayList<>();
    /** Every conflict that any office ever had. */
    final Map<UUID, Conflict> seen = new LinkedHashMap<>();
    /** Saves by record. */
    final Map<UUID, List<UUID>> saved = new HashMap<>();

    private final Map<Office, Integer> saves = new HashMap<>();
    private final Random random;
    private final Ids ids;
    private final List<String> log = new ArrayList<>();
    private Office acting;
    private int values;

    /** @param folder of the archives; absent for offices in memory */
    History(HistoryTown town, long seed, Optional<Path> folder) {
        this.town = town;
        random = new Random(seed);
        ids = new Ids(town.clock(), new Random(seed ^ 0x5eed));
        var count = 3 + random.nextInt(3);
        for (var i = 0; i < count; i++) {
            var device = town.device(i);
            var at = Integer.toString(i);
            var office = folder.<Office>map(
                            it -> ArchiveOffice.create(it.resolve(at), device, town.code(), town.clock()))
                    .orElseGet(() -> new MemoryOffice(device, Village.TEMPLATES));
            offices.add(office);
            enrol(office);
        }
        acting = offices.get(0);
    }

    private void enrol(Office office) {
        engine(office.exchange(), 0)
                .enrol(town.platform().address(), town.platform().code(town.code()), town.code(), office.device());
    }

    private SyncEngine engine(ExchangeStore store, int oneIn) {
        return new SyncEngine(store, new LossyNetwork(town.http(), random.nextLong(), oneIn), town.clock(), PATIENCE);
    }

    /** Lets something happen in some office. */
    void step(List<Operation> operations) {
        town.clock().advance(Duration.ofSeconds(1 + random.nextInt(50)));
        acting = oneOf(offices);
        oneOf(operations).run(this);
        acting.conflicts().forEach(conflict -> seen.putIfAbsent(conflict.id(), conflict));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** A value that nobody wrote before. */
    String fresh() {
        return "v" + ++values;
    }

    UUID newRecord() {
        var record = ids.next();
        records.add(record);
        return record;
    }

    /** A record that the acting office has. */
    Optional<UUID> record() {
        var known = records.stream().filter(id -> !content(id).isEmpty()).toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(oneOf(known));
    }

    Optional<Conflict> conflict() {
        var open = acting.conflicts();
        open.forEach(conflict -> seen.putIfAbsent(conflict.id(), conflict));
        return open.isEmpty() ? Optional.empty() : Optional.of(oneOf(open));
    }

    Content content(UUID record) {
        return acting.content(record);
    }

    void save(UUID record, Content before, Content after, List<UUID> resolves) {
        var fields = Operation.fields(before, after);
        if (fields.isEmpty() && resolves.isEmpty()) {
            return;
        }
        var draft = new Draft(
                ids.next(),
                record,
                Village.HOUSEHOLD,
                fields,
                "张敏",
                town.clock().instant(),
                "screen",
                resolves);
        acting.save(List.of(draft));
        saved.computeIfAbsent(record, id -> new ArrayList<>()).add(draft.id());
        saves.merge(acting, 1, Integer::sum);
        log.add(acting.device() + " saves " + record + " " + fields + " deciding " + resolves);
    }

    /** An exchange of the acting office. */
    void sync(int oneIn) {
        log.add(acting.device() + " syncs, one lost in " + oneIn);
        try {
            var report = engine(acting.exchange(), oneIn).sync(Progress.NONE);
            assertEquals(List.of(), report.setAside());
        } catch (AppException e) {
            if (oneIn == 0 || e.code() != ErrorCode.NETWORK) {
                throw e;
            }
        }
    }

    /** An exchange in the middle of which the program ends; it starts again. */
    void killedSync() {
        var step = random.nextInt(7);
        var before = random.nextBoolean();
        log.add(acting.device() + " dies " + (before ? "before" : "after") + " step " + step);
        try {
            engine(new BreakingStore(acting.exchange(), step, before), 0).sync(Progress.NONE);
        } catch (BreakingStore.Death e) {
            restart();
        }
    }

    void reopen() {
        log.add(acting.device() + " is opened again");
        restart();
    }

    private void restart() {
        if (acting instanceof ArchiveOffice archive) {
            archive.reopen();
        }
    }

    /** Everybody exchanges until nothing moves any more. */
    void settle() {
        for (var round = 0; round < LONGEST_QUIET; round++) {
            var moved = 0L;
            for (var office : offices) {
                var report = engine(office.exchange(), 0).sync(Progress.NONE);
                assertEquals(List.of(), report.setAside());
                moved += report.sent() + report.received();
                office.conflicts().forEach(conflict -> seen.putIfAbsent(conflict.id(), conflict));
            }
            if (moved == 0) {
                return;
            }
        }
        throw new AssertionError("the exchange does not come to rest");
    }

    /** An office that begins when all is over, and receives everything. */
    Office witness() {
        var office = new MemoryOffice(town.device(offices.size()), Village.TEMPLATES);
        enrol(office);
        engine(office.exchange(), 0).sync(Progress.NONE);
        return office;
    }

    /** Holds that the exchange store of each office has nothing left to do, and counted what it saved. */
    void checkCounts() {
        for (var office : offices) {
            var counts = office.exchange().counts();
            assertEquals(0, counts.waiting(), office.device());
            assertEquals(saves.getOrDefault(office, 0).longValue(), counts.settled(), office.device());
            var own = office.exchange().own(0, 1000);
            for (var i = 0; i < own.size(); i++) {
                assertEquals(i + 1L, own.get(i).sequence());
                assertTrue(
                        i == 0
                                ? own.get(i).previous().equals(Change.GENESIS)
                                : !own.get(i).previous().isEmpty());
            }
        }
    }

    List<String> log() {
        return log;
    }

    @Override
    public void close() {
        offices.forEach(office -> {
            if (office instanceof ArchiveOffice archive) {
                archive.close();
            }
        });
    }
}
