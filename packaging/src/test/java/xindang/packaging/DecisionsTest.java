package xindang.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A decision is worth what confirms it: its record is complete and the tests it names exist. */
class DecisionsTest {
    private static final Path FOLDER = House.root().resolve("docs/decisions");
    private static final List<String> SECTIONS =
            List.of("## Context", "## Options", "## Decision", "## Consequences", "## Confirmation");
    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|Contract|IT))(?:\\.(\\w+))?`");

    @Test
    void noNumberIsTakenTwice() {
        List<String> numbers =
                records().stream().map(record -> name(record).substring(0, 4)).toList();
        assertFalse(numbers.isEmpty());
        assertEquals(numbers.stream().distinct().toList(), numbers);
    }

    @Test
    void everyRecordSaysWhyAndWhatItCosts() {
        for (Path record : records()) {
            List<String> headings = House.read(record)
                    .lines()
                    .filter(line -> line.startsWith("## "))
                    .toList();
            assertEquals(SECTIONS, headings, name(record));
        }
    }

    @Test
    void theTestsThatConfirmThemExist() {
        var missing = new ArrayList<String>();
        for (Path record : records()) {
            var named = NAMED.matcher(House.read(record));
            while (named.find()) {
                String type = named.group(1);
                String method = named.group(2);
                List<String> files = testFiles(type);
                if (files.stream().noneMatch(text -> method == null || text.contains(" " + method + "("))) {
                    missing.add(name(record) + ": " + named.group());
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void theListNamesEveryRecord() {
        String list = House.read(FOLDER.resolve("README.md"));
        List<String> unlisted = records().stream()
                .map(DecisionsTest::name)
                .filter(name -> !list.contains("](" + name + ")"))
                .toList();
        assertEquals(List.of(), unlisted);
    }

    private static List<Path> records() {
        return House.files(FOLDER, ".md").stream()
                .filter(file -> name(file).matches("\\d{4}-.*"))
                .toList();
    }

    private static List<String> testFiles(String type) {
        return House.MODULES.stream()
                .flatMap(module -> House.sources(module, "test").stream())
                .filter(file -> name(file).equals(type + ".java"))
                .map(House::read)
                .toList();
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
