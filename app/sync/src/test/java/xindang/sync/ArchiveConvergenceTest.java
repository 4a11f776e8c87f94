package xindang.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import xindang.model.common.Progress;
import xindang.model.testing.Office;

class ArchiveConvergenceTest extends ConvergenceContract {
    private final List<ArchiveOffice> offices = new ArrayList<>();

    @Override
    Office office(Village village, String device) {
        var office = ArchiveOffice.create(data.resolve("office-" + device), device, village.clock);
        offices.add(office);
        return office;
    }

    @AfterEach
    void close() {
        offices.forEach(ArchiveOffice::close);
    }

    @Test
    void aPowerCutBetweenAnyTwoStepsLosesAndDoublesNothing() {
        try (var village = new Village(data.resolve("platform"), 41)) {
            var first = office(village, "LL-01-a001");
            var second = office(village, "LL-02-b002");
            village.enrolled(first);
            var other = village.enrolled(second);
            var saved = 0;
            var deadly = 0;
            var died = true;
            while (died) {
                died = false;
                for (var before : List.of(true, false)) {
                    village.household(first, Village.name(saved));
                    village.household(first, Village.name(saved));
                    saved += 2;
                    var broken = new BreakingStore(first.exchange(), deadly, before);
                    try {
                        new SyncEngine(broken, village.http, village.clock).sync(Progress.NONE);
                    } catch (BreakingStore.Death e) {
                        died = true;
                    }
                    village.engine(first).sync(Progress.NONE);
                }
                deadly++;
            }

            assertEquals(saved, first.exchange().counts().settled());
            assertEquals(saved, other.sync(Progress.NONE).received());
        }
    }

    @Test
    void anotherPlatformGetsEverythingFromTheBeginning() {
        try (var village = new Village(data.resolve("platform"), 42);
                var successor = new Village(data.resolve("successor"), 43)) {
            var first = office(village, "LL-01-a001");
            var second = office(village, "LL-02-b002");
            var engine = village.enrolled(first);
            var record = village.household(first, "王德才");
            engine.sync(Progress.NONE);
            village.edit(first, record, "head.phone", "13911111111");
            engine.sync(Progress.NONE);

            var report = successor.enrolled(first).sync(Progress.NONE);

            assertEquals(true, report.platformSetBack());
            assertEquals(2, successor.enrolled(second).sync(Progress.NONE).received());
            assertEquals(first.content(record), second.content(record));
            assertEquals(2, first.exchange().counts().settled());
        }
    }
}
