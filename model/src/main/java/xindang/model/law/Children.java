package xindang.model.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import xindang.model.archive.Content;
import xindang.model.archive.Paths;
import xindang.model.template.Template;
import xindang.model.value.PartialDate;
import xindang.model.value.ResidentNumber;

/**
 * Finds values about a child under 14. Only name and relation of a child are collected (个人信息保护法 article 31). The row of
 * a child has the item {@code under14}, or a number or birth date that shows the age.
 */
final class Children {
    private static final int CHILD = 14;
    private static final String MARK = "under14";
    private static final Set<String> MAY = Set.of("name", "relation", MARK);

    private Children() {}

    /** Returns whether a path is an item that may not be collected of the child in its row. */
    static boolean isOfAChild(Template template, Content content, String path, LocalDate today) {
        return Paths.row(path)
                .filter(row -> isKept(template, path.substring(0, Paths.group(path))))
                .filter(row -> !MAY.contains(path.substring(row.length() + 1)))
                .filter(row -> isChild(content, row, today))
                .isPresent();
    }

    /** Returns the children about whom a content has more values than may be collected. */
    static List<HiddenChild> of(Template template, Content content, LocalDate today) {
        var groups = groups(template);
        var more = new TreeMap<String, List<String>>();
        for (var path : content.paths()) {
            Paths.row(path)
                    .filter(row -> groups.contains(row.substring(0, row.lastIndexOf('.'))))
                    .filter(row -> !MAY.contains(path.substring(row.length() + 1)))
                    .ifPresent(row ->
                            more.computeIfAbsent(row, key -> new ArrayList<>()).add(path));
        }
        var found = new ArrayList<HiddenChild>();
        more.forEach((row, paths) -> {
            if (isChild(content, row, today)) {
                found.add(new HiddenChild(row, content.text(row + ".name"), paths));
            }
        });
        return List.copyOf(found);
    }

    /** Returns the days on which a person in a content turns 14. */
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

    /** Returns whether the group of a template has the item {@code under14}. */
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

    /** Returns the path of the item that marks the row of a child. */
    static String mark(String row) {
        return row + "." + MARK;
    }

    /** Returns whether a number, otherwise a birth date, shows an age under 14. */
    static boolean isChild(String number, String birth, LocalDate today) {
        return birth(Optional.of(number), Optional.of(birth), today)
                .map(born -> born.plusYears(CHILD).isAfter(today))
                .orElse(false);
    }

    private static Optional<LocalDate> birth(Content content, String row, LocalDate today) {
        return birth(content.get(row + ".number"), content.get(row + ".birth"), today);
    }

    private static Optional<LocalDate> birth(Optional<String> number, Optional<String> birth, LocalDate today) {
        return number.flatMap(text -> ResidentNumber.read(text, today).value())
                .map(ResidentNumber::birthDate)
                .or(() -> birth.flatMap(text -> PartialDate.read(text).value()).map(PartialDate::earliest));
    }

    private static Set<String> rows(Template template, Content content) {
        var rows = new TreeSet<String>();
        for (var group : groups(template)) {
            content.rows(group).forEach(row -> rows.add(Paths.of(group, row)));
        }
        return rows;
    }

    private static Set<String> groups(Template template) {
        var groups = new TreeSet<String>();
        for (var block : template.blocks()) {
            for (var field : block.fields()) {
                var group = Paths.of(block.id(), field.id());
                if (field.isGroup() && isKept(template, group)) {
                    groups.add(group);
                }
            }
        }
        return groups;
    }
}
