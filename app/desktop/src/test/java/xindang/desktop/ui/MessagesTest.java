package xindang.desktop.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Path SOURCES = Path.of("src/main/java/xindang/desktop");
    private static final String KEY = "\"([a-z][a-zA-Z]*(?:\\.[a-zA-Z]+)+)\"";
    private static final Pattern NAMED = Pattern.compile(KEY);
    /** Matches a key in a call of the bundle or in the second argument of a command. */
    private static final Pattern ASKED =
            Pattern.compile("(?:text(?:\\(\\))?\\s*\\.of\\(\\s*|Command\\.of\\(\\s*\"[^\"]+\",\\s*)" + KEY);
    /** Keys with a computed last part, which is the name of a value. */
    private static final List<String> MADE = List.of(
            "form.act.",
            "form.same.",
            "form.title.",
            "form.where.",
            "home.stage.",
            "kind.",
            "report.title.",
            "section.",
            "settings.size.",
            "settings.tone.",
            "sync.origin.");

    private final Messages chinese = new Messages(Locale.SIMPLIFIED_CHINESE, Messages.Missing.FAIL);
    private final Messages english = new Messages(Locale.ENGLISH, Messages.Missing.FAIL);

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertEquals(chinese.keys(), english.keys());
        assertTrue(chinese.keys().size() > 100);
    }

    @Test
    void bothLanguagesTakeTheSameArguments() {
        var unequal = new TreeSet<String>();
        for (var key : chinese.keys()) {
            if (arguments(chinese, key) != arguments(english, key)) {
                unequal.add(key);
            }
        }
        assertEquals(new TreeSet<String>(), unequal);
    }

    @Test
    void everyKeyInTheSourcesExists() throws IOException {
        var missing = new TreeSet<>(found(ASKED));
        missing.removeIf(chinese::has);
        assertEquals(new TreeSet<String>(), missing);
    }

    @Test
    void everyKeyIsUsed() throws IOException {
        var unused = new TreeSet<>(chinese.keys());
        unused.removeAll(found(NAMED));
        unused.removeIf(key -> MADE.stream().anyMatch(key::startsWith));
        assertEquals(new TreeSet<String>(), unused);
    }

    private static Set<String> found(Pattern pattern) throws IOException {
        var keys = new TreeSet<String>();
        try (var files = Files.walk(SOURCES)) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                var found = pattern.matcher(Files.readString(file));
                while (found.find()) {
                    keys.add(found.group(1));
                }
            }
        }
        return keys;
    }

    @Test
    void aMissingKeyStopsATestAndShowsItselfAtWork() {
        assertThrows(IllegalArgumentException.class, () -> chinese.of("no.such.key"));
        assertEquals("no.such.key", new Messages(Locale.ENGLISH, Messages.Missing.SHOW_KEY).of("no.such.key"));
    }

    @Test
    void anEnglishMachineShowsChineseWhenChineseIsAskedFor() {
        assertEquals("档案", chinese.of("archive.title"));
        assertEquals("Archives", english.of("archive.title"));
    }

    private static int arguments(Messages messages, String key) {
        return new MessageFormat(messages.of(key, "{0}", "{1}", "{2}", "{3}"), Locale.ROOT)
                .getFormatsByArgumentIndex()
                .length;
    }
}
