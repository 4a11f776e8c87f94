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
 * What of a record may be shown on a day: no adverse row whose term is over or that was repaired (article 16), and of the
 * items that need consent only those with a valid one (article 14(2)), and of a child under 14 only name, relation and that it is
 * one (个人信息保护法 article 31). Screen, command line, rating and report all ask here. What is left out stays in the archive.
 *
 * @param content what may be shown
 * @param locked items that hold values and may not be shown, since their consent ended
 * @param children of whom more values are here than may be collected, which came from two offices
 * @param withheld paths of values that arrived and were not kept (article 14(1)): 依法不收 is shown there
 */
public record Lawful(Content content, List<Locked> locked, List<HiddenChild> children, List<String> withheld) {
    /**
     * An item that holds values nobody may see.
     *
     * @param item a block, a field or a group, as the consents name it
     * @param since the first day on which it was locked again, as {@link ConsentState.Closed} has it; absent when no consent to it
     *     was ever valid
     * @param paths of the values, to clear them
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
     * The days on which what may be shown can change though nobody writes anything: a consent begins to count or has ended, the
     * term of a row is over, a child becomes 14.
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
        // without the day of birth nobody else can tell a child
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
