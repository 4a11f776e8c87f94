package xindang.model.template;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * A check between fields, as described by the template.
 *
 * @param id unique in the template
 * @param paths paths of the compared values, in the order of its kind; {@code *} means each row
 * @param group group whose rows are checked one by one; empty when no path has rows
 * @param stops whether a finding prevents a report, because it makes a number false
 * @param limit number for the comparison; 0 when its kind needs none
 * @param values codes that its kind looks for
 * @param cases codes that contradict each other, or two lists of codes
 */
record Check(
        String id,
        CheckKind kind,
        List<String> paths,
        String group,
        boolean stops,
        BigDecimal limit,
        Set<String> values,
        List<List<Set<String>>> cases) {
    Check {
        paths = List.copyOf(paths);
        values = Set.copyOf(values);
        cases = List.copyOf(cases);
    }

    String path(int index) {
        return paths.get(index);
    }

    /** Returns the group whose rows a check with these paths checks one by one. */
    static String group(List<String> paths) {
        return paths.stream()
                .filter(path -> path.contains(".*."))
                .map(path -> path.substring(0, path.indexOf(".*.")))
                .findFirst()
                .orElse("");
    }
}
