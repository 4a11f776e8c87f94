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
 * Computes two columns of the lists: until when the rating of a subject is valid, and whether a row of bad information
 * lacks a required field. It runs when the subject is written, for the day of its last change or rating. Therefore the
 * same entries give the same result on any later day.
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

    /** Returns the version of the rules. Other rating forms give other results. */
    public String rules() {
        return standings.rules();
    }

    /** Returns how long the rating of a subject is valid. */
    Standings.Term of(RecordState subject, Standings.Basis basis) {
        var from = day(subject.updated);
        return standings.term(
                templates.of(subject.template),
                subject.content,
                subject.region,
                basis,
                subject.warned > subject.graded,
                // an impossible day of a rating cannot be the start
                from.isBefore(basis.on()) && !basis.isUntimely() ? basis.on() : from);
    }

    /** Returns true if a day may have begun when its rating arrived. */
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

    /** Records the time of a new row of bad information. */
    void follow(RecordState subject, Change change) {
        if (Standings.warns(templates.of(subject.template), change)) {
            subject.warned = Math.max(subject.warned, Times.number(change.at()));
        }
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }
}
