package xindang.desktop.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import xindang.desktop.office.Office;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.ArchiveStore;
import xindang.model.archive.Content;
import xindang.model.archive.SaveReceipt;
import xindang.model.archive.Unsaved;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Finding;
import xindang.model.common.Violation;
import xindang.model.keeping.Departure;
import xindang.model.keeping.Drafts;
import xindang.model.keeping.Outcome;
import xindang.model.law.ConsentRow;
import xindang.model.law.Due;
import xindang.model.law.Gate;
import xindang.model.law.SureDay;
import xindang.model.template.Checks;

/** Saves the texts of a form through the use cases of the model. Call it in the background. */
final class Saver {
    private final Office office;
    private final UUID id;
    private final String type;
    private volatile boolean exists;

    Saver(Office office, UUID id, String type, boolean exists) {
        this.office = office;
        this.id = id;
        this.type = type;
        this.exists = exists;
    }

    /**
     * The result of a save.
     *
     * @param taken the texts that were saved
     * @param back values that the save deleted from the record; the form shows them as typed texts
     * @param now the content after the save; empty if there was no write
     * @param day the day of the archive at the save
     */
    record Written(
            Outcome<SaveReceipt> outcome,
            Map<String, String> taken,
            Map<String, String> back,
            Optional<Content> now,
            SureDay day) {
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

    /** Returns true if the record existed at its opening or was saved by this form. */
    boolean exists() {
        return exists;
    }

    /** Returns the key of the stored unsaved texts. */
    String draft() {
        return exists ? id.toString() : Drafts.ofNew(type);
    }

    SureDay day() {
        return office.archives().day();
    }

    /** Saves the typed texts. Stores the refused ones as unsaved texts. */
    Written save(Drafts drafts, String region, Map<String, String> typed) {
        // An earlier save may have created the record. Check it here, not before the save is queued.
        var draft = draft();
        var result = write(region, typed);
        var left = new TreeMap<>(typed);
        left.putAll(result.back());
        left.keySet().removeAll(result.taken().keySet());
        drafts.keep(draft, new Unsaved(left, Map.of()));
        return result;
    }

    /**
     * Saves the typed texts. If some are wrong, it saves only the correct ones.
     *
     * @throws AppException NOT_FOUND if the record was erased after its opening
     */
    Written write(String region, Map<String, String> typed) {
        var known = exists ? Optional.of(record()) : Optional.<ArchiveRecord>empty();
        var whole = keep(known, region, typed);
        var day = day();
        if (whole.isDone()) {
            return written(whole, whole, typed, Map.of(), day);
        }
        // A wrong value must not prevent the save of the correct ones.
        var correct = new HashMap<>(typed);
        whole.violations().forEach(finding -> correct.remove(finding.path()));
        var back = known.filter(record -> !day.isAhead())
                .map(record -> back(record.content(), whole.violations(), typed))
                .orElse(Map.of());
        if (known.isEmpty() || correct.size() == typed.size() || (correct.isEmpty() && back.isEmpty())) {
            return written(whole, whole, Map.of(), Map.of(), day);
        }
        var second = new HashMap<>(correct);
        back.keySet().forEach(path -> second.put(path, ""));
        var part = keep(known, region, second);
        return part.isDone()
                ? written(whole, part, correct, back, day)
                : written(whole, whole, Map.of(), Map.of(), day);
    }

    private Outcome<ArchiveStore.Saved> keep(Optional<ArchiveRecord> known, String region, Map<String, String> typed) {
        var kept = office.archives().keep(known, id, type, region, typed, office.user());
        exists |= kept.isDone();
        return kept;
    }

    /** @param part the save that was done; failed if there was none */
    private static Written written(
            Outcome<ArchiveStore.Saved> whole,
            Outcome<ArchiveStore.Saved> part,
            Map<String, String> taken,
            Map<String, String> back,
            SureDay day) {
        return new Written(
                whole.map(ArchiveStore.Saved::receipt),
                taken,
                back,
                part.value().map(ArchiveStore.Saved::content),
                day);
    }

    private Content current() {
        return record().content();
    }

    private ArchiveRecord record() {
        return office.store()
                .find(id)
                .orElseThrow(() -> new AppException(ErrorCode.NOT_FOUND, "no record " + id, id.toString()));
    }

    /**
     * Returns the saved values of rows that become expired by an end date typed just now.
     *
     * <p>The archive may not keep them (征信业管理条例 article 16). They stay on the screen, because the date may be a typing
     * error.
     */
    private static Map<String, String> back(Content kept, List<Finding> violations, Map<String, String> typed) {
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
        return new Written(
                outcome, Map.of(), Map.of(), outcome.isDone() ? Optional.of(current()) : Optional.empty(), day());
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
        return new Written(
                outcome, Map.of(), Map.of(), outcome.isDone() ? Optional.of(current()) : Optional.empty(), day());
    }

    private static Map<String, Violation> byPath(List<Finding> findings) {
        var map = new TreeMap<String, Violation>();
        findings.forEach(finding -> map.putIfAbsent(finding.path(), finding.violation()));
        return map;
    }
}
