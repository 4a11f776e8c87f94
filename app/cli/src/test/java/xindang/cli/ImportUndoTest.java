package xindang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import xindang.model.shipped.ShippedTemplates;
import xindang.platform.Platform;

/** Undoes imports from the command line, through a lost database and through the exchange. */
class ImportUndoTest extends ShellOffice {
    private final Roster people = new Roster();

    @Test
    void anImportIsUndoneAfterTheDatabaseWasLostAndComesBackWithItsFile() throws IOException {
        init();
        var roster = Roster.write(folder.resolve("roster.xlsx"), people.rows(3));
        var id =
                shell.json(0, "import", roster.toString(), "--archive", archive).text("id");
        var kept = ids(shell.json(0, "list", "--archive", archive)).get(1);
        shell.json(0, "edit", kept, "head.people=5", "--archive", archive);
        Files.delete(Path.of(archive, "archive.mv.db"));

        var undone = shell.json(1, "import", "--undo", id, "--archive", archive);

        assertEquals(List.of(2L, 0L), List.of(undone.number("removed"), undone.number("restored")));
        assertEquals(kept, undone.list("left").get(0).text("id"));
        assertEquals("intake.undo.changed", undone.list("left").get(0).text("code"));
        Files.delete(Path.of(archive, "archive.mv.db"));
        assertEquals(List.of(kept), ids(shell.json(0, "list", "--archive", archive)));
        assertEquals(0, shell.run("doctor", "--archive", archive));
        assertEquals("NOT_FOUND", error(17, "import", "--undo", "LAST", "--archive", archive));
        var again = shell.json(1, "import", roster.toString(), "--archive", archive);
        assertEquals(2, again.number("created"));
        assertEquals(3, shell.json(0, "list", "--archive", archive).number("total"));
    }

    @Test
    void anUndoIsExchangedAndAnEditOfAnotherOfficeIsNotHidden() {
        var config = Platform.Config.local(0, folder.resolve("platform"), ShippedTemplates.load(), Clock.systemUTC());
        try (var platform = Platform.start(config)) {
            var first = office("first", platform);
            var second = office("second", platform);
            var rows = new ArrayList<>(people.rows(2));
            var roster = Roster.write(folder.resolve("roster.xlsx"), rows);
            first.json(0, "import", roster.toString());
            first.json(0, "sync");
            second.json(0, "sync");
            var edited = ids(second.json(0, "list")).get(0);
            second.json(0, "edit", edited, "head.people=5");

            assertEquals(2, first.json(0, "import", "--undo", "last").number("removed"));
            assertEquals(0, first.json(0, "list").number("total"));
            for (var office : List.of(second, first, second)) {
                office.json(0, "sync");
            }

            assertEquals(List.of(edited), ids(first.json(0, "list")));
            assertEquals(List.of(edited), ids(second.json(0, "list")));
            assertEquals(1, first.json(1, "import", roster.toString()).number("created"));
            first.json(0, "sync");
            second.json(0, "sync");
            assertEquals(ids(first.json(0, "list")), ids(second.json(0, "list")));
        }
    }

    @Test
    void anUndoNeedsNoSheetAndAnImportOne() {
        init();
        assertEquals("USAGE", error(2, "import", "roster.xlsx", "--undo", "LAST", "--archive", archive));
        assertEquals("USAGE", error(2, "import", "--archive", archive));
        assertTrue(shell.err().contains("--undo LAST"), shell.err());
    }

    private Shell office(String name, Platform platform) {
        var shell = new Shell(folder.resolve(name));
        shell.json(0, "init", "--region", Roster.TOWN, "--user", "张敏", "--device", "LL-" + name);
        var address = platform.address().toString();
        shell.json(0, "enrol", "--platform", address, "--code", platform.code(Roster.TOWN));
        return shell;
    }
}
