package xindang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import xindang.model.json.JsonValue;

/** Erases a person from the command line. */
class EraseCommandTest extends ShellOffice {
    @Test
    void aPersonIsErasedAndTheReportSaysWhatItCannotReach() {
        var id = someone();
        shell.json(0, "rate", "--id", id, "--archive", archive);
        shell.json(0, "show", id, "--archive", archive);
        var file = folder.resolve("report.pdf").toString();
        shell.json(0, "report", "household", "--id", id, "-o", file, "--purpose", "评定", "--archive", archive);

        var erased = erase(0, id, "--reason", "本人要求删除", "--yes");
        assertEquals(id, erased.text("id"));
        var destroyed = erased.at("destroyed");
        assertEquals(1, destroyed.number("ratings"));
        assertEquals(1, destroyed.number("reports"));
        assertTrue(destroyed.number("queries") >= 1);
        assertTrue(destroyed.number("changes") >= 1);
        var issued = erased.at("unreached").list("issued");
        assertEquals(1, issued.size());
        assertFalse(issued.get(0).text("number").isEmpty());

        assertFalse(ids(shell.json(0, "list", "--archive", archive)).contains(id));
        assertEquals(17, shell.run("show", id, "--archive", archive));
        assertEquals(17, shell.run("erase", id, "--reason", "本人要求删除", "--yes", "--archive", archive));
        var doctor = shell.json(0, "doctor", "--archive", archive);
        assertEquals("records.erased", doctor.list("findings").get(0).text("code"));
    }

    @Test
    void theReasonNamesNobodyAndIsLawful() {
        var id = someone();
        for (var reason : new String[] {"信教", " ", "本人 13804511234 要求", "x".repeat(201)}) {
            var refused = erase(1, id, "--reason", reason, "--yes");
            assertEquals("reason", refused.list("violations").get(0).text("path"));
        }
        var name =
                shell.json(0, "list", "--archive", archive).list("items").get(0).text("name");
        var refused = erase(1, id, "--reason", name + "要求删除", "--yes");
        assertEquals("erase.reason.names", refused.list("violations").get(0).text("code"));
        assertEquals(2, shell.run("erase", id, "--yes", "--archive", archive));
        assertTrue(ids(shell.json(0, "list", "--archive", archive)).contains(id));
    }

    @Test
    void itAsksForTheNameWhereSomebodySits() {
        var id = someone();
        var name =
                shell.json(0, "list", "--archive", archive).list("items").get(0).text("name");
        assertEquals(2, shell.run("erase", id, "--reason", "重复建档", "--archive", archive));
        shell.typing(Shell.PASSWORD, "别人", Shell.PASSWORD, name);
        assertEquals(2, shell.run("erase", id, "--reason", "重复建档", "--archive", archive));
        assertEquals(0, shell.run("erase", id, "--reason", "重复建档", "--archive", archive));
    }

    @Test
    void filesThatARepairMovedAsideAreDeletedToo() throws IOException {
        var id = someone();
        var files = Path.of(archive);
        var name = "aside-20261130-120000-000-0-archive.mv.db";
        Files.copy(files.resolve("archive.mv.db"), files.resolve(name));
        var erased = erase(0, id, "--reason", "本人要求删除", "--yes");
        assertEquals(List.of(name), erased.at("destroyed").texts("files"));
        assertEquals(List.of(), erased.at("unreached").texts("files"));
        assertFalse(Files.exists(files.resolve(name)));
    }

    @Test
    void filesThatADamagedArchiveMayNeedAreNamedUntilItIsRepaired() throws IOException {
        var roster = Roster.write(folder.resolve("roster.xlsx"), new Roster().rows(3));
        init();
        shell.json(0, "import", roster.toString(), "--archive", archive);
        var ids = ids(shell.json(0, "list", "--archive", archive));
        var files = Path.of(archive);
        var name = "aside-20261130-120000-000-0-archive.mv.db";
        Files.copy(files.resolve("archive.mv.db"), files.resolve(name));
        var ledger = Files.readAllBytes(files.resolve("ledger.xdl"));
        ledger[100] ^= 1;
        Files.write(files.resolve("ledger.xdl"), ledger);
        var erased = erase(0, ids.get(0), "--reason", "本人要求删除", "--yes");
        assertEquals(List.of(), erased.at("destroyed").texts("files"));
        assertEquals(List.of(name), erased.at("unreached").texts("files"));
        assertTrue(Files.exists(files.resolve(name)));
        var doctor = shell.json(0, "doctor", "--archive", archive);
        assertTrue(
                doctor.list("findings").stream()
                        .anyMatch(finding -> finding.text("code").equals("aside.erased")),
                doctor::canonical);
        assertFalse(Files.exists(files.resolve(name)));
    }

    private String someone() {
        init();
        var roster = Roster.write(folder.resolve("roster.xlsx"), new Roster().rows(1));
        shell.json(0, "import", roster.toString(), "--archive", archive);
        return ids(shell.json(0, "list", "--archive", archive)).get(0);
    }

    private JsonValue erase(int code, String... options) {
        var command = new String[options.length + 3];
        command[0] = "erase";
        System.arraycopy(options, 0, command, 1, options.length);
        command[options.length + 1] = "--archive";
        command[options.length + 2] = archive;
        return shell.json(code, command);
    }
}
