package xindang.model.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xindang.model.archive.Paths;
import xindang.model.common.Violation;

/**
 * The rows and the members of a subject that was read.
 *
 * @param rows all its rows
 * @param members its members, without the head
 * @param isWhole whether the sheet lists all members, so that others of the archive left the household
 * @param hasHead whether a row is the one of the head
 * @param placed the row of each member that was written, by the key of its row in the record
 */
record HouseholdRead(
        List<SheetRow> rows, List<Member> members, boolean isWhole, boolean hasHead, Map<String, SheetRow> placed) {
    HouseholdRead {
        rows = List.copyOf(rows);
        members = List.copyOf(members);
        placed = Map.copyOf(placed);
    }

    /** Returns the household of a single row. */
    static HouseholdRead of(SheetRow row) {
        return new HouseholdRead(List.of(row), List.of(), false, true, Map.of());
    }

    /** Returns the row of the member whose value has a path; empty for other values. */
    Optional<SheetRow> rowOf(String path) {
        return Paths.row(path).map(key -> placed.get(key.substring(key.lastIndexOf('.') + 1)));
    }

    /** Adds a reason to each row of a rejected household that has none of its own. */
    List<Problem> explained(List<Problem> why) {
        var all = new ArrayList<>(why);
        for (var row : rows) {
            if (why.stream().noneMatch(problem -> problem.row() == row.number())) {
                var because = Integer.toString(why.get(0).row());
                all.add(new Problem(
                        row.number(),
                        "",
                        "",
                        Problem.Severity.REJECTED,
                        Violation.of("household.refused", because),
                        ""));
            }
        }
        return all;
    }

    HouseholdRead with(List<Member> others) {
        return new HouseholdRead(rows, others, isWhole, hasHead, placed);
    }

    HouseholdRead placed(Map<String, SheetRow> there) {
        return new HouseholdRead(rows, members, isWhole, hasHead, there);
    }
}
