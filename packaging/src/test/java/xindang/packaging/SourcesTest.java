package xindang.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What byte code does not show: read from the source files themselves. */
class SourcesTest {
    private static final int MOST_LINES = 400;
    private static final Pattern CATCH_ALL = Pattern.compile("catch \\((?:final )?(?:Exception|Throwable) ");
    private static final Pattern LEFT_OVER = Pattern.compile("\\b(?:TODO|FIXME|XXX|HACK)\\b");
    private static final Pattern SWITCHED_OFF = Pattern.compile("@Disabled(?!\\w)|@DisabledIf(?!EnvironmentVariable)");

    @Test
    void theSourcesAreFound() {
        for (String module : House.MODULES) {
            assertTrue(!House.sources(module, "main").isEmpty(), module);
        }
    }

    @Test
    void onlyTheOutermostHandlersCatchEverything() {
        assertEquals(
                List.of(),
                breaking("main", "CATCH_ALL", text -> CATCH_ALL.matcher(text).find()));
    }

    @Test
    void noFileIsLongerThanAHeadCanHold() {
        assertEquals(List.of(), breaking("main", "LENGTH", text -> text.lines().count() > MOST_LINES));
    }

    @Test
    void nothingIsLeftForLater() {
        assertEquals(
                List.of(),
                breaking("main", "nothing", text -> LEFT_OVER.matcher(text).find()));
        List<String> tests =
                breaking("test", "nothing", text -> LEFT_OVER.matcher(text).find());
        assertEquals(List.of("packaging/SourcesTest.java"), tests);
    }

    @Test
    void noTestIsSwitchedOff() {
        List<String> tests =
                breaking("test", "nothing", text -> SWITCHED_OFF.matcher(text).find());
        assertEquals(List.of("packaging/SourcesTest.java"), tests);
    }

    @Test
    void everyExemptionSaysWhy() {
        List<String> silent = House.written().stream()
                .flatMap(type -> House.exemptions(type)
                        .filter(exemption -> exemption.because().length() < 10)
                        .map(exemption -> type.getName() + " " + exemption.from()))
                .sorted()
                .toList();
        assertEquals(List.of(), silent);
    }

    private static List<String> breaking(String tree, String rule, Predicate<String> broken) {
        return House.MODULES.stream()
                .flatMap(module -> House.sources(module, tree).stream()
                        .filter(file -> breaks(House.read(file), rule, broken))
                        .map(file -> module + "/" + file.getFileName()))
                .toList();
    }

    private static boolean breaks(String text, String rule, Predicate<String> broken) {
        boolean exempt =
                Stream.of("Exempt.Rule.", "Rule.").anyMatch(before -> text.contains("from = " + before + rule));
        return !exempt && broken.test(text);
    }
}
