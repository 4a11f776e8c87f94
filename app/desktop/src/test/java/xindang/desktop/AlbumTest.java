package xindang.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Writes a picture of every page in every look to {@code target/album}. */
@Tag("ui")
class AlbumTest {
    @BeforeAll
    static void startToolkit() {
        Screens.start();
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void everyPageShowsSomethingInEveryLook() throws IOException {
        var files = Album.write(Path.of("target", "album"), page -> true);

        assertTrue(files.size() >= 40, "too few pages: " + files.size());
        for (var file : files) {
            var image = ImageIO.read(file.toFile());
            assertEquals(List.of(1280, 800), List.of(image.getWidth(), image.getHeight()));
            var colours = new HashSet<Integer>();
            for (var x = 120; x < 1280; x += 3) {
                for (var y = 80; y < 760; y += 3) {
                    colours.add(image.getRGB(x, y));
                }
            }
            assertTrue(colours.size() > 8, file + " is blank");
        }
    }
}
