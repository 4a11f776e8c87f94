package xindang.model.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import xindang.model.archive.Conflict;
import xindang.model.archive.Content;
import xindang.model.archive.FieldChange;
import xindang.model.archive.Paths;
import xindang.model.archive.Withheld;
import xindang.model.common.Finding;
import xindang.model.common.Violation;
import xindang.model.template.Field;
import xindang.model.template.Template;

/**
 * Checks consent rows that a person typed. Consents, refusals and withdrawals are proofs, so they may be neither
 * changed nor deleted (征信业管理条例 article 14(2), 个人信息保护法 article 15). A missing date of a consent may be added.
 */
final class ConsentCheck {
    /** Fields that may be added to a consent: proof of the same act. */
    private static final Set<String> OF_A_CONSENT = Set.of("noticeAt", "signedAt", "reference", "by");

    /** Fields that may be added to a refusal or withdrawal. A date or an item would unlock something. */
    private static final Set<String> OF_A_CLOSING = Set.of("reference", "reason", "by");

    /** Code of a day in the future. The code for a refusal or withdrawal has the kind appended. */
    static final String AHEAD = "law.consent.future";

    static final String REWRITTEN = "law.consent.rewritten";

    private ConsentCheck() {}

    static List<Finding> findings(Template template, Content before, Content after, LocalDate today) {
        if (template.field(ConsentRow.GROUP).isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Finding>();
        var proofs = proofs(before);
        for (var change : before.changesTo(after)) {
            if (rewrites(proofs, change.path(), before.get(change.path()))) {
                found.add(new Finding(change.path(), Violation.of(REWRITTEN)));
            }
        }
        for (var row : ConsentRow.of(after)) {
            if (row.isClosing() && !proofs.containsKey(row.key())) {
                closing(after, row).ifPresent(found::add);
            }
            var notice = Paths.of(ConsentRow.GROUP, row.key(), "noticeAt");
            var signed = Paths.of(ConsentRow.GROUP, row.key(), "signedAt");
            future(template, before, after, row, notice, row.noticeAt(), today, found);
            future(template, before, after, row, signed, row.signedAt(), today, found);
            if ((isNew(before, after, signed) || isNew(before, after, notice)) && isLate(row)) {
                found.add(new Finding(notice, Violation.of("law.consent.notice.late")));
            }
            if (isNew(before, after, signed) && isOfADayOfClosing(template, proofs, row)) {
                found.add(new Finding(signed, sameDay(row.signedAt().orElseThrow())));
            }
        }
        return found;
    }

    private static Map<String, ConsentRow> proofs(Content content) {
        return ConsentRow.of(content).stream()
                .filter(row -> row.isGiven() || row.isClosing())
                .collect(Collectors.toMap(ConsentRow::key, Function.identity()));
    }

    /**
     * Returns whether a new value at a path changes a proof.
     *
     * @param was the value before
     */
    private static boolean rewrites(Map<String, ConsentRow> proofs, String path, Optional<String> was) {
        var prefix = ConsentRow.GROUP + ".";
        var parts = path.startsWith(prefix) ? path.substring(prefix.length()).split("\\.") : new String[0];
        var proof = parts.length == 2 ? proofs.get(parts[0]) : null;
        return proof != null && !isAddition(proof, parts[1], was);
    }

    /** Returns the paths of proofs where a received change offers a different text and is not an addition. */
    static List<String> offered(Template template, Arrival arrival) {
        if (template.field(ConsentRow.GROUP).isEmpty()) {
            return List.of();
        }
        var before = arrival.before();
        var proofs = proofs(before);
        var decided = arrival.decided();
        return arrival.change().changed().stream()
                .filter(field -> !Withheld.same(before.kept(field.path()), field.after()))
                .filter(field ->
                        before.kept(field.path()).equals(arrival.after().kept(field.path())))
                .filter(field -> rewrites(proofs, field.path(), field.before()))
                .map(FieldChange::path)
                .filter(path -> decided.stream().noneMatch(conflict -> concerns(conflict, path)))
                .toList();
    }

    /**
     * Checks a change that decides conflicts. It may change a proof only at the path of an open conflict and only into
     * one of the two texts. It may not unlock items that a person refused or withdrew.
     *
     * @param decided the open conflicts that it decides
     */
    static List<Finding> decision(
            Template template, Content before, Content after, List<Conflict> decided, LocalDate today) {
        var found = new ArrayList<>(reopened(template, before, after, today));
        for (var finding : findings(template, before, after, today)) {
            var code = finding.violation().code();
            var chosen = decided.stream()
                    .anyMatch(conflict -> concerns(conflict, finding.path()) && isChosen(conflict, after));
            if ((code.equals(REWRITTEN) && !chosen) || code.startsWith(AHEAD)) {
                found.removeIf(known -> known.path().equals(finding.path()));
                found.add(finding);
            }
        }
        return found;
    }

    private static boolean concerns(Conflict conflict, String path) {
        return path.equals(conflict.path()) || (conflict.isRow() && path.startsWith(conflict.path() + "."));
    }

    private static boolean isChosen(Conflict conflict, Content after) {
        var present = conflict.present(after);
        return present.equals(conflict.kept().value())
                || present.equals(conflict.offered().value());
    }

    /**
     * Checks a decision between two texts of a consent row. It may choose which proof of an act is kept. It may not
     * change a refusal or withdrawal, or unlock items that one locked.
     */
    private static List<Finding> reopened(Template template, Content before, Content after, LocalDate today) {
        if (template.field(ConsentRow.GROUP).isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Finding>();
        var closings = ConsentRow.of(before).stream()
                .filter(ConsentRow::isClosing)
                .map(ConsentRow::key)
                .toList();
        for (var change : before.changesTo(after)) {
            var path = change.path();
            if (path.startsWith(ConsentRow.GROUP + ".")
                    && RecordCheck.key(path).filter(closings::contains).isPresent()
                    && change.before().isPresent()
                    && !OF_A_CLOSING.contains(path.substring(path.lastIndexOf('.') + 1))) {
                found.add(new Finding(path, Violation.of(REWRITTEN)));
            }
        }
        var opened = new TreeSet<>(Refusals.of(template, before, today).items());
        opened.removeAll(Refusals.of(template, after, today).items());
        if (!opened.isEmpty() && found.isEmpty()) {
            for (var row : ConsentRow.of(after)) {
                if (row.isComplete(today) && opened.stream().anyMatch(row::concerns)) {
                    found.add(new Finding(
                            Paths.of(ConsentRow.GROUP, row.key(), "signedAt"), Violation.of("law.consent.reopened")));
                }
            }
        }
        return found;
    }

    /**
     * Returns why a new refusal or withdrawal may not be recorded. Without a date, the first day of the lock would be
     * unknown. A withdrawal that ends no consent would mislead people.
     */
    private static Optional<Finding> closing(Content after, ConsentRow row) {
        var path = Paths.of(ConsentRow.GROUP, row.key(), "signedAt");
        if (row.signedAt().isEmpty()) {
            return Optional.of(new Finding(path, Violation.of("law.consent.undated")));
        }
        return row.kind().equals(ConsentRow.WITHDRAWN) && !endsSomething(after, row)
                ? Optional.of(new Finding(
                        path,
                        Violation.of("law.consent.nothing", row.signedAt().get().toString())))
                : Optional.empty();
    }

    /** Returns whether a withdrawal ends a consent that is undated or was signed on or before its day. */
    private static boolean endsSomething(Content content, ConsentRow withdrawal) {
        return ConsentRow.of(content).stream()
                .filter(ConsentRow::isGiven)
                .filter(given -> withdrawal.items().isEmpty()
                        || withdrawal.items().stream().anyMatch(given::concerns))
                .anyMatch(withdrawal::ends);
    }

    /**
     * Returns whether a person refused or withdrew all items of a consent on the day of its signature. The order of the
     * two acts is then unknown, so the consent would unlock nothing, and people would believe that it does.
     */
    private static boolean isOfADayOfClosing(Template template, Map<String, ConsentRow> proofs, ConsentRow row) {
        var closings = proofs.values().stream()
                .filter(closing -> closing.ends(row) && closing.signedAt().equals(row.signedAt()))
                .toList();
        return row.isGiven()
                && !closings.isEmpty()
                && row.named(template).stream()
                        .allMatch(item -> closings.stream().anyMatch(closing -> closing.concerns(item)));
    }

    private static Violation sameDay(LocalDate day) {
        return Violation.of(
                "law.consent.sameday", day.toString(), day.plusDays(1).toString());
    }

    private static boolean isAddition(ConsentRow proof, String field, Optional<String> was) {
        return was.isEmpty() && (proof.isGiven() ? OF_A_CONSENT : OF_A_CLOSING).contains(field);
    }

    private static void future(
            Template template,
            Content before,
            Content after,
            ConsentRow row,
            String path,
            Optional<LocalDate> day,
            LocalDate today,
            List<Finding> found) {
        if (isNew(before, after, path) && day.filter(today::isBefore).isPresent()) {
            var label = template.field(path).map(Field::label).orElse(path);
            // the template labels every day as day of signature, but a withdrawal has no signature
            found.add(new Finding(
                    path, row.isClosing() ? Violation.of(AHEAD + "." + row.kind()) : Violation.of(AHEAD, label)));
        }
    }

    private static boolean isLate(ConsentRow row) {
        return row.isGiven()
                && row.noticeAt()
                        .filter(day -> row.signedAt().filter(day::isAfter).isPresent())
                        .isPresent();
    }

    private static boolean isNew(Content before, Content after, String path) {
        return after.get(path).isPresent() && !after.get(path).equals(before.get(path));
    }
}
