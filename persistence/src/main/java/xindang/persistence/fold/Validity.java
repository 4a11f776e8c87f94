package xindang.persistence.fold;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import xindang.model.archive.Change;
import xindang.model.law.Gate;
import xindang.model.rating.Standings;
import xindang.model.template.IncompleteRows;
import xindang.persistence.codec.Knowledge;
import xindang.persistence.codec.Times;

/**
 * What the lists say of a subject beyond its values: until when its rating holds, and whether a row of bad information lacks a
 * required item. It is asked when the subject is written, about the day of its last change or of its rating, so that the same
 * entries give the same answer on any later day.
 */
public final class Validity {
    private final Knowledge templates;
    private final Standings standings;
    private final ZoneId zone;

    Validity(Knowledge templates, Standings standings, ZoneId zone) {
        this.templates = templates;
        this.standings = standings;
        this.zone = zone;
    }

    /** By which rules the answers are made: other forms give others. */
    public String rules() {
        return standings.rules();
    }

    /** How long the rating of a subject that has one holds. */
    Standings.Term of(RecordState subject, Standings.Basis basis) {
        var from = day(subject.updated);
        return standings.term(
                templates.of(subject.template),
                subject.content,
                subject.region,
                basis,
                subject.warned > subject.graded,
                // the day of a rating that cannot have begun is no day to begin with
                from.isBefore(basis.on()) && !basis.isUntimely() ? basis.on() : from);
    }

    /** Whether a day may have begun when a rating of it became known. */
    boolean mayHaveBegun(LocalDate day, Optional<Instant> sure) {
        return Gate.mayHaveBegun(day, zone, sure);
    }

    boolean isIncomplete(RecordState subject) {
        var template = templates.of(subject.template);
        return !IncompleteRows.of(template, subject.content).isEmpty()
                && !IncompleteRows.of(
                                template,
                                Gate.lawful(template, subject.content, day(subject.updated))
                                        .content())
                        .isEmpty();
    }

    /** Remembers when a row of bad information was written. */
    void follow(RecordState subject, Change change) {
        if (Standings.warns(templates.of(subject.template), change)) {
            subject.warned = Math.max(subject.warned, Times.number(change.at()));
        }
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }
}
