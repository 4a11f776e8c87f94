package xindang.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.archive.Change;
import xindang.model.archive.Conflict;
import xindang.model.common.Progress;
import xindang.model.testing.Office;

/** Two offices and a platform come to the same records, whatever kind of archive the offices keep. */
abstract class ConvergenceContract {
    @TempDir
    Path data;

    /** An office on a new archive; it is closed by the test that made it. */
    abstract Office office(Village village, String device);

    @Test
    void whatOneOfficeSavesTheOtherReceives() {
        try (var village = new Village(data, 1)) {
            var first = office(village, "LL-01-a001");
            var second = office(village, "LL-02-b002");
            var up = village.enrolled(first);
            var down = village.enrolled(second);
            var record = village.household(first, "王德才");

            var sent = up.sync(Progress.NONE);
            var received = down.sync(Progress.NONE);

            assertEquals(1, sent.sent());
            assertEquals(1, sent.states().settled());
            assertEquals(1, received.received());
            assertEquals(first.content(record), second.content(record));
            assertEquals("王德才", second.content(record).text("head.name"));
        }
    }

    @Test
    void changesOfDifferentFieldsMerge() {
        try (var village = new Village(data, 2)) {
            var first = office(village, "LL-01-a001");
            var second = office(village, "LL-02-b002");
            var one = village.enrolled(first);
            var two = village.enrolled(second);
            var record = village.household(first, "王德才");
            one.sync(Progress.NONE);
            two.sync(Progress.NONE);

            village.edit(first, record, "head.phone", "13911111111");
            village.edit(second, record, "file.group", "四组");
            one.sync(Progress.NONE);
            two.sync(Progress.NONE);
            one.sync(Progress.NONE);

            assertEquals(first.content(record), second.content(record));
            assertEquals("13911111111", second.content(record).text("head.phone"));
            assertEquals("四组", first.content(record).text("file.group"));
            assertEquals(List.of(), first.conflicts());
        }
    }

    @Test
    void aClashIsOneConflictEverywhereUntilSomebodyDecides() {
        try (var village = new Village(data, 3)) {
            var first = office(village, "LL-01-a001");
            var second = office(village, "LL-02-b002");
            var one = village.enrolled(first);
            var two = village.enrolled(second);
            var record = village.household(first, "王德才");
            one.sync(Progress.NONE);
            two.sync(Progress.NONE);
            village.edit(first, record, "head.phone", "13911111111");
            village.edit(second, record, "head.phone", "13722222222");
            one.sync(Progress.NONE);
            two.sync(Progress.NONE);
            one.sync(Progress.NONE);

            assertEquals(1, first.conflicts().size());
            assertEquals(first.conflicts(), second.conflicts());
            var conflict = first.conflicts().get(0);
            assertEquals("13911111111", conflict.kept().value().orElseThrow());
            assertEquals("13722222222", conflict.offered().value().orElseThrow());
            assertEquals("13911111111", second.content(record).text("head.phone"));

            village.resolve(second, record, conflict.id(), "head.phone", "13722222222");
            two.sync(Progress.NONE);
            one.sync(Progress.NONE);

            assertEquals(List.<Conflict>of(), first.conflicts());
            assertEquals(List.<Conflict>of(), second.conflicts());
            assertEquals("13722222222", first.content(record).text("head.phone"));
            assertEquals(first.content(record), second.content(record));
        }
    }

    /** What was saved and may not be kept is in the ledger, and nowhere that tells of the record. */
    @Test
    void whatThePlatformSetsAsideIsNoPartOfTheRecordAnyMore() {
        try (var village = new Village(data, 5)) {
            var first = office(village, "LL-01-a001");
            var second = office(village, "LL-02-b002");
            var one = village.enrolled(first);
            var two = village.enrolled(second);
            var record = village.household(first, "王德才");
            village.edit(first, record, "head.phone", "13911111111");
            village.edit(first, record, "file.note", "血型AB型");

            assertEquals(1, one.sync(Progress.NONE).setAside().size());
            two.sync(Progress.NONE);

            var here = first.archives().find(record).orElseThrow();
            var there = second.archives().find(record).orElseThrow();
            assertEquals(there.content(), here.content());
            assertEquals(there.updatedAt(), here.updatedAt());
            assertEquals(
                    second.history(record).stream().map(Change::id).toList(),
                    first.history(record).stream().map(Change::id).toList());
            assertEquals(2, first.history(record).size());
            assertEquals(3, first.exchange().counts().settled());
        }
    }

    @Test
    void severalBatchesAndPagesArriveWholeAndInOrder() {
        try (var village = new Village(data, 4)) {
            var first = office(village, "LL-01-a001");
            var second = office(village, "LL-02-b002");
            var one = village.enrolled(first);
            var two = village.enrolled(second);
            for (var i = 0; i < 1203; i++) {
                village.household(first, Village.name(i));
            }

            assertEquals(1203, one.sync(Progress.NONE).sent());
            assertEquals(1203, two.sync(Progress.NONE).received());
            assertEquals(0, two.sync(Progress.NONE).received());
        }
    }
}
