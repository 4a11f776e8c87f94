package xindang.model.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import xindang.model.archive.Content;
import xindang.model.archive.Paths;
import xindang.model.template.Template;
import xindang.model.value.PartialDate;
import xindang.model.value.ResidentNumber;

/**
 * Which values of a record are of a child under 14 and none of those that are collected of one: name and relation
 * (个人信息保护法 article 31). Such a row has an item {@code under14}; a number or a day of birth tells the age as well.
 */
final class Children {
    private static final int CHILD = 14;
    private static final String MARK = "under14";
    private static final Set<String> MAY = Set.of("name", "relation", MARK);

    private Children() {}

    /** Whether a path is that of an item which is not collected of the child that its row is about. */
    static boolean isOfAChild(Template template, Content content, String path, LocalDate today) {
        return Paths.row(path)
                .filter(row -> isKept(template, path.substring(0, Paths.group(path))))
                .filter(row -> !MAY.contains(path.substring(row.length() + 1)))
                .filter(row -> isChild(content, row, today))
                .isPresent();
    }

    /** The children of whom a content has more than may be collected. */
    static List<HiddenChild> of(Template template, Content content, LocalDate today) {
        var found = new ArrayList<HiddenChild>();
        for (var row : rows(template, content)) {
            var paths = content.paths().stream()
                    .filter(path -> path.startsWith(row + "."))
                    .filter(path -> !MAY.contains(path.substring(row.length() + 1)))
                    .toList();
            if (!paths.isEmpty() && isChild(content, row, today)) {
                found.add(new HiddenChild(row, content.text(row + ".name"), paths));
            }
        }
        return List.copyOf(found);
    }

    /** The days on which somebody of a content becomes 14. */
    static SortedSet<LocalDate> turns(Template template, Content content) {
        var days = new TreeSet<LocalDate>();
        for (var row : rows(template, content)) {
            if (!isMarked(content, row)) {
                birth(content, row, LocalDate.MAX)
                        .map(born -> born.plusYears(CHILD))
                        .ifPresent(days::add);
            }
        }
        return days;
    }

    /** Whether the group of a template asks whether somebody is under 14. */
    static boolean isKept(Template template, String group) {
        return template.field(group + ".*." + MARK).isPresent();
    }

    static boolean isChild(Content content, String row, LocalDate today) {
        return isMarked(content, row)
                || birth(content, row, today)
                        .map(born -> born.plusYears(CHILD).isAfter(today))
                        .orElse(false);
    }

    private static boolean isMarked(Content content, String row) {
        return content.text(mark(row)).equals("true");
    }

    /** The path of the item that says that the row is about a child. */
    static String mark(String row) {
        return row + "." + MARK;
    }

    private static Optional<LocalDate> birth(Content content, String row, LocalDate today) {
        return content.get(row + ".number")
                .flatMap(text -> ResidentNumber.read(text, today).value())
                .map(ResidentNumber::birthDate)
                .or(() -> content.get(row + ".birth")
                        .flatMap(text -> PartialDate.read(text).value())
                        .map(PartialDate::earliest));
    }

    private static Set<String> rows(Template template, Content content) {
        var rows = new TreeSet<String>();
        for (var block : template.blocks()) {
            for (var field : block.fields()) {
                var group = Paths.of(block.id(), field.id());
                if (field.isGroup() && isKept(template, group)) {
                    content.rows(group).forEach(row -> rows.add(Paths.of(group, row)));
                }
            }
        }
        return rows;
    }
}
