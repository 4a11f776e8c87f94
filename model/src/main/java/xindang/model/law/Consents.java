package xindang.model.law;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import xindang.model.archive.Content;
import xindang.model.archive.Paths;
import xindang.model.template.LegalClass;
import xindang.model.template.Template;

/**
 * The consent-needed items that are unlocked in a record. 征信业管理条例 article 14(2) requires that the person was first
 * informed of the adverse consequences and then consented in writing. The rows of {@code consents.given} contain both.
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
     * Returns the items that the consents to collect unlock on a day. A row counts if it is signed or on paper, has the
     * dates of notice and signature, and is not expired. The notice may not be after the signature, and neither may be
     * in the future. A refusal or withdrawal on the same or a later day locks its items again, or all items when it
     * names none. A refusal or withdrawal without a date locks them for every consent. Rows about passing on have no
     * effect here.
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

    /** Returns whether a consent names the block, the field or the group of a path. */
    public boolean covers(String path) {
        return all || items.stream().anyMatch(item -> names(item, path));
    }

    /** Returns whether the law forbids to write or show the value at a path, because it needs consent and has none. */
    public boolean closes(String path) {
        return !covers(path) && template.legal(path) == LegalClass.CONSENT_NEEDED;
    }

    /** Returns whether an item is the block, field or group of a path. */
    static boolean names(String item, String path) {
        var pattern = Paths.pattern(path);
        return pattern.equals(item) || pattern.startsWith(item + ".");
    }

    /** Returns the days on which a consent begins to count, and the days after its last day. */
    static Set<LocalDate> turns(Content content) {
        var days = new TreeSet<LocalDate>();
        for (var row : ConsentRow.of(content)) {
            row.signedAt().ifPresent(days::add);
            row.until().filter(end -> !end.equals(LocalDate.MIN)).ifPresent(end -> days.add(end.plusDays(1)));
        }
        return days;
    }

    /** Returns whether all consent-needed items are unlocked. */
    public boolean coversAll() {
        return all;
    }

    /** Returns the unlocked blocks, fields and groups. */
    public Set<String> items() {
        return items;
    }
}
