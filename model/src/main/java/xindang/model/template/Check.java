package xindang.model.template;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * A check between fields, as the template describes it.
 *
 * @param id unique in the template
 * @param paths of the values it compares, in the order that its kind wants; {@code *} stands for each row
 * @param group whose rows are checked one by one; empty when no path has rows
 * @param stops whether a report may not be made while it finds something: it would make a number false
 * @param limit what the kind compares with; 0 when it compares with nothing
 * @param values codes that the kind looks for
 * @param cases codes that do not go together, or of two parts
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

    /** The group whose rows a check of these paths looks at one by one. */
    static String group(List<String> paths) {
        return paths.stream()
                .filter(path -> path.contains(".*."))
                .map(path -> path.substring(0, path.indexOf(".*.")))
                .findFirst()
                .orElse("");
    }
}
