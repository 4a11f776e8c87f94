package xindang.model.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.template.Template;

/** Finds the meaning of the columns and of the rows of tables. */
final class TableShapes {
    private final Template template;
    private final ColumnMapper mapper;
    private final IntakeOptions options;
    private final Optional<MemberGroup> members;

    TableShapes(Template template, ColumnMapper mapper, IntakeOptions options) {
        this.template = template;
        this.mapper = mapper;
        this.options = options;
        members = MemberGroup.of(template);
    }

    ShapedTable of(Table table) {
        return of(table, options.shape());
    }

    /**
     * Returns the first table of a file that has rows, with the others that are like it. A sheet whose households have no
     * members is like the others with the same headings.
     *
     * @param tables the tables of the file, at least one
     */
    List<ShapedTable> chosen(List<ShapedTable> tables) {
        var first = tables.stream().filter(ShapedTable::hasRows).findFirst().orElse(tables.get(0));
        var shape = options.shape().or(() -> tables.stream()
                .filter(table -> table.isHeadedLike(first))
                .map(ShapedTable::shape)
                .filter(Shape.PERSON::equals)
                .findFirst());
        var like = shape.isPresent() ? of(first.table(), shape) : first;
        return tables.stream()
                .map(table -> table.isHeadedLike(first) ? of(table.table(), shape) : table)
                .filter(like::isLike)
                .toList();
    }

    private ShapedTable of(Table table, Optional<Shape> stated) {
        var columns = mapper.map(table, options.placed());
        if (members.isEmpty()) {
            return new ShapedTable(table, columns, Optional.empty(), List.of());
        }
        var group = members.get();
        var placed = options.placed().keySet();
        var sets = MemberSets.in(template, group, columns, placed);
        var persons = PersonColumns.of(template, group, columns, placed);
        var heads = new Heads(template, group, persons);
        var isPerson = stated.map(shape -> shape == Shape.PERSON)
                .orElseGet(() ->
                        options.membersOnly() || (sets.sets().size() < 2 && PersonRows.are(table, persons, heads)));
        return isPerson
                ? new ShapedTable(table, persons.shown(), Optional.of(persons), List.of())
                : new ShapedTable(table, sets.columns(), Optional.empty(), sets.sets());
    }

    /**
     * Checks that a table has the columns of a subject.
     *
     * @throws AppException UNREADABLE when it has no name or no number, or when the two may be of different people
     */
    void require(ShapedTable shaped) {
        var file = shaped.table().sheet().file();
        var subject = template.subjectPaths();
        var paths = shaped.ofSubject().stream()
                .flatMap(column -> column.path().stream())
                .toList();
        if (!paths.contains(subject.name()) || !paths.contains(subject.number())) {
            throw new AppException(ErrorCode.UNREADABLE, "no column for the name or the number", file, "columns");
        }
        if (options.membersOnly()
                && shaped.persons()
                        .filter(columns -> columns.headNumber().isPresent())
                        .isEmpty()) {
            throw new AppException(ErrorCode.UNREADABLE, "no column for the number of the head", file, "members");
        }
        if (shaped.shape() == Shape.HOUSEHOLD) {
            new NumberOwner(template, shaped, options.placed().keySet()).other().ifPresent(other -> {
                throw new AppException(
                        ErrorCode.UNREADABLE,
                        "name and number may be of different people",
                        Stream.concat(Stream.of(file, "owners"), other.stream()).toArray(String[]::new));
            });
        }
    }
}
