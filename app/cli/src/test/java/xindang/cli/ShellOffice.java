package xindang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.json.JsonValue;

/** An office at the command line with a folder for an archive that does not exist yet. */
abstract class ShellOffice {
    @TempDir
    Path folder;

    Shell shell;
    String archive;

    @BeforeEach
    void begin() {
        shell = new Shell(folder.resolve("home"));
        archive = folder.resolve("archive").toString();
    }

    void init() {
        var made = shell.json(
                0, "init", "--region", Roster.TOWN, "--user", "张敏", "--device", "LL-03", "--archive", archive);
        assertEquals("230184101000", made.text("region"));
        assertTrue(made.text("recoveryKey").length() > 30);
    }

    String error(int code, String... args) {
        var error = shell.json(code, args).at("error");
        assertFalse(error.text("message").isBlank());
        return error.text("code");
    }

    static List<String> ids(JsonValue list) {
        return list.list("items").stream().map(item -> item.text("id")).toList();
    }
}
