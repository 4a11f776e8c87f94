package xindang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Creates and opens archives: passwords, the recovery key, and repairs. */
class OpeningTest extends ShellOffice {
    @Test
    void aNewPasswordHasEightCharacters() {
        shell.withPassword("1234567");
        assertEquals("USAGE", error(2, "init", "--region", Roster.TOWN, "--user", "张敏", "--archive", archive));
        assertTrue(shell.err().contains("至少 8 个字"), shell.err());
        assertFalse(Files.exists(Path.of(archive)));

        shell.withPassword("12345678");
        init();
    }

    @Test
    void aNewPasswordIsTypedTwice() {
        var typing = new Shell(folder.resolve("typing")).typing("eins-zwei", "eins-drei");
        assertEquals(2, typing.run("init", "--region", Roster.TOWN, "--user", "张敏"));
        typing.typing("eins-zwei", "eins-zwei");
        assertEquals(0, typing.run("init", "--region", Roster.TOWN, "--user", "张敏"), typing::err);
        assertTrue(Files.exists(folder.resolve("typing/xindang/archive/archive.json")));
        assertEquals(0, typing.typing("eins-zwei").run("list"));
    }

    @Test
    void theRecoveryKeyOpensAnArchiveAndPutsANewPasswordBeforeIt() {
        var made = shell.json(0, "init", "--region", Roster.TOWN, "--user", "王海燕", "--archive", archive);
        var key = made.text("recoveryKey");

        shell.withPassword("another password").withRecoveryKey(key.toLowerCase(Locale.ROOT));
        assertEquals("王海燕", shell.json(0, "recover", "--archive", archive).text("user"));
        shell.json(0, "list", "--archive", archive);
        shell.withPassword(Shell.PASSWORD);
        assertEquals("WRONG_PASSWORD", error(12, "list", "--archive", archive));

        assertEquals(0, shell.typing(key, "typed password", "typed password").run("recover", "--archive", archive));
        shell.withPassword("typed password");
        shell.json(0, "list", "--archive", archive);

        shell.withRecoveryKey(key.substring(0, 6) + "00000" + key.substring(11));
        assertEquals("WRONG_PASSWORD", error(12, "recover", "--archive", archive));
        assertTrue(shell.err().contains("第 2 组"), shell.err());
        var other = shell.json(0, "init", "--region", Roster.TOWN, "--user", "王海燕", "--archive", archive + "2");
        shell.withRecoveryKey(other.text("recoveryKey"));
        assertEquals("WRONG_PASSWORD", error(12, "recover", "--archive", archive));
        assertTrue(shell.err().contains("不是这份档案的"), shell.err());
        shell.withRecoveryKey(key).withPassword("short");
        assertEquals("USAGE", error(2, "recover", "--archive", archive));
    }

    @Test
    void whatWasMendedOnOpeningIsTold() throws IOException {
        init();
        shell.json(0, "list", "--archive", archive);
        assertEquals("", shell.err());
        Files.delete(Path.of(archive, "archive.mv.db"));
        shell.json(0, "list", "--archive", archive);
        assertTrue(shell.err().contains("archive.mv.db 不见了"), shell.err());
    }

    @Test
    void anArchiveIsMadeInAnEmptyFolderOnly() throws IOException {
        Files.createDirectories(folder.resolve("papers"));
        Files.writeString(folder.resolve("papers/letter.txt"), "您好");
        var papers = folder.resolve("papers").toString();
        assertEquals("USAGE", error(2, "init", "--region", Roster.TOWN, "--user", "张敏", "--archive", papers));
        assertFalse(Files.exists(folder.resolve("papers/archive.json")));
    }
}
