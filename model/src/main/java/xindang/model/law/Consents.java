package xindang.model.law;

import java.time.LocalDate;
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

    private final Template template;
    private final boolean all;
    private final Set<String> items;

    private Consents(Template template, boolean all, Set<String> items) {
        this.template = template;
        this.all = all;
        this.items = Set.copyOf(items);
    }

    /**
     * What the consents to collect in a record open on a day. A row counts when it is signed or on paper, notice and signature
     * have dates, notice is not later than the signature, neither lies ahead, and its last day has not passed. A refusal or
     * withdrawal of the same day or later closes what it names, or all when it names nothing; undated, it closes whatever was
     * given. Rows about giving to others open and close nothing here.
     */
    static Consents open(Template template, Content content, LocalDate today) {
        if (template.field(ConsentRow.GROUP).isEmpty()) {
            return new Consents(template, false, Set.of());
        }
        var rows = ConsentRow.of(content);
        var items = new TreeSet<String>();
        for (var row : rows) {
            if (row.isCollect() && row.isValid(today)) {
                row.named(template).stream()
                        .filter(item -> rows.stream().noneMatch(closing -> closes(closing, item, row)))
                        .forEach(items::add);
            }
        }
        var all = !items.isEmpty() && items.containsAll(template.consentItems());
        return new Consents(template, all, items);
    }

    private static boolean closes(ConsentRow closing, String item, ConsentRow given) {
        return !closing.isPassOn() && closing.concerns(item) && closing.endsWhatWasSigned(given);
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

    /** The days on which a consent begins to count, and those after its last. */
    static Set<LocalDate> turns(Content content) {
        var days = new TreeSet<LocalDate>();
        for (var row : ConsentRow.of(content)) {
            row.signedAt().ifPresent(days::add);
            row.until().filter(end -> !end.equals(LocalDate.MIN)).ifPresent(end -> days.add(end.plusDays(1)));
        }
        return days;
    }

    /** Whether everything that needs consent is open. */
    public boolean coversAll() {
        return all;
    }

    /** The blocks, fields and groups that are open. */
    public Set<String> items() {
        return items;
    }
}
