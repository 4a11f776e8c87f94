package xindang.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class StartTest {
    private static final int WINDOW = 11;
    private static final int TERMINAL = 12;
    private static final Map<String, String> SCREEN = Map.of("DISPLAY", ":0");

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void opensTheWindowWhereThereIsADisplay() {
        assertEquals(WINDOW, start(linux(SCREEN, path -> true)));
        assertEquals("", said());
    }

    @Test
    void practisesInTheTerminalWithoutADisplay() {
        assertEquals(TERMINAL, start(linux(Map.of(), path -> true)));
        assertEquals("", said());
    }

    @Test
    void aDisplayWhoseServerIsGoneIsNone() {
        assertFalse(linux(SCREEN, path -> !path.endsWith("X0")).present());
        assertFalse(linux(Map.of("DISPLAY", ""), path -> true).present());
        assertTrue(linux(Map.of("DISPLAY", "office:10.0"), path -> false).present());
    }

    @Test
    void saysInOneLineWhatAWindowLacks() {
        var display = linux(SCREEN, path -> !path.toString().contains("libgtk-3") && !path.endsWith("libXtst.so.6"));
        assertEquals(TERMINAL, start(display));
        assertEquals(1, said().lines().count());
        assertTrue(said().strip().endsWith("：apt-get install libgtk-3-0 libxtst6"), said());
    }

    @Test
    void findsLibrariesWhereverADistributionKeepsThem() {
        assertEquals(
                List.of(), linux(SCREEN, under("/usr/lib/x86_64-linux-gnu")).missingPackages());
        assertEquals(List.of(), linux(SCREEN, under("/usr/lib64")).missingPackages());
        assertEquals(5, linux(SCREEN, under("/opt")).missingPackages().size());
    }

    @Test
    void windowsAndMacosNeedNothing() {
        for (String system : List.of("Windows 11", "Mac OS X")) {
            var display = new Display(system, "aarch64", Map.of(), path -> false);
            assertTrue(display.present(), system);
            assertEquals(Optional.empty(), display.remedy(), system);
        }
    }

    private int start(Display display) {
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new Start(display, out).run(arguments -> WINDOW, arguments -> TERMINAL);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private static Display linux(Map<String, String> environment, Predicate<Path> exists) {
        return new Display("Linux", "amd64", environment, exists);
    }

    private static Predicate<Path> under(String folder) {
        return path -> path.startsWith(folder);
    }
}
