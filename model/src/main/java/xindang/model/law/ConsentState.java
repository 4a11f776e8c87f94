package xindang.model.law;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import xindang.model.archive.Content;
import xindang.model.template.Template;

/** The state of a consent row on a day. */
public enum ConsentState {
    VALID,
    /** Some of its items were refused or withdrawn later; the remaining items are still allowed. */
    PARTLY,
    /** Its last day has passed. */
    EXPIRED,
    /** A withdrawal, or a consent that a withdrawal ended. */
    WITHDRAWN,
    /** A refusal, or a consent that a refusal ended. */
    REFUSED,
    /** Notice or signature has no date, or the dates contradict each other. The row gives no consent. */
    INCOMPLETE;

    /** A row with its state. */
    public record Line(ConsentRow row, ConsentState state) {}

    /**
     * An item that needs consent and has none.
     *
     * @param item a block, a field or a group, as in the consents
     * @param since the first day on which it was locked again; absent when no consent to it was ever valid
     */
    public record Closed(String item, String label, Optional<LocalDate> since) {}

    /** Returns all rows of a record, newest act first; rows without a day are last. */
    static List<Line> of(Template template, Content content, LocalDate today) {
        var rows = ConsentRow.of(content);
        return rows.stream()
                .map(row -> new Line(row, state(template, rows, row, today)))
                .sorted(Comparator.comparing(
                        line -> line.row().signedAt().orElse(LocalDate.MIN), Comparator.reverseOrder()))
                .toList();
    }

    /** Returns the consent-needed items that are locked on a day, in the order of their codes. */
    static List<Closed> closed(Template template, Content content, LocalDate today) {
        var rows = ConsentRow.of(content);
        var open = Consents.open(template, content, today);
        return template.consentItems().stream()
                .sorted()
                .filter(item -> !open.covers(item))
                .map(item -> new Closed(item, ItemLabel.of(template, item), since(rows, item, today)))
                .toList();
    }

    private static ConsentState state(Template template, List<ConsentRow> rows, ConsentRow row, LocalDate today) {
        if (row.isClosing()) {
            return row.kind().equals(ConsentRow.REFUSED) ? REFUSED : WITHDRAWN;
        }
        if (!row.isComplete(today)) {
            return INCOMPLETE;
        }
        var remaining = new TreeSet<>(row.named(template));
        var named = remaining.size();
        var closings = rows.stream().filter(closing -> closing.ends(row)).toList();
        closings.forEach(closing -> remaining.removeIf(closing::concerns));
        var whole = closings.stream().anyMatch(closing -> closing.items().isEmpty());
        if (whole || (named > 0 && remaining.isEmpty())) {
            return closings.stream().anyMatch(closing -> closing.kind().equals(ConsentRow.WITHDRAWN))
                    ? WITHDRAWN
                    : REFUSED;
        }
        if (!row.isValid(today)) {
            return EXPIRED;
        }
        return remaining.size() < named ? PARTLY : VALID;
    }

    /** Returns the first day after the last valid consent to collect the item. */
    static Optional<LocalDate> since(List<ConsentRow> rows, String item, LocalDate today) {
        return rows.stream()
                .filter(row -> row.isCollect() && row.isComplete(today) && row.concerns(item))
                .flatMap(row -> Stream.concat(
                        row.until().filter(end -> !end.equals(LocalDate.MIN)).map(end -> end.plusDays(1)).stream(),
                        rows.stream()
                                .filter(closing -> closing.ends(row) && closing.concerns(item))
                                .flatMap(closing -> closing.signedAt().stream()))
                        .min(Comparator.naturalOrder())
                        .stream())
                .filter(day -> !day.isAfter(today))
                .max(Comparator.naturalOrder());
    }
}
