package xindang.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Progress;
import xindang.model.exchange.ExchangeStore;
import xindang.model.testing.MemoryOffice;
import xindang.sync.FaultProxy.Fault;

/** Whatever a network or a power cut does to an exchange, no change is lost and none is taken twice. */
class FaultTest {
    /** Where a platform falls silent, so that the test need not wait long. */
    private static final Duration HASTE = Duration.ofMillis(400);

    @TempDir
    Path data;

    private Village village;
    private FaultProxy proxy;

    @BeforeEach
    void start() {
        village = new Village(data, 11);
        proxy = new FaultProxy(village.platform().address());
    }

    @AfterEach
    void stop() {
        proxy.close();
        village.close();
    }

    private SyncEngine engine(ExchangeStore store) {
        return engine(store, Village.PATIENCE);
    }

    private SyncEngine engine(ExchangeStore store, Duration patience) {
        // A client of its own, so that no connection of before is used again.
        var http = HttpClient.newBuilder().connectTimeout(Village.PATIENCE).build();
        return new SyncEngine(store, http, village.clock, patience);
    }

    private MemoryOffice enrolled(String device) {
        var office = village.office(device);
        engine(office).enrol(proxy.address(), village.platform().code(Village.TOWN), Village.TOWN, device);
        return office;
    }

    /** What an office that begins today receives: everything there is. */
    private MemoryOffice witness(int changes) {
        var office = village.office("LL-99-ffff");
        proxy.heal();
        engine(office).enrol(proxy.address(), village.platform().code(Village.TOWN), Village.TOWN, "LL-99-ffff");
        assertEquals(changes, engine(office).sync(Progress.NONE).received());
        return office;
    }

    @Test
    void aLostAnswerIsGivenAgain() {
        var office = enrolled("LL-01-a001");
        var record = village.household(office, "王德才");
        engine(office).sync(Progress.NONE);
        village.edit(office, record, "head.phone", "13911111111");
        proxy.suffer(() -> Fault.cutDown(0));

        var failure = assertThrows(AppException.class, () -> engine(office).sync(Progress.NONE));
        proxy.heal();
        engine(office).sync(Progress.NONE);

        assertEquals(ErrorCode.NETWORK, failure.code());
        assertEquals(2, office.counts().settled());
        assertEquals("13911111111", witness(2).content(record).text("head.phone"));
    }

    @Test
    void aPlatformThatFallsSilentIsGivenUp() {
        var office = enrolled("LL-01-a001");
        village.household(office, "王德才");
        proxy.suffer(() -> Fault.blackHole(40));

        var failure =
                assertThrows(AppException.class, () -> engine(office, HASTE).sync(Progress.NONE));

        assertEquals(ErrorCode.NETWORK, failure.code());
    }

    @Test
    void aSlowLinkIsSlowAndNotBroken() {
        var office = enrolled("LL-01-a001");
        for (var i = 0; i < 40; i++) {
            village.household(office, Village.name(i));
        }
        proxy.suffer(() -> Fault.slow(30));

        assertEquals(40, engine(office).sync(Progress.NONE).sent());
    }

    @Test
    @Timeout(300)
    void cutsAnywhereOnTheWayLoseAndDoubleNothing() {
        var random = new Random(20261123);
        var offices = List.of(enrolled("LL-01-a001"), enrolled("LL-02-b002"));
        var records = new ArrayList<UUID>();
        var saved = 0;
        var broken = 0;
        for (var round = 0; round < 40; round++) {
            var office = offices.get(random.nextInt(2));
            for (var i = random.nextInt(6); i >= 0; i--) {
                if (records.isEmpty() || random.nextInt(3) == 0) {
                    records.add(village.household(office, Village.name(saved)));
                } else {
                    var record = records.get(random.nextInt(records.size()));
                    if (office.content(record).isEmpty()) {
                        continue;
                    }
                    village.edit(
                            office,
                            record,
                            random.nextBoolean() ? "head.phone" : "file.group",
                            "138%08d".formatted(saved));
                }
                saved++;
            }
            var fault = fault(random);
            proxy.suffer(() -> fault);
            broken += tried(() -> engine(office, HASTE).sync(Progress.NONE)) ? 0 : 1;
        }
        proxy.heal();
        for (var i = 0; i < 2; i++) {
            offices.forEach(office -> engine(office).sync(Progress.NONE));
        }

        assertTrue(broken >= 5, "only " + broken + " exchanges were broken");
        var witness = witness(saved);
        for (var office : offices) {
            assertEquals(0, office.counts().waiting());
            records.forEach(record -> assertEquals(witness.content(record), office.content(record)));
            assertEquals(new HashSet<>(witness.conflicts()), new HashSet<>(office.conflicts()));
        }
    }

    private static Fault fault(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> Fault.cutUp(random.nextInt(4000));
            case 1 -> Fault.cutDown(random.nextInt(4000));
            case 2 -> Fault.halfClose(random.nextInt(3000));
            case 3 -> random.nextInt(3) == 0 ? Fault.blackHole(random.nextInt(3000)) : Fault.cutDown(0);
            default -> Fault.NONE;
        };
    }

    private static boolean tried(Runnable work) {
        try {
            work.run();
            return true;
        } catch (AppException e) {
            assertEquals(ErrorCode.NETWORK, e.code(), e::toString);
            return false;
        }
    }

    @Test
    @Timeout(300)
    void aPowerCutBetweenAnyTwoStepsLosesAndDoublesNothing() {
        var other = enrolled("LL-02-b002");
        village.household(other, "李桂芝");
        engine(other).sync(Progress.NONE);
        var changes = 1;
        var deadly = 0;
        var died = true;
        while (died) {
            died = false;
            for (var before : List.of(true, false)) {
                var office = enrolled("LL-01-a" + deadly + (before ? "x" : "y"));
                for (var i = 0; i < 3; i++) {
                    village.household(office, Village.name(i));
                }
                changes += 3;
                try {
                    engine(new BreakingStore(office, deadly, before)).sync(Progress.NONE);
                } catch (BreakingStore.Death e) {
                    died = true;
                }
                engine(office).sync(Progress.NONE);
                assertEquals(3, office.counts().settled());
                assertEquals(0, office.counts().waiting());
            }
            deadly++;
        }

        assertTrue(deadly > 4, "only " + deadly + " steps");
        witness(changes);
    }

    @Test
    @Timeout(300)
    void batchesThatOvertakeEachOtherOrAreCutLoseAndDoubleNothing() {
        var office = enrolled("LL-01-a001");
        for (var i = 0; i < 1500; i++) {
            village.household(office, Village.name(i));
        }
        var connections = new AtomicInteger();
        proxy.suffer(() -> connections.getAndIncrement() % 2 == 0 ? Fault.slow(20) : Fault.NONE);
        var half = cancelledAfter(800);
        assertThrows(AppException.class, () -> engine(office).sync(half));
        assertTrue(connections.get() > 1, "one batch after the other");

        var random = new Random(20261127);
        proxy.suffer(() -> Fault.cutUp(random.nextInt(40_000)));
        for (var i = 0; i < 10; i++) {
            tried(() -> engine(office).sync(Progress.NONE));
        }
        proxy.heal();
        engine(office).sync(Progress.NONE);

        assertEquals(1500, office.counts().settled());
        assertEquals(0, office.counts().waiting());
        witness(1500);
    }

    @Test
    void aCancelledExchangeGoesOnLater() {
        var office = enrolled("LL-01-a001");
        for (var i = 0; i < 450; i++) {
            village.household(office, Village.name(i));
        }
        var impatient = cancelledAfter(200);

        var failure = assertThrows(AppException.class, () -> engine(office).sync(impatient));
        var sent = engine(office).sync(Progress.NONE).sent();

        assertEquals(ErrorCode.CANCELLED, failure.code());
        assertEquals(250, sent);
        witness(450);
    }

    /** Somebody who cancels when so many are done. */
    private static Progress cancelledAfter(long enough) {
        return new Progress() {
            private boolean cancelled;

            @Override
            public void at(String step, long done, long total) {
                cancelled = done >= enough;
            }

            @Override
            public boolean cancelled() {
                return cancelled;
            }
        };
    }
}
