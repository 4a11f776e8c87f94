package xindang.model.template;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import xindang.model.archive.Content;
import xindang.model.archive.FieldChange;
import xindang.model.archive.Paths;
import xindang.model.value.PartialDate;

/**
 * How long rows may be kept and shown. 征信业管理条例 article 16: bad information five years from the end of the bad act,
 * then it must be deleted. The term is the group's {@code retentionYears}, counted from the row's {@code endsOn}; a row
 * without an end has not begun to age.
 */
public final class Retention {
    private static final String END = "endsOn";
    private static final String STATUS = "status";
    private static final String REPAIRED = "repaired";

    private Retention() {}

    /**
     * A row whose term is over.
     *
     * @param group path of the group, such as {@code adverse.items}
     * @param lastDay the last day on which it could be kept
     */
    public record Due(String group, String row, LocalDate lastDay) {}

    /** The rows that must not be kept any more on a day. */
    public static List<Due> due(Template template, Content content, LocalDate today) {
        var due = new ArrayList<Due>();
        for (var block : template.blocks()) {
            for (var field : block.fields()) {
                if (field.retentionYears() > 0) {
                    var group = Paths.of(block.id(), field.id());
                    for (var row : content.rows(group)) {
                        lastDay(content, group, row, field.retentionYears())
                                .filter(today::isAfter)
                                .ifPresent(day -> due.add(new Due(group, row, day)));
                    }
                }
            }
        }
        return due;
    }

    /** The changes that delete the rows that are due. */
    public static List<FieldChange> deletions(Template template, Content content, LocalDate today) {
        var changes = new ArrayList<FieldChange>();
        for (var due : due(template, content, today)) {
            var prefix = due.group() + "." + due.row() + ".";
            content.forEach((path, value) -> {
                if (path.startsWith(prefix)) {
                    changes.add(new FieldChange(path, Optional.of(value), Optional.empty()));
                }
            });
        }
        return changes;
    }

    /** The content as it may be shown, printed and rated: without rows that are due and without repaired ones. */
    public static Content shown(Template template, Content content, LocalDate today) {
        var gone = new ArrayList<String>();
        due(template, content, today).forEach(due -> gone.add(due.group() + "." + due.row() + "."));
        for (var block : template.blocks()) {
            for (var field : block.fields()) {
                var group = Paths.of(block.id(), field.id());
                if (field.retentionYears() > 0) {
                    content.rows(group).stream()
                            .filter(row ->
                                    content.text(Paths.of(group, row, STATUS)).equals(REPAIRED))
                            .forEach(row -> gone.add(group + "." + row + "."));
                }
            }
        }
        if (gone.isEmpty()) {
            return content;
        }
        var kept = new TreeMap<>(content.asMap());
        kept.keySet().removeIf(path -> gone.stream().anyMatch(path::startsWith));
        return Content.of(kept);
    }

    private static Optional<LocalDate> lastDay(Content content, String group, String row, int years) {
        return content.get(Paths.of(group, row, END))
                .flatMap(text -> PartialDate.read(text).value())
                .filter(date -> !date.isLongTerm())
                .map(date -> date.latest().plusYears(years));
    }
}
