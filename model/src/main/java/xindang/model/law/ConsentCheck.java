package xindang.model.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import xindang.model.archive.Content;
import xindang.model.archive.Paths;
import xindang.model.common.Finding;
import xindang.model.common.Violation;
import xindang.model.template.Field;
import xindang.model.template.Template;

/**
 * What forbids to save consent rows as a person typed them. A consent, a refusal and a withdrawal are proofs: they are neither
 * changed nor deleted (征信业管理条例 article 14(2), 个人信息保护法 article 15). A missing date of a consent may be added.
 */
final class ConsentCheck {
    /** What may be added to a consent: proof of the same act. */
    private static final Set<String> OF_A_CONSENT = Set.of("noticeAt", "signedAt", "reference", "by");

    /** What may be added to a refusal or withdrawal; a date or an item would open something again. */
    private static final Set<String> OF_A_CLOSING = Set.of("reference", "reason", "by");

    /** Code of a day that lies ahead; that of a refusal or withdrawal has the kind behind it. */
    static final String AHEAD = "law.consent.future";

    private ConsentCheck() {}

    static List<Finding> findings(Template template, Content before, Content after, LocalDate today) {
        if (template.field(Consents.GROUP).isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Finding>();
        var proofs = ConsentRow.of(before).stream()
                .filter(row -> row.isGiven() || row.isClosing())
                .collect(Collectors.toMap(ConsentRow::key, Function.identity()));
        var prefix = Consents.GROUP + ".";
        for (var change : before.changesTo(after)) {
            var parts = change.path().startsWith(prefix)
                    ? change.path().substring(prefix.length()).split("\\.")
                    : new String[0];
            var proof = parts.length == 2 ? proofs.get(parts[0]) : null;
            if (proof != null && !isAddition(proof, parts[1], before.get(change.path()))) {
                found.add(new Finding(change.path(), Violation.of("law.consent.rewritten")));
            }
        }
        for (var row : ConsentRow.of(after)) {
            if (row.isClosing() && !proofs.containsKey(row.key())) {
                closing(after, row).ifPresent(found::add);
            }
            var notice = Paths.of(Consents.GROUP, row.key(), "noticeAt");
            var signed = Paths.of(Consents.GROUP, row.key(), "signedAt");
            future(template, before, after, row, notice, row.noticeAt(), today, found);
            future(template, before, after, row, signed, row.signedAt(), today, found);
            if ((isNew(before, after, signed) || isNew(before, after, notice)) && isLate(row)) {
                found.add(new Finding(notice, Violation.of("law.consent.notice.late")));
            }
        }
        return found;
    }

    /**
     * What forbids a decision between two texts of a consent row: it may choose which proof of an act is kept, but it changes
     * nothing of a refusal or withdrawal that closes something, and opens nothing that one closed.
     */
    static List<Finding> reopened(Template template, Content before, Content after, LocalDate today) {
        if (template.field(Consents.GROUP).isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Finding>();
        var closings = ConsentRow.of(before).stream()
                .filter(ConsentRow::isClosing)
                .map(ConsentRow::key)
                .toList();
        for (var change : before.changesTo(after)) {
            var path = change.path();
            if (path.startsWith(Consents.GROUP + ".")
                    && RecordCheck.key(path).filter(closings::contains).isPresent()
                    && change.before().isPresent()
                    && !OF_A_CLOSING.contains(path.substring(path.lastIndexOf('.') + 1))) {
                found.add(new Finding(path, Violation.of("law.consent.rewritten")));
            }
        }
        var opened = new TreeSet<>(Refusals.of(template, before, today).items());
        opened.removeAll(Refusals.of(template, after, today).items());
        if (!opened.isEmpty() && found.isEmpty()) {
            for (var row : ConsentRow.of(after)) {
                if (row.isComplete(today) && opened.stream().anyMatch(row::concerns)) {
                    found.add(new Finding(
                            Paths.of(Consents.GROUP, row.key(), "signedAt"), Violation.of("law.consent.reopened")));
                }
            }
        }
        return found;
    }

    /**
     * Why a new refusal or withdrawal may not be recorded: it has no date, so that nobody could say since when items are locked;
     * or it is a withdrawal that ends nothing, of which somebody would believe that it closed something.
     */
    private static Optional<Finding> closing(Content after, ConsentRow row) {
        var path = Paths.of(Consents.GROUP, row.key(), "signedAt");
        if (row.signedAt().isEmpty()) {
            return Optional.of(new Finding(path, Violation.of("law.consent.undated")));
        }
        return row.kind().equals(Consents.WITHDRAWN) && !endsSomething(after, row)
                ? Optional.of(new Finding(
                        path,
                        Violation.of("law.consent.nothing", row.signedAt().get().toString())))
                : Optional.empty();
    }

    /** Whether a withdrawal ends a consent that was signed on its day or before, or has no date. */
    private static boolean endsSomething(Content content, ConsentRow withdrawal) {
        return ConsentRow.of(content).stream()
                .filter(ConsentRow::isGiven)
                .filter(given -> withdrawal.items().isEmpty()
                        || withdrawal.items().stream().anyMatch(given::concerns))
                .anyMatch(withdrawal::ends);
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
            // the template calls the day of every row that of the signature; a withdrawal has none
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
