package xindang.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import xindang.model.common.ErrorCode;

/** Sweeps every bundle of the product: the same keys in both languages, none missing, none idle, all well written. */
class MessagesTest {
    @Test
    void bothLanguagesSayTheSameThings() {
        var problems = new ArrayList<String>();
        for (String module : House.MODULES) {
            for (Path file : bundles(module)) {
                Bundle.read(file).problems().forEach(problem -> problems.add(module + ": " + problem));
            }
        }
        assertEquals(List.of(), problems);
    }

    @Test
    void everyKeyIsUsedAndEveryUseExists() {
        var problems = new ArrayList<String>();
        for (String module : House.MODULES) {
            var sources = Sources.ofModule(module);
            for (Path file : bundles(module)) {
                Bundle.read(file).strangers(sources).forEach(problem -> problems.add(module + ": " + problem));
            }
        }
        assertEquals(List.of(), problems);
    }

    @Test
    void aBundleThatNamesFailuresNamesThemAll() {
        var problems = new ArrayList<String>();
        for (String module : House.MODULES) {
            for (Path file : bundles(module)) {
                var keys = Bundle.read(file).keys();
                if (keys.stream().anyMatch(key -> key.startsWith("error."))) {
                    Arrays.stream(ErrorCode.values())
                            .map(code -> "error." + code)
                            .filter(key -> !keys.contains(key))
                            .forEach(key -> problems.add(module + ": " + key + "="));
                }
            }
        }
        assertEquals(List.of(), problems);
    }

    @Test
    void everyViolationHasItsSentence() {
        Path sentences = House.root().resolve("model/src/main/resources/xindang/model/text/Sentences.properties");
        var keys = Bundle.read(sentences).keys();
        var problems = new ArrayList<String>();
        for (String module : House.MODULES) {
            for (String code : Sources.ofModule(module).violations()) {
                if (!keys.contains("violation." + code)) {
                    problems.add(module + ": violation." + code + "=");
                }
            }
        }
        assertEquals(List.of(), problems);
    }

    @Test
    void bundlesAreFound() {
        assertFalse(bundles("packaging").isEmpty());
    }

    @Test
    void theSweepFindsWhatItLooksFor() {
        var bundle = Bundle.of(
                Map.of("a.one", "共 {0} 户", "a.two", "好,的", "a.three", "只有中文"),
                Map.of("a.one", "all of {1}", "a.two", "it's fine!", "a.four", "only English"));
        assertEquals(
                List.of(
                        "no Chinese: a.four=",
                        "other arguments in English: a.one [0] [1]",
                        "no English: a.three=",
                        "an apostrophe is written twice: a.two=it's fine!",
                        "half-width punctuation: a.two=好,的",
                        "ends with punctuation: a.two=it's fine!"),
                bundle.problems());
        var sources = new Sources("text.of(\"a.one\"); messages.getString(\"a.gone\"); key = \"b.\" + name;");
        assertEquals(
                List.of("unused: a.three", "missing: a.gone="),
                Bundle.of(Map.of("a.one", "一", "a.three", "三", "b.any", "四"), Map.of()).strangers(sources).stream()
                        .sorted((left, right) -> right.compareTo(left))
                        .toList());
    }

    private static List<Path> bundles(String module) {
        Path resources = House.root().resolve(module).resolve("src/main/resources");
        return House.files(resources, "_en.properties").stream()
                .map(file -> file.resolveSibling(
                        String.valueOf(file.getFileName()).replace("_en.properties", ".properties")))
                .toList();
    }
}
