package xindang.model.template;

import java.util.ArrayList;
import java.util.List;
import xindang.model.archive.Paths;

/**
 * A group whose rows may be kept for some years after their end (征信业管理条例 article 16).
 *
 * @param group path of the group, such as {@code adverse.items}
 * @param years from the row's {@code endsOn}
 */
public record Term(String group, int years) {
    /** Field of such a row that says whether the bad act goes on. */
    public static final String STATUS = "status";
    /** The status of a row whose bad act goes on. */
    public static final String OPEN = "open";

    private static final String END = "endsOn";

    /** Path of the end of a row. */
    public static String end(String row) {
        return row + "." + END;
    }

    static List<Term> of(List<Block> blocks) {
        var terms = new ArrayList<Term>();
        for (var block : blocks) {
            for (var field : block.fields()) {
                if (field.retentionYears() > 0) {
                    terms.add(new Term(Paths.of(block.id(), field.id()), field.retentionYears()));
                }
            }
        }
        return List.copyOf(terms);
    }
}
