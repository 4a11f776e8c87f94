package xindang.desktop.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Office;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.Paths;
import xindang.model.law.Consents;
import xindang.model.report.Prepared;

/** What is looked at before a report leaves the office. */
final class IssueChecks {
    private final Desk desk;
    private final Office office;

    IssueChecks(Desk desk, Office office) {
        this.desk = desk;
        this.office = office;
    }

    List<IssueCheck> of(ArchiveRecord record, Prepared prepared) {
        var checks = new ArrayList<IssueCheck>();
        var text = desk.text();
        consent(record).ifPresent(checks::add);
        checks.add(rating(record));
        checks.add(new IssueCheck(true, text.of("report.check.adverse")));
        if (!record.conflicts().isEmpty()) {
            checks.add(new IssueCheck(
                    false,
                    text.of(
                            "report.check.conflicts",
                            Integer.toString(record.conflicts().size()))));
        }
        checks.add(synced(prepared));
        return checks;
    }

    private Optional<IssueCheck> consent(ArchiveRecord record) {
        var template = office.templates().get(record.template());
        if (template.field(Consents.GROUP).isEmpty()) {
            return Optional.empty();
        }
        var text = desk.text();
        var open = Consents.open(template, record.content(), LocalDate.now(desk.clock()));
        if (open.items().isEmpty()) {
            return Optional.of(new IssueCheck(false, text.of("report.check.consent.none")));
        }
        if (!open.coversAll()) {
            return Optional.of(new IssueCheck(true, text.of("report.check.consent.some")));
        }
        var content = record.content();
        var until = content.rows(Consents.GROUP).stream()
                .map(row -> content.text(Paths.of(Consents.GROUP, row, "until")))
                .filter(date -> !date.isEmpty())
                .max(Comparator.naturalOrder());
        return Optional.of(new IssueCheck(
                true,
                until.map(date -> text.of("report.check.consent.until", date))
                        .orElseGet(() -> text.of("report.check.consent"))));
    }

    private IssueCheck rating(ArchiveRecord record) {
        return office.store().about(record.id(), "rating", 1).stream()
                .findFirst()
                .map(rating -> rated(record, rating))
                .orElseGet(() -> new IssueCheck(false, desk.text().of("report.check.rating.none")));
    }

    private IssueCheck rated(ArchiveRecord record, ArchiveRecord rating) {
        var date = desk.formats().date(rating.createdAt());
        if (office.ratings().latest(record.id()).isEmpty()) {
            return new IssueCheck(false, desk.text().of("report.check.rating.closed", date));
        }
        var grade = rating.content().text("rating.grade");
        return grade.isEmpty()
                ? new IssueCheck(false, desk.text().of("report.check.rating.unrated", date))
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
