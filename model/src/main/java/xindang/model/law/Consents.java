package xindang.model.law;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import xindang.model.archive.Content;
import xindang.model.archive.Paths;
import xindang.model.template.LegalClass;
import xindang.model.template.Template;

/**
 * Which consent-needed items are open: 征信业管理条例 article 14(2) asks that the person was first told of the adverse
 * consequences and then consented in writing. Both stand in the rows of {@code consents.given}.
 */
public final class Consents {
    /** The group of a template that holds the consents. */
    public static final String GROUP = "consents.given";

    /** How a consent came about, as codes of the row's {@code kind}. */
    public static final String SIGNED = "signed";

    public static final String PAPER = "paper";
    public static final String REFUSED = "refused";
    public static final String WITHDRAWN = "withdrawn";

    private final Template template;
    private final boolean all;
    private final Set<String> items;

    private Consents(Template template, boolean all, Set<String> items) {
        this.template = template;
        this.all = all;
        this.items = Set.copyOf(items);
    }

    /**
     * What the consents in a record open on a day. A row counts when it is signed or on paper, notice and signature have
     * dates, notice is not later than the signature, neither lies ahead, and its term is not over. A refusal or withdrawal
     * of the same day or later closes what it names, or all when it names nothing; undated, it closes whatever was given.
     */
    public static Consents open(Template template, Content content, LocalDate today) {
        if (template.field(GROUP).isEmpty()) {
            return new Consents(template, false, Set.of());
        }
        var all = false;
        var items = new TreeSet<String>();
        for (var row : content.rows(GROUP)) {
            if (!isValid(content, row, today)) {
                continue;
            }
            var named = items(content, row);
            if (named.isEmpty()) {
                named = template.consentItems();
            }
            var signed = date(content, row, "signedAt").orElse(LocalDate.MIN);
            for (var item : named) {
                if (!isClosed(content, item, signed)) {
                    items.add(item);
                }
            }
        }
        if (items.containsAll(template.consentItems())) {
            all = true;
        }
        return new Consents(template, all && !items.isEmpty(), items);
    }

    /** Whether a path may hold a value: the consent names its block, its field, or the group it is in. */
    public boolean covers(String path) {
        return all || items.stream().anyMatch(item -> names(item, path));
    }

    /** Whether the law forbids to write or show the value at a path: it needs consent and has none. */
    public boolean closes(String path) {
        return !covers(path) && template.legal(path) == LegalClass.CONSENT_NEEDED;
    }

    /** Whether an item is the block, field or group of a path. */
    static boolean names(String item, String path) {
        var pattern = Paths.pattern(path);
        return pattern.equals(item) || pattern.startsWith(item + ".");
    }

    /** The last day on which a consent to an item ended: by its term, a withdrawal or a refusal. */
    static Optional<LocalDate> ended(Content content, String item, LocalDate today) {
        return content.rows(GROUP).stream()
                .filter(row ->
                        items(content, row).isEmpty() || items(content, row).contains(item))
                .flatMap(row -> date(content, row, isGiven(content, row) ? "until" : "signedAt").stream())
                .filter(day -> !day.isAfter(today))
                .max(Comparator.naturalOrder());
    }

    /** Whether everything that needs consent is open. */
    public boolean coversAll() {
        return all;
    }

    /** The blocks, fields and groups that are open. */
    public Set<String> items() {
        return items;
    }

    private static boolean isGiven(Content content, String row) {
        var kind = value(content, row, "kind");
        return kind.equals(SIGNED) || kind.equals(PAPER);
    }

    private static boolean isValid(Content content, String row, LocalDate today) {
        var notice = date(content, row, "noticeAt");
        var signed = date(content, row, "signedAt");
        if (!isGiven(content, row) || notice.isEmpty() || signed.isEmpty()) {
            return false;
        }
        var until = date(content, row, "until");
        return !notice.get().isAfter(signed.get())
                && !signed.get().isAfter(today)
                && until.map(end -> !today.isAfter(end))
                        .orElse(value(content, row, "until").isEmpty());
    }

    private static boolean isClosed(Content content, String item, LocalDate signed) {
        for (var row : content.rows(GROUP)) {
            var kind = value(content, row, "kind");
            if (!(kind.equals(REFUSED) || kind.equals(WITHDRAWN))) {
                continue;
            }
            var named = items(content, row);
            var when = date(content, row, "signedAt").orElse(LocalDate.MAX);
            if ((named.isEmpty() || named.contains(item)) && !when.isBefore(signed)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> items(Content content, String row) {
        var text = value(content, row, "blocks");
        return text.isEmpty() ? Set.of() : new TreeSet<>(List.of(text.split(",")));
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
