package xindang.model.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import xindang.model.archive.Content;
import xindang.model.template.Template;

/**
 * The part of a record that may be shown on a day. It has no expired or repaired bad information (征信业管理条例 article 16)
 * and no consent-needed item without a valid consent (article 14(2)). Of a child under 14 it has only name, relation
 * and the mark (个人信息保护法 article 31). Screens, command line, ratings and reports all use it. The archive keeps the other
 * values.
 *
 * @param content the content that may be shown
 * @param locked items with values that may not be shown because their consent has expired or was withdrawn
 * @param children children with more values than may be collected, which the merge of two offices can produce
 * @param withheld paths of withheld values (article 14(1)); screens show 依法不收 there
 */
public record Lawful(Content content, List<Locked> locked, List<HiddenChild> children, List<String> withheld) {
    /**
     * An item with locked values.
     *
     * @param item a block, a field or a group, as in the consents
     * @param since the first day on which it was locked again, as in {@link ConsentState.Closed}; absent when no
     *     consent to it was ever valid
     * @param paths paths of the values, for deleting them
     */
    public record Locked(String item, String label, Optional<LocalDate> since, List<String> paths) {}

    static Lawful of(Template template, Content content, LocalDate today) {
        var children = Children.of(template, content, today);
        var shown = without(children, Retention.shown(template, content, today));
        var consents = Consents.open(template, content, today);
        var withheld =
                shown.withheld().stream().filter(path -> !consents.closes(path)).toList();
        var closed = content.paths().stream().filter(consents::closes).toList();
        if (closed.isEmpty()) {
            return new Lawful(shown.known(), List.of(), children, withheld);
        }
        var open = new TreeMap<>(shown.known().asMap());
        open.keySet().removeIf(consents::closes);
        return new Lawful(Content.of(open), locked(template, content, closed, today), children, withheld);
    }

    /**
     * Returns the days on which the lawful part can change without a save: a consent begins or expires, the term of a
     * row expires, a child turns 14.
     */
    static SortedSet<LocalDate> turns(Template template, Content content) {
        var days = new TreeSet<>(Retention.turns(template, content));
        days.addAll(Children.turns(template, content));
        if (template.field(ConsentRow.GROUP).isPresent()) {
            days.addAll(Consents.turns(content));
        }
        return days;
    }

    private static Content without(List<HiddenChild> children, Content content) {
        var hidden = children.stream().flatMap(child -> child.paths().stream()).collect(Collectors.toSet());
        if (hidden.isEmpty()) {
            return content;
        }
        var open = new TreeMap<>(content.asMap());
        open.keySet().removeAll(hidden);
        // the row must keep its mark, because the birth date that shows the age is hidden
        children.forEach(child -> open.put(Children.mark(child.row()), "true"));
        return Content.of(open);
    }

    private static List<Locked> locked(Template template, Content content, List<String> closed, LocalDate today) {
        var locked = new ArrayList<Locked>();
        var rows = ConsentRow.of(content);
        for (var item : template.consentItems().stream().sorted().toList()) {
            var paths =
                    closed.stream().filter(path -> Consents.names(item, path)).toList();
            if (!paths.isEmpty()) {
                locked.add(
                        new Locked(item, ItemLabel.of(template, item), ConsentState.since(rows, item, today), paths));
            }
        }
        return List.copyOf(locked);
    }
}
