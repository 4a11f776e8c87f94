package xindang.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class WindowTest {
    private static final Map<String, String> SCREEN = Map.of("DISPLAY", ":0");

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final List<Optional<Path>> opened = new ArrayList<>();

    @Test
    void opensTheArchivesThatWereOpenedBefore() {
        assertEquals(0, start(SCREEN, path -> true, "desktop"));
        assertEquals(List.of(Optional.empty()), opened);
    }

    @Test
    void opensTheArchiveThatIsNamed() {
        assertEquals(0, start(SCREEN, path -> true, "desktop", "--archive", "town"));
        assertEquals(List.of(Optional.of(Path.of("town").toAbsolutePath())), opened);
    }

    @Test
    void saysWhatItLacks() {
        assertEquals(2, start(Map.of(), path -> true, "desktop"));
        assertTrue(said().contains("屏幕"), said());
        assertEquals(2, start(SCREEN, path -> !path.toString().contains("libgtk-3"), "desktop"));
        assertTrue(said().strip().endsWith("apt-get install libgtk-3-0"), said());
        assertEquals(List.of(), opened);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertEquals(2, start(SCREEN, path -> true, "desktop", "town"));
        assertTrue(said().contains("--archive"), said());
        assertEquals(List.of(), opened);
    }

    private int start(Map<String, String> environment, Predicate<Path> exists, String... arguments) {
        var display = new Display("Linux", "amd64", environment, exists);
        return new Window(display, new PrintStream(said, true, StandardCharsets.UTF_8))
                .run(
                        archive -> {
                            opened.add(archive);
                            return 0;
                        },
                        List.of(arguments));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
