package xindang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.cli.practice.PracticePlace;

class PracticeTest {
    @TempDir
    Path folder;

    @Test
    void theWholeWayWithThirtyHouseholdsLeavesAnArchiveReportsAndProblems() throws Exception {
        var place = new PracticePlace(folder.resolve("练习"));
        var shell = new Shell(folder.resolve("home"));
        assertEquals(0, shell.run("practice", place.folder().toString(), "--households", "30"), shell::err);
        assertTrue(shell.out().contains("[7/7]"), shell.out());
        assertTrue(shell.out().contains("两台电脑上的 30 份档案一致"), shell.out());
        assertTrue(Files.exists(place.folder().resolve("没有导入的行.xlsx")));
        try (var reports = Files.list(place.folder().resolve("reports"))) {
            assertTrue(reports.count() > 0);
        }
        shell.withPassword(PracticePlace.PASSWORD);
        assertEquals(
                30,
                shell.json(0, "list", "--archive", place.archive().toString()).number("total"));
        assertEquals(2, shell.run("practice", place.folder().toString()), "a folder with something in it is refused");
    }
}
