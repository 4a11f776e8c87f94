package xindang.model.intake;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import xindang.model.common.Progress;
import xindang.model.template.ReadingContext;
import xindang.model.template.Template;

/** Reads the subjects of tables of both shapes. */
final class SubjectReaders {
    private final Template template;
    private final ReadingContext context;
    private final Progress progress;
    private final Optional<MemberGroup> members;

    SubjectReaders(Template template, ReadingContext context, Progress progress) {
        this.template = template;
        this.context = context;
        this.progress = progress;
        members = MemberGroup.of(template);
    }

    /** Returns the subjects of a table. It reads each when it is asked for. */
    Iterator<RowReader.Read> subjects(ShapedTable shaped, RowReader reader, SheetReport report) {
        var rows = new SubjectRows(shaped.table(), shaped.columns(), report, progress);
        if (members.isEmpty()) {
            return map(rows, reader::read);
        }
        return shaped.persons().isPresent()
                ? households(members.get(), shaped.persons().get(), rows, reader)
                : map(rows, beside(members.get(), shaped.sets(), reader));
    }

    private Iterator<RowReader.Read> households(
            MemberGroup group, PersonColumns columns, SubjectRows rows, RowReader reader) {
        var heads = new Heads(template, group, columns);
        var grouped = new HouseholdRows(columns, heads);
        var households = grouped.of(rows).iterator();
        var ofMembers = columns.shown().stream()
                .flatMap(column -> Optional.ofNullable(columns.ofPerson().get(column.index())).stream()
                        .map(id -> column.at(group.path(id), template)))
                .toList();
        var household = new HouseholdReader(
                template,
                group,
                columns,
                heads,
                reader,
                new MemberReader(template, group, context, ofMembers, columns.age()),
                grouped.headNumbers());
        return map(households, household::read);
    }

    /** Returns the reader of a household with its members beside each other. */
    private Function<SheetRow, RowReader.Read> beside(MemberGroup group, List<List<Column>> sets, RowReader reader) {
        var ofMembers = sets.stream()
                .map(set -> new MemberReader(template, group, context, set, Optional.empty()))
                .toList();
        return row -> {
            var read = reader.read(row);
            var found = ofMembers.stream()
                    .filter(member -> !member.isBlank(row))
                    .map(member -> member.read(row))
                    .toList();
            if (found.isEmpty()) {
                return read;
            }
            var rejections = new ArrayList<>(read.rejections());
            found.forEach(member -> rejections.addAll(member.rejections()));
            return Reads.with(read, read.household().with(found), rejections, read.numberProblem());
        };
    }

    private static <A, B> Iterator<B> map(Iterator<A> from, Function<A, B> change) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return from.hasNext();
            }

            @Override
            public B next() {
                return change.apply(from.next());
            }
        };
    }
}
