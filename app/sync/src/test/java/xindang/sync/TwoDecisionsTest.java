package xindang.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.archive.Conflict;
import xindang.model.common.Progress;
import xindang.model.keeping.Archives;
import xindang.model.keeping.Resolution;

/** Two offices decide one conflict without seeing each other's decision: two real archives on the real platform. */
class TwoDecisionsTest {
    private static final String PATH = "head.phone";

    @TempDir
    Path data;

    @Test
    void decisionsThatDifferAreANewConflictAndEqualOnesAreQuiet() {
        try (var village = new Village(data.resolve("platform"), 71);
                var first = ArchiveOffice.create(data.resolve("first"), "LL-01-a001", village.clock);
                var second = ArchiveOffice.create(data.resolve("second"), "LL-02-b002", village.clock)) {
            var one = village.enrolled(first);
            var two = village.enrolled(second);
            Runnable exchange = () -> {
                for (var office : List.of(one, two, one, two)) {
                    office.sync(Progress.NONE);
                }
            };
            var record = village.household(first, "王德才");
            exchange.run();
            var typed = Resolution.typed("13745454545");
            var choices = List.of(
                    List.of(Resolution.KEPT, Resolution.OFFERED),
                    List.of(Resolution.OFFERED, Resolution.KEPT),
                    List.of(Resolution.KEPT, typed),
                    List.of(typed, Resolution.KEPT),
                    List.of(Resolution.OFFERED, typed),
                    List.of(Resolution.KEPT, Resolution.KEPT),
                    List.of(typed, typed),
                    List.of(Resolution.OFFERED, Resolution.OFFERED));
            var news = new ArrayList<Integer>();
            for (var i = 0; i < choices.size(); i++) {
                village.edit(first, record, PATH, "1371111111" + i);
                village.edit(second, record, PATH, "1372222222" + i);
                exchange.run();
                decide(village, first, only(first), choices.get(i).get(0));
                decide(village, second, only(second), choices.get(i).get(1));
                var decided = first.content(record).text(PATH);
                exchange.run();

                assertEquals(first.conflicts(), second.conflicts());
                assertEquals(first.content(record), second.content(record));
                assertEquals(decided, first.content(record).text(PATH), "the first decision stays");
                news.add(first.conflicts().size());
                for (var conflict : first.conflicts()) {
                    decide(village, first, conflict.id(), Resolution.BASE);
                }
                exchange.run();
            }

            assertEquals(List.of(1, 1, 1, 1, 1, 0, 0, 0), news);
        }
    }

    private static UUID only(ArchiveOffice office) {
        var open = office.conflicts().stream().map(Conflict::id).toList();
        assertEquals(1, open.size());
        return open.get(0);
    }

    private static void decide(Village village, ArchiveOffice office, UUID conflict, Resolution resolution) {
        var archives =
                new Archives(office.archives(), Village.TEMPLATES, HistoryCity.DIVISIONS, village.ids, village.clock);
        assertTrue(archives.resolve(conflict, resolution, Desk.USER).isDone());
    }
}
