package xindang.desktop.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import xindang.desktop.ui.Office;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.Content;
import xindang.model.archive.SaveReceipt;
import xindang.model.common.Finding;
import xindang.model.common.Violation;
import xindang.model.keeping.Departure;
import xindang.model.keeping.Outcome;
import xindang.model.law.ConsentRow;
import xindang.model.law.Due;
import xindang.model.law.Gate;
import xindang.model.template.Checks;

/** Writes the texts of a form into the store. Call it in the background. */
final class Saver {
    private final Office office;
    private final UUID id;
    private final String type;

    Saver(Office office, UUID id, String type) {
        this.office = office;
        this.id = id;
        this.type = type;
    }

    /**
     * The result of a save.
     *
     * @param taken the texts that were saved
     * @param back values that were deleted from the record and are now only typed
     * @param now the content after the save; empty if there was no write
     */
    record Written(
            Outcome<SaveReceipt> outcome, Map<String, String> taken, Map<String, String> back, Optional<Content> now) {
        private static Written nothing(Outcome<SaveReceipt> refused) {
            return new Written(refused, Map.of(), Map.of(), Optional.empty());
        }

        /** Returns the errors by path. */
        Map<String, Violation> wrong() {
            return byPath(outcome.violations());
        }

        /** Returns the warnings by path. */
        Map<String, Violation> odd() {
            return byPath(outcome.warnings());
        }
    }

    /** Returns the warnings about saved values that may be shown, by path. */
    Map<String, Violation> odd(ArchiveRecord record) {
        var template = office.templates().get(record.template());
        var today = office.archives().day().hides();
        var lawful = Gate.lawful(template, record.content(), today).content();
        return byPath(Checks.of(template, lawful, today).stream()
                .map(odd -> new Finding(odd.path(), odd.violation()))
                .toList());
    }

    /** Returns true if the record exists. */
    boolean exists() {
        return office.store().find(id).isPresent();
    }

    /** Saves the typed texts. If some are wrong, it saves only the correct ones. */
    Written write(String region, Map<String, String> typed) {
        var existed = exists();
        var whole = existed
                ? office.archives().edit(id, typed, office.user())
                : office.archives().create(id, type, region, typed, office.user());
        if (whole.isDone()) {
            return new Written(whole, typed, Map.of(), current());
        }
        // A wrong value must not prevent the save of the correct ones.
        var correct = new HashMap<>(typed);
        whole.violations().forEach(finding -> correct.remove(finding.path()));
        var mayDelete = existed && !office.archives().day().isAhead();
        var back = mayDelete ? back(whole.violations(), typed) : Map.<String, String>of();
        if (!existed || correct.size() == typed.size() || (correct.isEmpty() && back.isEmpty())) {
            return Written.nothing(whole);
        }
        var second = new HashMap<>(correct);
        back.keySet().forEach(path -> second.put(path, ""));
        return office.archives().edit(id, second, office.user()).isDone()
                ? new Written(whole, correct, back, current())
                : Written.nothing(whole);
    }

    /**
     * Returns the saved values of rows that become expired by an end date typed just now.
     *
     * <p>The archive may not keep them (征信业管理条例 article 16). They stay on the screen, because the date may be a typing
     * error.
     */
    private Map<String, String> back(List<Finding> violations, Map<String, String> typed) {
        var kept = current().orElse(Content.EMPTY);
        var back = new TreeMap<String, String>();
        violations.stream()
                .filter(finding -> finding.violation().code().equals(Due.OVER))
                .forEach(finding -> back.putAll(Gate.endless(kept, finding.path())));
        typed.forEach(back::replace);
        return back;
    }

    /** Moves the subject out. */
    Written move(Departure departure) {
        var outcome = office.archives().move(id, departure, office.user());
        return new Written(outcome, Map.of(), Map.of(), outcome.isDone() ? current() : Optional.empty());
    }

    /**
     * Records a consent, a refusal or a withdrawal.
     *
     * @param kind code of table consent-kind
     * @param row values by field of a consent row
     */
    Written consent(String kind, Map<String, String> row) {
        var archives = office.archives();
        var outcome =
                switch (kind) {
                    case ConsentRow.REFUSED -> archives.refuseConsent(id, row, office.user());
                    case ConsentRow.WITHDRAWN -> archives.withdrawConsent(id, row, office.user());
                    default -> archives.giveConsent(id, row, office.user());
                };
        return new Written(outcome, Map.of(), Map.of(), outcome.isDone() ? current() : Optional.empty());
    }

    private Optional<Content> current() {
        return office.store().find(id).map(ArchiveRecord::content);
    }

    private static Map<String, Violation> byPath(List<Finding> findings) {
        var map = new TreeMap<String, Violation>();
        findings.forEach(finding -> map.putIfAbsent(finding.path(), finding.violation()));
        return map;
    }
}
