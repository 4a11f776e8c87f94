package xindang.model.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import xindang.model.archive.Paths;

/**
 * A group whose rows may be kept for some years after their end (征信业管理条例 article 16).
 *
 * @param group path of the group, such as {@code adverse.items}
 * @param years years from the row's {@code endsOn}
 */
public record Term(String group, int years) {
    /** Field that contains whether the bad act continues. */
    public static final String STATUS = "status";
    /** The status of a row whose bad act continues. */
    public static final String OPEN = "open";

    private static final String END = "endsOn";

    /** Returns the path of the end date of a row. */
    public static String end(String row) {
        return row + "." + END;
    }

    /** Returns the checks that each row has an end and its required items. Templates do not list them. */
    List<Check> checks() {
        return List.of(check("term.", CheckKind.TERM), check("incomplete.", CheckKind.INCOMPLETE));
    }

    private Check check(String id, CheckKind kind) {
        return new Check(id + group, kind, List.of(group), "", false, BigDecimal.ZERO, Set.of(), List.of());
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
