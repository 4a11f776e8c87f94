package xindang.model.intake;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Recognises a table with one row for each person. Read as households, it would make a household of each wife and
 * child.
 */
final class PersonRows {
    private static final Pattern IN_HOUSEHOLD = Pattern.compile("(户内)?(人员?|成员)?(编号|序号|序)");
    private static final Pattern OF_MEMBER = Pattern.compile("(家庭)?成员.*");

    private PersonRows() {}

    /**
     * Returns whether the rows of a table are persons: its relation column has heads and others, the number of a
     * household repeats, or columns of the head are beside columns of the person.
     */
    static boolean are(Table table, PersonColumns columns, Heads heads) {
        var relations = table.headings().cells().stream()
                .filter(cell -> PersonColumns.isRelation(Heading.of(cell.text()).word()))
                .count();
        if (relations > 1) {
            // several such columns are the members of one household beside each other
            return false;
        }
        var repeats = columns.household().isPresent() && new HouseholdRows(columns, heads).repeatsNumbers(table.rows());
        var beside = columns.headName().isPresent()
                && columns.person(MemberGroup.NAME).isPresent();
        if (relations == 0) {
            return beside && (isMember(table, columns.person(MemberGroup.NAME)) || (repeats && hasNumbered(table)));
        }
        return beside || repeats || hasHeadsAndOthers(table.rows(), columns, heads);
    }

    private static boolean hasHeadsAndOthers(List<SheetRow> rows, PersonColumns columns, Heads heads) {
        var head = false;
        var others = false;
        for (var row : rows) {
            var relation = columns.person(row, MemberGroup.RELATION);
            if (!relation.isEmpty()) {
                head |= heads.isHead(relation);
                others |= !heads.isHead(relation);
            }
            if (head && others) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMember(Table table, Optional<Integer> column) {
        return column.map(
                        index -> Heading.of(table.headings().cell(index).text()).word())
                .filter(word -> OF_MEMBER.matcher(word).matches())
                .isPresent();
    }

    /** Returns whether persons have a number within their household: 人编号, 户内序号. */
    private static boolean hasNumbered(Table table) {
        return table.headings().cells().stream()
                .map(cell -> Heading.of(cell.text()).word())
                .anyMatch(
                        word -> word.length() > 2 && IN_HOUSEHOLD.matcher(word).matches());
    }
}
