package xindang.model.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table with the meaning of its columns and of its rows.
 *
 * @param columns the columns for the result
 * @param persons the roles of the columns, if each row is a person
 * @param sets the columns of each member, if each row is a household with members beside each other
 */
record ShapedTable(Table table, List<Column> columns, Optional<PersonColumns> persons, List<List<Column>> sets) {
    ShapedTable {
        columns = List.copyOf(columns);
        sets = List.copyOf(sets);
    }

    Shape shape() {
        return persons.isPresent() ? Shape.PERSON : Shape.HOUSEHOLD;
    }

    /** Returns the columns that are read of a subject, without its members. */
    List<Column> ofSubject() {
        return persons.map(PersonColumns::ofHead).orElseGet(() -> columns.stream()
                .filter(column -> sets.stream().noneMatch(set -> set.contains(column)))
                .toList());
    }

    /** Returns whether another table has the same shape and the same items, as the sheets of villages have. */
    boolean isLike(ShapedTable other) {
        return shape() == other.shape() && (paths(this).equals(paths(other)) || isHeadedLike(other));
    }

    /** Returns whether another table has the same headings. */
    boolean isHeadedLike(ShapedTable other) {
        return words(this).equals(words(other));
    }

    boolean hasRows() {
        return table.rows().stream().anyMatch(row -> !row.isBlank());
    }

    private static Object paths(ShapedTable shaped) {
        return shaped.columns.stream()
                .filter(Column::isRead)
                .flatMap(column -> column.path().stream())
                .collect(Collectors.toSet());
    }

    private static Object words(ShapedTable shaped) {
        return Stream.concat(Stream.of(""), shaped.columns.stream().map(column -> Heading.word(column.heading())))
                .collect(Collectors.toSet());
    }
}
