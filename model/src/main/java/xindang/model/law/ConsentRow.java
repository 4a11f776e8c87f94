package xindang.model.law;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import xindang.model.archive.Content;
import xindang.model.archive.Paths;
import xindang.model.template.Template;

/**
 * One row of {@code consents.given}: a consent, a refusal or a withdrawal, and its dates.
 *
 * @param kind code of table consent-kind: {@code signed}, {@code paper}, {@code refused}, {@code withdrawn}
 * @param use code of table consent-use; empty in old rows, which means {@code collect}
 * @param receiver name of the receiver of the information; only for {@code pass-on}
 * @param purpose purposes of the receiver, separated by 、; only for {@code pass-on}
 * @param items blocks, fields and groups; empty means all
 * @param noticeAt the day on which the person was informed of the consequences
 * @param signedAt the day of the signature, refusal or withdrawal
 * @param until the last day on which the consent is valid; absent when it does not expire
 */
public record ConsentRow(
        String key,
        String kind,
        String use,
        String receiver,
        String purpose,
        String reference,
        Set<String> items,
        Optional<LocalDate> noticeAt,
        Optional<LocalDate> signedAt,
        Optional<LocalDate> until) {
    /** The group of a template that contains the consents. */
    public static final String GROUP = "consents.given";
    /** The block of a template that contains the group. */
    public static final String BLOCK = "consents";
    /** Codes of the row's {@code kind}. */
    public static final String SIGNED = "signed";

    public static final String PAPER = "paper";
    public static final String REFUSED = "refused";
    public static final String WITHDRAWN = "withdrawn";

    public static final String COLLECT = "collect";
    public static final String PASS_ON = "pass-on";

    public ConsentRow {
        items = Set.copyOf(items);
    }

    /** Returns the rows of a record, in the order of their keys. */
    static List<ConsentRow> of(Content content) {
        return content.rows(GROUP).stream().map(row -> of(content, row)).toList();
    }

    private static ConsentRow of(Content content, String row) {
        var items = value(content, row, "blocks");
        return new ConsentRow(
                row,
                value(content, row, "kind"),
                value(content, row, "use"),
                value(content, row, "receiver"),
                value(content, row, "purpose"),
                value(content, row, "reference"),
                items.isEmpty() ? Set.of() : new TreeSet<>(List.of(items.split(","))),
                date(content, row, "noticeAt"),
                date(content, row, "signedAt"),
                // An unreadable last day may have passed, so the consent counts as expired.
                value(content, row, "until").isEmpty()
                        ? Optional.empty()
                        : Optional.of(date(content, row, "until").orElse(LocalDate.MIN)));
    }

    /** Returns true for a signature or a paper. */
    public boolean isGiven() {
        return kind.equals(SIGNED) || kind.equals(PAPER);
    }

    /** Returns true for a refusal or a withdrawal. */
    public boolean isClosing() {
        return kind.equals(REFUSED) || kind.equals(WITHDRAWN);
    }

    public boolean isPassOn() {
        return use.equals(PASS_ON);
    }

    /** Returns true for a consent to collect. A use that this version does not know gives no consent. */
    boolean isCollect() {
        return use.isEmpty() || use.equals(COLLECT);
    }

    /**
     * Returns true when notice and signature have dates, the notice is not later, and the signature is not in the
     * future.
     */
    boolean isComplete(LocalDate today) {
        return isGiven()
                && noticeAt.isPresent()
                && signedAt.isPresent()
                && !noticeAt.get().isAfter(signedAt.get())
                && !signedAt.get().isAfter(today);
    }

    /** Returns true for a complete consent whose last day has not passed. */
    boolean isValid(LocalDate today) {
        return isComplete(today) && until.map(end -> !today.isAfter(end)).orElse(true);
    }

    /** Returns the items that the row names; all items of the template when it names none. */
    Set<String> named(Template template) {
        return items.isEmpty() ? template.consentItems() : items;
    }

    /** Returns true when this refusal or withdrawal has no date, or is not before the day of a consent's signature. */
    boolean endsWhatWasSigned(ConsentRow given) {
        var day = given.signedAt.orElse(LocalDate.MIN);
        return isClosing() && !signedAt.orElse(LocalDate.MAX).isBefore(day);
    }

    /**
     * Returns true when this refusal or withdrawal ends a consent for its items. One about collecting ends both uses.
     * One about passing on ends the consents for its receiver, or for all receivers when it names none.
     */
    boolean ends(ConsentRow given) {
        return endsWhatWasSigned(given)
                && (!isPassOn()
                        || (given.isPassOn() && (receiver.isBlank() || LooseName.isSame(receiver, given.receiver()))));
    }

    boolean concerns(String item) {
        return items.isEmpty() || items.contains(item);
    }

    private static String value(Content content, String row, String field) {
        return content.text(Paths.of(GROUP, row, field));
    }

    private static Optional<LocalDate> date(Content content, String row, String field) {
        try {
            return content.get(Paths.of(GROUP, row, field)).map(LocalDate::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
