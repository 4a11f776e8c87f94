package xindang.model.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import xindang.model.common.Violation;
import xindang.model.template.FieldType;
import xindang.model.template.Template;

/**
 * Reads the rows of a household: the items of the head from the row of the head, those of the household from the row that
 * has them, and a member from each other row. A household with a contradiction is rejected.
 */
final class HouseholdReader {
    private final Template template;
    private final PersonColumns columns;
    private final Heads heads;
    private final RowReader reader;
    private final MemberReader members;
    private final String head;
    private final Map<String, Integer> headNumbers;

    /** @param headNumbers number of the row of each head of the sheet, by folded number */
    HouseholdReader(
            Template template,
            MemberGroup group,
            PersonColumns columns,
            Heads heads,
            RowReader reader,
            MemberReader members,
            Map<String, Integer> headNumbers) {
        this.template = template;
        this.columns = columns;
        this.heads = heads;
        this.reader = reader;
        this.members = members;
        this.head = group.head() + ".";
        this.headNumbers = headNumbers;
    }

    RowReader.Read read(List<SheetRow> rows) {
        return new Reading(rows).done();
    }

    /** The state of reading one household. */
    private final class Reading {
        private final List<SheetRow> rows;
        private final List<SheetRow> ofHeads;
        private final SheetRow first;
        private final List<Problem> rejections = new ArrayList<>();

        Reading(List<SheetRow> rows) {
            this.rows = rows;
            ofHeads = rows.stream().filter(heads::isHead).toList();
            first = ofHeads.isEmpty() ? rows.get(0) : ofHeads.get(0);
        }

        RowReader.Read done() {
            head();
            // what the row of a head must have is no news about a household without a head
            var hasHead = rejections.isEmpty();
            var read = reader.read(joined());
            var others = rows.stream()
                    .filter(row -> !ofHeads.contains(row) && columns.hasPerson(row))
                    .map(members::read)
                    .toList();
            others.forEach(member -> {
                rejections.addAll(member.rejections());
                otherHead(member).ifPresent(rejections::add);
            });
            if (hasHead) {
                // a sheet of members may state the number of the head alone
                read.rejections().stream()
                        .filter(why -> !ofHeads.isEmpty()
                                || columns.headName().isPresent()
                                || !why.violation().code().equals("intake.name.missing"))
                        .forEach(rejections::add);
            }
            var isWhole = columns.ofPerson().containsValue(MemberGroup.RELATION);
            return Reads.with(
                    read,
                    new HouseholdRead(rows, others, isWhole, !ofHeads.isEmpty(), Map.of()),
                    rejections,
                    read.numberProblem().filter(problem -> hasHead));
        }

        private void head() {
            if (ofHeads.size() > 1) {
                ofHeads.forEach(row -> reject(
                        row,
                        MemberGroup.RELATION,
                        Violation.of("household.head.many", Integer.toString(ofHeads.size()), numbers(ofHeads))));
            } else if (ofHeads.isEmpty() && !isStated()) {
                reject(rows.get(0), MemberGroup.RELATION, Violation.of("household.head.missing", numbers(rows)));
            }
            for (var row : ofHeads) {
                agrees(row, columns.headName(), MemberGroup.NAME);
                agrees(row, columns.headNumber(), MemberGroup.NUMBER);
            }
        }

        /** Returns whether columns beside those of the person name the head. */
        private boolean isStated() {
            return rows.stream()
                    .anyMatch(row ->
                            !PersonColumns.text(row, columns.headNumber()).isEmpty()
                                    && (columns.headName().isEmpty()
                                            || !PersonColumns.text(row, columns.headName())
                                                    .isEmpty()));
        }

        /** Rejects a row of a head that names another person than the columns of the head. */
        private void agrees(SheetRow row, Optional<Integer> column, String id) {
            if (!Heads.isSame(PersonColumns.text(row, column), columns.person(row, id))) {
                reject(row, id, Violation.of("household.head.differs", Integer.toString(row.number())));
            }
        }

        /** Returns one row with the cells of the head and of the household. */
        private SheetRow joined() {
            var cells = new ArrayList<>(first.cells());
            for (var column : columns.ofHead()) {
                var index = column.index();
                while (cells.size() <= index) {
                    cells.add(Cell.BLANK);
                }
                if (ofHeads.isEmpty() && columns.ofPerson().containsKey(index)) {
                    cells.set(index, Cell.BLANK);
                } else if (column.isRead() && isOfHousehold(column)) {
                    cells.set(index, shared(column));
                } else if (!column.isRead() && cells.get(index).isBlank()) {
                    // a column of a place is not read as an item
                    cells.set(index, firstOf(index));
                }
            }
            return new SheetRow(first.number(), cells);
        }

        private Cell firstOf(int index) {
            return rows.stream()
                    .map(row -> row.cell(index))
                    .filter(cell -> !cell.isBlank())
                    .findFirst()
                    .orElse(Cell.BLANK);
        }

        /** Returns the only value of a column in the rows of the household. */
        private Cell shared(Column column) {
            var found = new LinkedHashMap<String, SheetRow>();
            for (var row : rows) {
                var cell = row.cell(column.index());
                if (!cell.isBlank()) {
                    found.putIfAbsent(Heads.folded(cell.text()), row);
                }
            }
            if (found.size() > 1) {
                var row = List.copyOf(found.values()).get(1);
                rejections.add(Problem.of(
                        template,
                        row,
                        name(row),
                        column,
                        row.cell(column.index()),
                        Problem.Severity.REJECTED,
                        Violation.of("household.differs", numbers(List.copyOf(found.values())))));
            }
            return found.values().stream()
                    .findFirst()
                    .map(row -> row.cell(column.index()))
                    .orElse(Cell.BLANK);
        }

        /** Rejects a member whose number another household of the sheet has as the number of its head. */
        private Optional<Problem> otherHead(Member member) {
            var number = member.value(MemberGroup.NUMBER);
            return Optional.ofNullable(headNumbers.get(number))
                    .filter(row -> !number.isEmpty())
                    .filter(row -> ofHeads.stream().noneMatch(own -> own.number() == row))
                    .map(row -> problem(
                            member.row(),
                            MemberGroup.NUMBER,
                            Violation.of(
                                    "household.member.heads",
                                    Repeated.name(member.name()),
                                    Integer.toString(member.row().number()),
                                    Integer.toString(row))));
        }

        private void reject(SheetRow row, String id, Violation why) {
            rejections.add(problem(row, id, why));
        }

        private Problem problem(SheetRow row, String id, Violation why) {
            return new Problem(row.number(), name(row), heading(id), Problem.Severity.REJECTED, why, "");
        }

        private String name(SheetRow row) {
            return columns.person(row, MemberGroup.NAME);
        }
    }

    private String heading(String id) {
        return columns.shown().stream()
                .filter(column -> columns.person(id)
                        .filter(index -> index == column.index())
                        .isPresent())
                .map(Column::heading)
                .findFirst()
                .orElse("");
    }

    /** Returns whether a column contains an item of the household, and not one of the person in the row. */
    private boolean isOfHousehold(Column column) {
        if (columns.ofPerson().containsKey(column.index())) {
            return false;
        }
        if (PersonColumns.isOfHead(Heading.of(column.heading()).word())) {
            return true;
        }
        var path = column.path().orElse("");
        return !path.startsWith(head)
                || template.field(path)
                        .filter(field -> field.type() == FieldType.COUNT)
                        .isPresent();
    }

    private static String numbers(List<SheetRow> rows) {
        return rows.stream().map(row -> Integer.toString(row.number())).collect(Collectors.joining("、"));
    }
}
