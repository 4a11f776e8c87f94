package xindang.model.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import xindang.model.template.Template;

/**
 * Finds the columns of several members beside each other in one row: 成员姓名, 与户主关系 and so on for each member, or
 * 成员1姓名, 成员1关系.
 */
final class MemberSets {
    private static final Pattern NUMBERED =
            Pattern.compile("(?<=成员|人员|家属)([0-9]{1,2}|[一二三四五六七八九十])(?=.)|([0-9]{1,2})$");
    private static final Pattern OF_MEMBER = Pattern.compile("(家庭)?(成员|人员|家属).*");

    private final Template template;
    private final MemberGroup members;
    private final Set<Integer> placed;
    private final Map<Integer, String> ids = new TreeMap<>();
    private final Map<Integer, String> sets = new TreeMap<>();

    private MemberSets(Template template, MemberGroup members, Set<Integer> placed) {
        this.template = template;
        this.members = members;
        this.placed = placed;
    }

    /** Returns the columns with the targets of the members, and the columns of each member. */
    static Found in(Template template, MemberGroup members, List<Column> columns, Set<Integer> placed) {
        return new MemberSets(template, members, placed).find(columns);
    }

    /** The columns of a table, and those of each member. */
    record Found(List<Column> columns, List<List<Column>> sets) {}

    private Found find(List<Column> columns) {
        var last = "";
        for (var column : columns) {
            var id = id(column, !last.isEmpty());
            if (id.isEmpty()) {
                continue;
            }
            var numbered = number(column);
            if (numbered.isEmpty() && (id.get().equals(MemberGroup.NAME) || last.isEmpty() || has(last, id.get()))) {
                last = "@" + column.index();
            }
            ids.put(column.index(), id.get());
            sets.put(column.index(), numbered.orElse(last));
        }
        var all = columns.stream().map(this::of).toList();
        var found = new TreeMap<String, List<Column>>();
        all.forEach(column -> Optional.ofNullable(sets.get(column.index()))
                .ifPresent(set ->
                        found.computeIfAbsent(set, any -> new ArrayList<>()).add(column)));
        return new Found(all, List.copyOf(found.values()));
    }

    private boolean has(String set, String id) {
        return sets.entrySet().stream()
                .anyMatch(column -> column.getValue().equals(set) && id.equals(ids.get(column.getKey())));
    }

    /**
     * Returns the item of a member that a column contains.
     *
     * @param begun whether a column of a member is before it, so that a general heading belongs to that member
     */
    private Optional<String> id(Column column, boolean begun) {
        var path = column.path().orElse("");
        if (members.id(path).isPresent()) {
            return members.id(path);
        }
        var isFree = column.use() == Column.Use.UNKNOWN && !placed.contains(column.index());
        var word = Heading.of(column.heading()).word();
        if (!isFree || PersonColumns.isOfHead(word)) {
            return Optional.empty();
        }
        var plain = NUMBERED.matcher(word).replaceFirst("");
        var isOfMember = OF_MEMBER.matcher(word).matches();
        if (!isOfMember && !begun) {
            return Optional.empty();
        }
        return PersonColumns.isRelation(plain) || PersonColumns.isRelation(plain.replaceFirst("^(家庭)?成员", ""))
                ? Optional.of(MemberGroup.RELATION)
                : members.named(plain);
    }

    private Optional<String> number(Column column) {
        var found = NUMBERED.matcher(Heading.of(column.heading()).word());
        return found.find() ? Optional.of("#" + found.group()) : Optional.empty();
    }

    private Column of(Column column) {
        var id = ids.get(column.index());
        if (id == null) {
            return column;
        }
        return column.at(members.path(id), template);
    }
}
