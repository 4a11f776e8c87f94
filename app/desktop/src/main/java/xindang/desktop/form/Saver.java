package xindang.desktop.form;

import java.time.LocalDate;
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
import xindang.model.common.Violation;
import xindang.model.keeping.Outcome;

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

    /** What a save gave: which of the sent texts were taken, and the content as it stands on the disk now. */
    record Written(Outcome<SaveReceipt> outcome, Map<String, String> taken, Optional<Content> now) {
        /** What is wrong, by path. */
        Map<String, Violation> wrong() {
            return byPath(outcome.violations());
        }

        /** What looks odd though it was taken, by path. */
        Map<String, Violation> odd() {
            return byPath(outcome.warnings());
        }

        private static Map<String, Violation> byPath(List<Outcome.Finding> findings) {
            var map = new TreeMap<String, Violation>();
            findings.forEach(finding -> map.putIfAbsent(finding.path(), finding.violation()));
            return map;
        }
    }

    /** Whether the archive is there. */
    boolean exists() {
        return office.store().find(id).isPresent();
    }

    Written write(String region, Map<String, String> typed) {
        var existed = exists();
        var whole = existed
                ? office.archives().edit(id, typed, office.user())
                : office.archives().create(id, type, region, typed, office.user());
        if (whole.isDone()) {
            return new Written(whole, typed, current());
        }
        // One wrong value must not hold back the right ones typed beside it.
        var rest = new HashMap<>(typed);
        whole.violations().forEach(finding -> rest.remove(finding.path()));
        if (!existed || rest.isEmpty() || rest.size() == typed.size()) {
            return new Written(whole, Map.of(), Optional.empty());
        }
        var second = office.archives().edit(id, rest, office.user());
        return second.isDone() ? new Written(whole, rest, current()) : new Written(whole, Map.of(), Optional.empty());
    }

    /** Records notice and consent of a day, or a refusal. */
    Written consent(LocalDate day, String kind, String reference, List<String> items) {
        var row = new HashMap<String, String>();
        row.put("kind", kind);
        row.put("noticeAt", day.toString());
        row.put("signedAt", day.toString());
        row.put("blocks", String.join(",", items));
        if (!reference.isBlank()) {
            row.put("reference", reference.strip());
        }
        var outcome = office.archives().recordConsent(id, row, office.user());
        return new Written(outcome, Map.of(), outcome.isDone() ? current() : Optional.empty());
    }

    private Optional<Content> current() {
        return office.store().find(id).map(ArchiveRecord::content);
    }
}
