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

/** Writes what a form holds; away from the screen. */
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
     * What a save gave.
     *
     * @param taken which of the sent texts were taken
     * @param back what was taken out of the archive and is only typed now
     * @param now the content as it stands on the disk now; empty when nothing was written
     */
    record Written(
            Outcome<SaveReceipt> outcome, Map<String, String> taken, Map<String, String> back, Optional<Content> now) {
        private static Written nothing(Outcome<SaveReceipt> refused) {
            return new Written(refused, Map.of(), Map.of(), Optional.empty());
        }

        /** What is wrong, by path. */
        Map<String, Violation> wrong() {
            return byPath(outcome.violations());
        }

        /** What looks odd though it was taken, by path. */
        Map<String, Violation> odd() {
            return byPath(outcome.warnings());
        }
    }

    /** What looks odd in an archive as it is kept, of what may be shown, by path. */
    Map<String, Violation> odd(ArchiveRecord record) {
        var template = office.templates().get(record.template());
        var today = office.archives().day().hides();
        var lawful = Gate.lawful(template, record.content(), today).content();
        return byPath(Checks.of(template, lawful, today).stream()
                .map(odd -> new Finding(odd.path(), odd.violation()))
                .toList());
    }

    /** Whether the archive is there. */
    boolean exists() {
        return office.store().find(id).isPresent();
    }

    /** Saves what was typed, as far as it may be. */
    Written write(String region, Map<String, String> typed) {
        var existed = exists();
        var whole = existed
                ? office.archives().edit(id, typed, office.user())
                : office.archives().create(id, type, region, typed, office.user());
        if (whole.isDone()) {
            return new Written(whole, typed, Map.of(), current());
        }
        // One wrong value must not hold back the right ones typed beside it.
        var rest = new HashMap<>(typed);
        whole.violations().forEach(finding -> rest.remove(finding.path()));
        var mayDelete = existed && !office.archives().day().isAhead();
        var back = mayDelete ? back(whole.violations(), typed) : Map.<String, String>of();
        if (!existed || rest.size() == typed.size() || (rest.isEmpty() && back.isEmpty())) {
            return Written.nothing(whole);
        }
        var second = new HashMap<>(rest);
        back.keySet().forEach(path -> second.put(path, ""));
        return office.archives().edit(id, second, office.user()).isDone()
                ? new Written(whole, rest, back, current())
                : Written.nothing(whole);
    }

    /**
     * What is kept of rows that have no end, of which was typed just now that they ended too long ago: the archive may not
     * keep them (征信业管理条例 article 16), and who mistyped the end still has them on screen.
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
     * Records an act of giving, refusing or withdrawing.
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
