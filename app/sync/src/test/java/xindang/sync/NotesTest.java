package xindang.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.common.Progress;

/** What two people typed into one line without seeing each other's: two real archives on the real platform. */
class NotesTest {
    @TempDir
    Path data;

    @Test
    void noWordIsOverwrittenBySomebodyWhoDidNotSeeIt() {
        try (var village = new Village(data.resolve("platform"), 81);
                var first = ArchiveOffice.create(data.resolve("first"), "LL-01-a001", village.clock);
                var second = ArchiveOffice.create(data.resolve("second"), "LL-02-b002", village.clock)) {
            var one = village.enrolled(first);
            var two = village.enrolled(second);
            var record = village.household(first, "王德才");
            one.sync(Progress.NONE);
            two.sync(Progress.NONE);
            var paths = List.of("file.note", "file.openedBy", "file.task", "file.openedOn");
            var typed = List.of("愿意为邻居担保两万", "张敏", "三月采集", "2026-03-01");
            var others = List.of("已搬到儿子家", "李强", "四月采集", "2026-04-01");
            for (var i = 0; i < paths.size(); i++) {
                village.edit(first, record, paths.get(i), typed.get(i));
                village.edit(second, record, paths.get(i), others.get(i));
            }
            for (var engine : List.of(one, two, one)) {
                engine.sync(Progress.NONE);
            }

            for (var office : List.of(first, second)) {
                for (var i = 0; i < paths.size(); i++) {
                    var path = paths.get(i);
                    var there = Stream.concat(
                                    office.content(record).get(path).stream(),
                                    office.conflicts().stream()
                                            .filter(conflict -> conflict.path().equals(path))
                                            .map(conflict -> conflict.offered().value())
                                            .flatMap(Optional::stream))
                            .toList();
                    assertEquals(List.of(typed.get(i), others.get(i)), there, path);
                }
            }
        }
    }
}
