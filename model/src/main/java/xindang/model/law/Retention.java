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
 * How long rows may be kept and shown. 征信业管理条例 article 16: bad information must be deleted five years after the end of
 * the bad act. The term is the group's {@code retentionYears}, counted from the row's {@code endsOn}. The term of a row
 * without an end date has not begun.
 */
final class Retention {
    private static final String REPAIRED = "repaired";

    private Retention() {}

    /** Returns the rows whose term has expired on a day. */
    static List<Due> due(Template template, Content content, LocalDate today) {
        return ending(template, content).stream()
                .filter(row -> today.isAfter(row.lastDay()))
                .toList();
    }

    /** Returns the first day on which a row of a content is expired; absent when no row has an end date. */
    static Optional<LocalDate> firstDue(Template template, Content content) {
        return turns(template, content).stream().findFirst();
    }

    /** Returns the first days on which rows of a content are expired, in order. */
    static SortedSet<LocalDate> turns(Template template, Content content) {
        return ending(template, content).stream()
                .map(row -> row.lastDay().plusDays(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Returns whether a group with a term has a row without an end date and without any required value. Another office
     * may have written into a row that was deleted here; only the history shows whether it did.
     */
    static boolean mayHaveLeftovers(Template template, Content content) {
        for (var term : template.terms()) {
            for (var row : content.rows(term.group())) {
                if (mayBeLeftover(template, content, Paths.of(term.group(), row))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean mayBeLeftover(Template template, Content content, String row) {
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

    /** Returns the content for showing, printing and rating: without expired and repaired rows. */
    static Content shown(Template template, Content content, LocalDate today) {
        var hidden = new ArrayList<String>();
        due(template, content, today).forEach(due -> hidden.add(Paths.of(due.group(), due.row()) + "."));
        for (var term : template.terms()) {
            var group = term.group();
            content.rows(group).stream()
                    .filter(row ->
                            content.text(Paths.of(group, row, Term.STATUS)).equals(REPAIRED))
                    .forEach(row -> hidden.add(group + "." + row + "."));
        }
        if (hidden.isEmpty()) {
            return content;
        }
        var kept = new TreeMap<>(content.asMap());
        kept.keySet().removeIf(path -> hidden.stream().anyMatch(path::startsWith));
        return Content.of(kept);
    }

    /**
     * Returns the values of the row of a path, by path, if the content has no end date of the row. If another source
     * shows that the row has expired, these values must be deleted with it, because they never expire by themselves.
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

    /** Returns the last day on which a row may be kept; absent when it has no end date. */
    static Optional<LocalDate> lastDay(Optional<String> end, int years) {
        return end.flatMap(text -> PartialDate.read(text).value())
                .filter(date -> !date.isLongTerm())
                .map(date -> date.latest().plusYears(years));
    }
}
