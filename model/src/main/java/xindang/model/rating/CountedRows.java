package xindang.model.rating;

import java.time.LocalDate;
import java.util.List;
import xindang.model.json.JsonValue;
import xindang.model.template.Condition;

/**
 * The rows of a group that count: all, or those that meet every condition.
 *
 * @param group path of the group
 */
public record CountedRows(String group, List<Condition> where) {
    public CountedRows {
        where = List.copyOf(where);
    }

    /** Returns the keys of the rows that count, in their order. */
    public List<String> of(Facts facts, LocalDate on) {
        return rows(facts, on, Condition.Answer.YES);
    }

    /** Returns whether it is unknown for some row if it counts, because one of its values is missing. */
    boolean undecided(Facts facts, LocalDate on) {
        return !rows(facts, on, Condition.Answer.UNKNOWN).isEmpty();
    }

    private List<String> rows(Facts facts, LocalDate on, Condition.Answer answer) {
        return facts.rows(group).stream()
                .filter(row -> Condition.all(where, field -> facts.cell(group, row, field), on) == answer)
                .toList();
    }

    /** Reads the conditions of the member {@code where}. Without conditions every row counts. */
    public static CountedRows read(String group, JsonValue json) {
        return new CountedRows(group, Condition.list(json, "where"));
    }
}
