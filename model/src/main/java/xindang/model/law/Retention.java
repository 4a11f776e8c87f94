package xindang.model.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import xindang.model.archive.Content;
import xindang.model.archive.Paths;
import xindang.model.template.Field;
import xindang.model.template.Template;
import xindang.model.template.Term;
import xindang.model.value.PartialDate;

/**
 * How long rows may be kept and shown. 征信业管理条例 article 16: bad information five years from the end of the bad act,
 * then it must be deleted. The term is the group's {@code retentionYears}, counted from the row's {@code endsOn}; a row
 * without an end has not begun to age.
 */
final class Retention {
    private static final String REPAIRED = "repaired";

    private Retention() {}

    /** The rows that must not be kept any more on a day. */
    static List<Due> due(Template template, Content content, LocalDate today) {
        return ending(template, content).stream()
                .filter(row -> today.isAfter(row.lastDay()))
                .toList();
    }

    /** The first day on which a row of a content must not be kept any more; absent when none has an end. */
    static Optional<LocalDate> firstDue(Template template, Content content) {
        return turns(template, content).stream().findFirst();
    }

    /** The first days on which rows of a content must not be kept any more, in order. */
    static SortedSet<LocalDate> turns(Template template, Content content) {
        return ending(template, content).stream()
                .map(row -> row.lastDay().plusDays(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Whether a group with a term holds a row without an end and without anything that such a row must have. It may be what
     * another office wrote into a row while it was deleted here; only the history says whether it is.
     */
    static boolean mayHoldRests(Template template, Content content) {
        for (var term : template.terms()) {
            for (var row : content.rows(term.group())) {
                if (mayBeRest(template, content, Paths.of(term.group(), row))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean mayBeRest(Template template, Content content, String row) {
        return content.get(Term.end(row)).isEmpty()
                && template.field(row.substring(0, row.lastIndexOf('.'))).stream()
                        .flatMap(group -> group.fields().stream())
                        .filter(Field::required)
                        .allMatch(field -> content.get(row + "." + field.id()).isEmpty());
    }

    private static List<Due> ending(Template template, Content content) {
        var ending = new ArrayList<Due>();
        for (var term : template.terms()) {
            for (var row : content.rows(term.group())) {
                lastDay(content.get(Term.end(Paths.of(term.group(), row))), term.years())
                        .ifPresent(day -> ending.add(new Due(term.group(), row, day)));
            }
        }
        return ending;
    }

    /** The content as it may be shown, printed and rated: without rows that are due and without repaired ones. */
    static Content shown(Template template, Content content, LocalDate today) {
        var gone = new ArrayList<String>();
        due(template, content, today).forEach(due -> gone.add(Paths.of(due.group(), due.row()) + "."));
        for (var term : template.terms()) {
            var group = term.group();
            content.rows(group).stream()
                    .filter(row ->
                            content.text(Paths.of(group, row, Term.STATUS)).equals(REPAIRED))
                    .forEach(row -> gone.add(group + "." + row + "."));
        }
        if (gone.isEmpty()) {
            return content;
        }
        var kept = new TreeMap<>(content.asMap());
        kept.keySet().removeIf(path -> gone.stream().anyMatch(path::startsWith));
        return Content.of(kept);
    }

    /**
     * What a content has of the row of a path, by path, while it has no end of that row. Who learns that the row ended too
     * long ago must take this away with it, since it would never become due by itself.
     */
    static Map<String, String> endless(Content content, String path) {
        var row = path.substring(0, path.lastIndexOf('.'));
        var values = new TreeMap<String, String>();
        if (content.get(Term.end(row)).isEmpty()) {
            content.paths().stream()
                    .filter(value -> value.startsWith(row + "."))
                    .forEach(value -> content.kept(value).ifPresent(text -> values.put(value, text)));
        }
        return values;
    }

    /** The last day on which a row could be kept; absent when it has no end. */
    static Optional<LocalDate> lastDay(Optional<String> end, int years) {
        return end.flatMap(text -> PartialDate.read(text).value())
                .filter(date -> !date.isLongTerm())
                .map(date -> date.latest().plusYears(years));
    }
}
