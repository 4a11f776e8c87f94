package xindang.model.intake;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import xindang.model.archive.Content;
import xindang.model.law.ConsentRow;
import xindang.model.law.Consents;
import xindang.model.law.Gate;
import xindang.model.template.Template;

/** Writes values that need a consent (征信业管理条例 article 14(2)), if it is on file. */
final class ConsentNeeded {
    private final Template template;
    private final Lists lists;
    private final LocalDate today;
    private final Map<String, Boolean> covered = new HashMap<>();
    private Map<String, String> consentsRead = Map.of();
    private Consents consents;
    private int locked;

    ConsentNeeded(Template template, Lists lists, LocalDate today) {
        this.template = template;
        this.lists = lists;
        this.today = today;
        consents = Gate.consents(template, Content.EMPTY, today);
    }

    /** Returns the number of rows with a value that was left out. */
    int locked() {
        return locked;
    }

    /**
     * Writes consent-needed values if their consent is on file. Otherwise neither stores nor reports
     * them.
     */
    void write(RowReader.Read read, NavigableMap<String, String> values, List<Problem> warnings) {
        if (read.consentValues().isEmpty() && read.consentWarnings().isEmpty()) {
            return;
        }
        var open = open(values);
        var isLocked = false;
        for (var warning : read.consentWarnings().entrySet()) {
            if (covered.computeIfAbsent(warning.getKey(), open::covers)) {
                warnings.addAll(warning.getValue());
            } else {
                isLocked = true;
            }
        }
        var consented = new TreeMap<String, String>();
        for (var value : read.consentValues().entrySet()) {
            if (covered.computeIfAbsent(value.getKey(), open::covers)) {
                consented.put(value.getKey(), value.getValue());
            } else {
                isLocked = true;
            }
        }
        warnings.addAll(lists.put(values, consented, read));
        if (isLocked) {
            locked++;
        }
    }

    /** Returns the consents of some values; caches them, because a batch has the same consent in every row. */
    private Consents open(NavigableMap<String, String> values) {
        var given = values.subMap(ConsentRow.GROUP + ".", ConsentRow.GROUP + "/");
        if (!given.equals(consentsRead)) {
            consentsRead = Map.copyOf(given);
            consents = Gate.consents(template, Content.of(consentsRead), today);
            covered.clear();
        }
        return consents;
    }
}
