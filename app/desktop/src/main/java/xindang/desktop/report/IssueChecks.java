package xindang.desktop.report;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import xindang.desktop.office.Office;
import xindang.desktop.ui.Desk;
import xindang.model.archive.ArchiveRecord;
import xindang.model.law.ConsentRow;
import xindang.model.law.Gate;
import xindang.model.law.PassOn;
import xindang.model.report.Prepared;
import xindang.model.report.Reports;
import xindang.model.report.Request;
import xindang.model.template.Oddity;
import xindang.model.template.Unchecked;

/** Runs the checks before a report is issued. */
final class IssueChecks {
    private final Desk desk;
    private final Office office;
    private final Reports reports;

    IssueChecks(Desk desk, Office office, Reports reports) {
        this.desk = desk;
        this.office = office;
        this.reports = reports;
    }

    List<IssueCheck> of(ArchiveRecord record, Prepared prepared) {
        var checks = new ArrayList<IssueCheck>();
        var text = desk.text();
        consent(record, prepared.request()).ifPresent(checks::add);
        checks.add(record.isPartlySealed() ? new IssueCheck(false, text.of("report.check.sealed")) : rating(record));
        checks.add(new IssueCheck(true, text.of("report.check.adverse")));
        var template = office.templates().get(record.template());
        var today = office.archives().day().hides();
        var unchecked = Unchecked.of(
                template, Gate.lawful(template, record.content(), today).content());
        if (!unchecked.isEmpty()) {
            checks.add(new IssueCheck(false, text.of("report.check.unchecked", String.join("、", unchecked))));
        }
        var contested = contested(record);
        if (contested > 0) {
            checks.add(new IssueCheck(false, text.of("report.check.conflicts", Long.toString(contested))));
        }
        checks.addAll(oddities(record));
        checks.add(synced(prepared));
        return checks;
    }

    /** Returns the suspicious values. Those that prevent a report come first. */
    List<IssueCheck> oddities(ArchiveRecord record) {
        return reports.oddities(record).stream()
                .sorted(Comparator.comparing((Oddity odd) -> !odd.stops()))
                .map(odd -> new IssueCheck(false, odd.stops(), desk.text().of(odd.violation())))
                .distinct()
                .toList();
    }

    /** Returns the number of conflicts that need a decision. Conflicts about locked values need none. */
    private long contested(ArchiveRecord record) {
        if (record.conflicts().isEmpty()) {
            return 0;
        }
        var past = Gate.past(
                office.templates().get(record.template()),
                record.content(),
                office.store().history(record.id()),
                office.archives().day().hides());
        return record.conflicts().stream()
                .filter(conflict -> past.closes(conflict).isEmpty())
                .count();
    }

    private Optional<IssueCheck> consent(ArchiveRecord record, Request request) {
        var template = office.templates().get(record.template());
        if (template.field(ConsentRow.GROUP).isEmpty()) {
            return Optional.empty();
        }
        var text = desk.text();
        var today = office.archives().day().hides();
        var name = record.content().text(template.subjectPaths().name());
        return Optional.of(request.receiver(name)
                .map(receiver ->
                        passOn(receiver, Gate.passOn(template, record.content(), receiver, request.purpose(), today)))
                .orElseGet(() -> {
                    var open = Gate.consents(template, record.content(), today);
                    return open.coversAll()
                            ? new IssueCheck(true, text.of("report.check.consent"))
                            : new IssueCheck(
                                    !open.items().isEmpty(),
                                    text.of(
                                            open.items().isEmpty()
                                                    ? "report.check.consent.none"
                                                    : "report.check.consent.some"));
                }));
    }

    private IssueCheck passOn(String receiver, PassOn given) {
        var text = desk.text();
        return given.refusal()
                .map(why -> new IssueCheck(false, text.of(why)))
                .orElseGet(() -> new IssueCheck(
                        true,
                        given.until()
                                .map(day -> text.of("report.check.pass.until", receiver, day.toString()))
                                .orElseGet(() -> text.of("report.check.pass", receiver))));
    }

    private IssueCheck rating(ArchiveRecord record) {
        return office.store().about(record.id(), "rating", 1).stream()
                .findFirst()
                .map(rating -> rated(record, rating))
                .orElseGet(() -> new IssueCheck(false, desk.text().of("report.check.rating.none")));
    }

    private IssueCheck rated(ArchiveRecord record, ArchiveRecord rating) {
        var date = desk.formats().date(rating.createdAt());
        var latest = office.ratings().latest(record.id());
        if (latest.isEmpty()) {
            return new IssueCheck(false, desk.text().of("report.check.rating.closed", date));
        }
        switch (office.ratings().standing(record, latest.get())) {
            case STALE -> {
                return new IssueCheck(false, desk.text().of("report.check.rating.stale", date));
            }
            case EXPIRED -> {
                return new IssueCheck(false, desk.text().of("report.check.rating.expired", date));
            }
            case CURRENT -> {}
        }
        var grade = rating.content().text("rating.grade");
        return grade.isEmpty()
                ? new IssueCheck(
                        false,
                        desk.text()
                                .of(
                                        "report.check.rating.unrated",
                                        date,
                                        latest.get().rating().meaning()))
                : new IssueCheck(true, desk.text().of("report.check.rating", date, grade));
    }

    private IssueCheck synced(Prepared prepared) {
        var text = desk.text();
        var last = prepared.content().syncedAt();
        if (last.isEmpty()) {
            return new IssueCheck(false, text.of("report.check.sync.never"));
        }
        var formats = desk.formats();
        var days = ChronoUnit.DAYS.between(
                formats.localDate(last.get()), formats.localDate(desk.clock().instant()));
        return days <= 0
                ? new IssueCheck(true, text.of("report.check.sync"))
                : new IssueCheck(false, text.of("report.check.sync.days", Long.toString(days)));
    }
}
