package xindang.model.intake;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Recognises a sheet with one row for each person: one column states the relation to the head, and has the head and others.
 * Read as households, it would make a household of each wife and child.
 */
final class PersonRows {
    private static final Pattern RELATION = Pattern.compile("(与|和|同)?(户主|承包方代表|家庭|代表)?(的)?(关系|称谓)(代码)?");
    private static final Set<String> HEAD = Set.of("户主", "本人", "户主本人", "承包方代表", "代表", "承包方代表本人", "户主（本人）");

    private PersonRows() {}

    /** Returns whether the rows of a table are persons. */
    static boolean are(Table table) {
        var cells = table.headings().cells();
        var columns = IntStream.range(0, cells.size())
                .filter(i ->
                        RELATION.matcher(Heading.of(cells.get(i).text()).word()).matches())
                .boxed()
                .toList();
        if (columns.size() != 1) {
            // several such columns are the members of one household beside each other
            return false;
        }
        var relations = table.rows().stream()
                .map(row -> row.cell(columns.get(0)).text().strip())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toSet());
        return relations.stream().anyMatch(HEAD::contains) && !HEAD.containsAll(relations);
    }
}
