package xindang.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.archive.TemplateRef;
import xindang.model.common.Progress;
import xindang.model.testing.RatingFields;

/** A household that moves within its town, in two real archives and on the real platform. */
class MovedTest {
    private static final String OTHER = "230184100202";

    @TempDir
    Path data;

    @Test
    void aMoveAndACorrectionThatDidNotSeeItEndInTheSameVillageEverywhere() {
        try (var village = new Village(data.resolve("platform"), 51);
                var first = ArchiveOffice.create(data.resolve("first"), "LL-01-a001", village.clock);
                var second = ArchiveOffice.create(data.resolve("second"), "LL-02-b002", village.clock);
                var third = ArchiveOffice.create(data.resolve("third"), "LL-03-c003", village.clock)) {
            var one = village.enrolled(first);
            var two = village.enrolled(second);
            var record = village.household(first, "王德才");
            one.sync(Progress.NONE);
            two.sync(Progress.NONE);

            village.edit(first, record, "file.village", OTHER);
            village.edit(second, record, "head.phone", "13722222222");
            for (var round = 0; round < 2; round++) {
                one.sync(Progress.NONE);
                two.sync(Progress.NONE);
            }
            village.enrolled(third).sync(Progress.NONE);

            for (var office : List.of(first, second, third)) {
                assertEquals(List.of(OTHER, OTHER), office.regions(record), office.device());
                assertEquals(OTHER, office.content(record).text("file.village"));
                assertEquals("13722222222", office.content(record).text("head.phone"));
                assertEquals(List.of(), office.conflicts());
            }
        }
    }

    @Test
    void aRatingBelongsWhereItsSubjectIs() {
        try (var village = new Village(data.resolve("platform"), 52);
                var first = ArchiveOffice.create(data.resolve("first"), "LL-01-a001", village.clock);
                var second = ArchiveOffice.create(data.resolve("second"), "LL-02-b002", village.clock)) {
            var one = village.enrolled(first);
            var record = village.household(first, "王德才");
            var rating = village.ids.next();
            first.save(List.of(village.draft(rating, new TemplateRef("rating", 1), RatingFields.of(record))));
            village.edit(first, record, "file.village", OTHER);
            one.sync(Progress.NONE);
            village.enrolled(second).sync(Progress.NONE);

            assertEquals(OTHER, first.regions(rating).get(0));
            assertEquals(OTHER, second.regions(rating).get(0));
        }
    }
}
