package xindang.packaging;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The string literals of some source text, seen as keys of a bundle. */
final class Sources {
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

    /** A call that can only mean a text: {@code text.of("key"}, {@code messages.getString("key"}. */
    private static final Pattern ASKED = Pattern.compile(
            "\\b(?:text|texts|messages|Messages)(?:\\(\\))?\\s*\\.(?:of|get|getString|text)\\(\\s*\"([^\"]+)\"\\s*[,)]");

    private static final Pattern BROKEN =
            Pattern.compile("\\b(?:Violation(?:\\.of)?|failed|Kind)\\(\\s*\"([^\"]+)\"\\s*[,)]");

    private final Set<String> literals;
    private final List<String> starts;
    private final Set<String> asked;
    private final Set<String> violations;

    Sources(String text) {
        literals = LITERAL.matcher(text.replace("'\"'", ""))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        starts = literals.stream()
                .filter(literal -> literal.matches("[a-z][\\w-]*\\.(?:[\\w-]+\\.)*"))
                .toList();
        violations = keys(BROKEN, text);
        asked = keys(ASKED, text);
    }

    /** Every source of a module's main tree. */
    static Sources ofModule(String module) {
        return new Sources(
                House.sources(module, "main").stream().map(House::read).collect(Collectors.joining("\n")));
    }

    boolean uses(String key) {
        return literals.contains(key) || starts.stream().anyMatch(key::startsWith);
    }

    /** The keys somebody certainly asks a bundle for. */
    Set<String> asked() {
        return asked;
    }

    /** The codes of the violations that are made here. */
    Set<String> violations() {
        return violations;
    }

    private static Set<String> keys(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
