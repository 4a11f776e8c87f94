package xindang.desktop.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SolidGradeTest {
    private static final double READABLE = 4.5;

    @ParameterizedTest
    @CsvSource({
        "light, g3", "light, g2", "light, g1", "light, gb", "light, gc",
        "dark, g3", "dark, g2", "dark, g1", "dark, gb", "dark, gc"
    })
    void theLettersOfAGradeAreReadableOnIt(String tone, String grade) throws IOException {
        var fill = luminance(colour(tone, "-x-" + grade + "-solid"));
        var text = luminance(colour(tone, "-x-" + grade + "-solid-text"));

        var contrast = (Math.max(fill, text) + 0.05) / (Math.min(fill, text) + 0.05);
        assertTrue(contrast >= READABLE, () -> tone + " " + grade + " " + contrast);
    }

    private static Color colour(String tone, String name) throws IOException {
        try (var sheet = Theme.class.getResourceAsStream(tone + ".css")) {
            var named = Pattern.compile(Pattern.quote(name) + ": (#\\w+);")
                    .matcher(new String(sheet.readAllBytes(), StandardCharsets.UTF_8));
            assertTrue(named.find(), name);
            return Color.web(named.group(1));
        }
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
