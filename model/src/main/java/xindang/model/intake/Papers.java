package xindang.model.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import xindang.model.archive.Content;
import xindang.model.archive.Paths;
import xindang.model.common.Violation;
import xindang.model.law.ConsentRow;
import xindang.model.law.Gate;
import xindang.model.law.Refusals;
import xindang.model.law.SureDay;
import xindang.model.template.Template;

/**
 * Writes the paper consents of an import into the records of its rows. A batch never unlocks what a person refused or
 * withdrew; a new signature of that person is recorded separately.
 */
final class Papers {
    private final Template template;
    private final List<PaperConsent> papers;
    private final String user;
    private final LocalDate today;
    /** Day for a paper without a date. */
    private final LocalDate signed;

    Papers(Template template, IntakeOptions options, SureDay day) {
        this.template = template;
        this.papers = template.field(ConsentRow.GROUP).isEmpty() ? List.of() : options.papers();
        this.user = options.user();
        today = day.hides();
        signed = day.records();
    }

    /**
     * Adds the rows of the papers that a record lacks to its values.
     *
     * @param base content of the record in the archive
     * @return the person's refusals and withdrawals, if papers or values of the row concern them
     */
    List<Violation> add(Content base, RowReader.Read read, Map<String, String> values) {
        var name = read.name();
        if (base.rows(ConsentRow.GROUP).isEmpty()
                || (papers.isEmpty() && read.consentValues().isEmpty())) {
            papers.forEach(paper -> write(values, paper.values(signed, user)));
            return List.of();
        }
        var refusals = Gate.refusals(template, base, today);
        var closed = new ArrayList<Violation>();
        if (refusals.closesCollecting()) {
            closed.add(Violation.of("law.consent.withdrawn.all", name));
        } else if (!refusals.items().isEmpty()) {
            closed.add(Violation.of("law.consent.withdrawn", name, refusals.names()));
        }
        for (var paper : papers) {
            if (paper.isPassOn() && refusals.closesPassingOn(paper.receiver())) {
                closed.add(Violation.of("law.consent.withdrawn.pass", name, paper.receiver()));
            } else if (paper.isPassOn() || !refusals.closesCollecting()) {
                write(values, row(paper, refusals));
            }
        }
        return closed;
    }

    private Map<String, String> row(PaperConsent paper, Refusals refusals) {
        var row = new TreeMap<>(paper.values(signed, user));
        if (!paper.isPassOn() && !refusals.items().isEmpty()) {
            row.put(Paths.of(ConsentRow.GROUP, paper.row(), "blocks"), String.join(",", refusals.others()));
        }
        return row;
    }

    /** Writes a row unless the record has it, so that the same papers change nothing again. */
    private void write(Map<String, String> values, Map<String, String> row) {
        if (row.keySet().stream().noneMatch(values::containsKey)) {
            row.forEach((path, value) -> {
                if (template.field(path).isPresent()) {
                    values.put(path, value);
                }
            });
        }
    }
}
