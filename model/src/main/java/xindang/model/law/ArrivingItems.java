package xindang.model.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import xindang.model.archive.Change;
import xindang.model.archive.Content;
import xindang.model.archive.FieldChange;
import xindang.model.archive.Paths;
import xindang.model.common.Finding;
import xindang.model.template.LegalClass;
import xindang.model.template.Template;

/**
 * Checks the items of a received change against the content after the merge: consent (征信业管理条例 article 14(2)), term
 * (article 16), children (个人信息保护法 article 31), and changes of consent rows, which are proofs.
 */
final class ArrivingItems {
    private final Template template;
    private final Arrival arrival;
    private final Change change;
    private final Content before;
    private final Content after;
    private final ArrivingDays days;
    private final List<FieldChange> brought;
    private final List<Objection> found = new ArrayList<>();

    private ArrivingItems(Template template, Arrival arrival, ArrivingDays days) {
        this.template = template;
        this.arrival = arrival;
        this.days = days;
        change = arrival.change();
        before = arrival.before();
        after = arrival.after();
        brought = change.changed().stream()
                .filter(field -> field.after().isPresent())
                .toList();
    }

    static List<Objection> objections(Template template, Arrival arrival, ArrivingDays days) {
        var items = new ArrivingItems(template, arrival, days);
        items.consents();
        items.terms();
        items.children();
        items.proofs();
        return items.found;
    }

    private void consents() {
        var closed = brought.stream()
                .map(FieldChange::path)
                .filter(path -> template.legal(path) == LegalClass.CONSENT_NEEDED)
                .toList();
        for (var day : days.lawful()) {
            if (!closed.isEmpty()) {
                closed = closedOn(day, after, closed);
            }
        }
        if (!closed.isEmpty()) {
            closed = closedOn(days.saved(), withoutLaterClosings(), closed);
        }
        closed.forEach(path -> found.add(new Objection("law.consent.missing", path)));
    }

    private List<String> closedOn(LocalDate day, Content content, List<String> paths) {
        var open = Consents.open(template, content, day);
        return paths.stream().filter(open::closes).toList();
    }

    /**
     * Returns the content without refusals and withdrawals of a later day than the save. Values saved under a consent
     * stay lawful when the person withdraws later; they are accepted, and the withdrawal locks them like earlier
     * values. A withdrawal in the same change counts at once.
     */
    private Content withoutLaterClosings() {
        var own = rows(change.fields());
        var kept = new TreeMap<>(after.asMap());
        for (var row : ConsentRow.of(before)) {
            var isLater =
                    row.signedAt().filter(day -> !day.isBefore(days.saved())).isPresent();
            if (row.isClosing() && isLater && !own.contains(row.key())) {
                kept.keySet().removeIf(path -> path.startsWith(Paths.of(ConsentRow.GROUP, row.key()) + "."));
            }
        }
        return Content.of(kept);
    }

    private static Set<String> rows(List<FieldChange> fields) {
        var rows = new HashSet<String>();
        for (var field : fields) {
            if (isConsent(field)) {
                RecordCheck.key(field.path()).ifPresent(rows::add);
            }
        }
        return rows;
    }

    private static boolean isConsent(FieldChange field) {
        return field.path().startsWith(ConsentRow.GROUP + ".");
    }

    /** Refuses all values of a row whose term had expired when it was saved (article 16). */
    private void terms() {
        var withTerm = brought.stream()
                .filter(field ->
                        template.terms().stream().anyMatch(term -> field.path().startsWith(term.group() + ".")))
                .toList();
        if (withTerm.isEmpty()) {
            return;
        }
        for (var due : Retention.due(template, after, days.ended())) {
            withTerm.stream()
                    .filter(field -> due.holds(field.path()))
                    .forEach(field -> found.add(new Objection(Due.OVER, field.path())));
        }
    }

    private void children() {
        for (var field : brought) {
            if (Children.isOfAChild(template, after, field.path(), days.ended())) {
                found.add(new Objection("law.child.item", field.path()));
            }
        }
    }

    /**
     * Refuses changes of consents, refusals and withdrawals, because they are proofs. A decision may choose between the
     * two texts of a proof where an open conflict is, but may unlock nothing that the person refused or withdrew. A
     * change of a proof does not become a side of a conflict either, because a decision could then choose it.
     */
    private void proofs() {
        if (change.fields().stream().noneMatch(ArrivingItems::isConsent)) {
            return;
        }
        var findings = change.resolves().isEmpty()
                ? ConsentCheck.findings(template, before, after, days.latest())
                : ConsentCheck.decision(template, before, after, arrival.decided(), days.latest());
        // The form refuses a refusal or withdrawal without a date. A received one is accepted, and locks its items.
        findings.stream()
                .filter(finding -> Objection.isOne(code(finding)))
                .forEach(finding -> found.add(new Objection(code(finding), finding.path())));
        ConsentCheck.offered(template, arrival).forEach(path -> found.add(new Objection(ConsentCheck.REWRITTEN, path)));
    }

    /** Returns the code of a finding; all codes for a day in the future become one. */
    private static String code(Finding finding) {
        var code = finding.violation().code();
        return code.startsWith(ConsentCheck.AHEAD) ? ConsentCheck.AHEAD : code;
    }
}
