package xindang.model.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import xindang.model.archive.Content;
import xindang.model.template.Template;

/**
 * The items that a person refused or withdrew, without a new consent whose notice and signature are on a later day
 * (个人信息保护法 article 15). A batch of papers does not unlock them.
 */
public final class Refusals {
    private final Template template;
    private final List<ConsentRow> rows;
    private final LocalDate today;
    private final Set<String> items;

    private Refusals(Template template, Content content, LocalDate today) {
        this.template = template;
        this.rows = ConsentRow.of(content);
        this.today = today;
        items = template.consentItems().stream()
                .filter(item -> isClosed(
                        row -> !row.isPassOn() && row.concerns(item), row -> row.isCollect() && row.concerns(item)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Refusals of(Template template, Content content, LocalDate today) {
        return new Refusals(template, content, today);
    }

    /** Returns the consent-needed items that stay locked. */
    public Set<String> items() {
        return Set.copyOf(items);
    }

    /** Returns the consent-needed items that a batch may unlock. */
    public Set<String> others() {
        var others = new TreeSet<>(template.consentItems());
        others.removeAll(items);
        return others;
    }

    /** Returns true when the person refused or withdrew the whole consent to collect. */
    public boolean closesCollecting() {
        return template.consentItems().isEmpty()
                ? isClosed(row -> !row.isPassOn(), ConsentRow::isCollect)
                : others().isEmpty();
    }

    /** Returns true when the person refused or withdrew the consent to pass anything on to a receiver. */
    public boolean closesPassingOn(String receiver) {
        return closesCollecting()
                || isClosed(
                        row -> row.isPassOn()
                                && (row.receiver().isBlank() || LooseName.isSame(row.receiver(), receiver)),
                        row -> row.isPassOn() && LooseName.isSame(row.receiver(), receiver));
    }

    /** Returns the labels of the items that stay locked. */
    public String names() {
        return items.stream().map(item -> ItemLabel.of(template, item)).collect(Collectors.joining("、"));
    }

    private boolean isClosed(Predicate<ConsentRow> closes, Predicate<ConsentRow> opens) {
        var closings =
                rows.stream().filter(ConsentRow::isClosing).filter(closes).toList();
        return !closings.isEmpty()
                && rows.stream()
                        .filter(row -> row.isComplete(today))
                        .filter(opens)
                        .noneMatch(given -> closings.stream().noneMatch(closing -> closing.endsWhatWasSigned(given)));
    }
}
