package xindang.persistence.archive;

import java.sql.Connection;
import java.util.Optional;
import xindang.model.template.RecordRegion;

/**
 * Ratings, queries and reports tied to the records they are about: the newest rating gives its grade to its subject,
 * whichever of the two comes first.
 */
final class Grading {
    private final Connection connection;
    private final Shared shared;
    private final RecordTable records;
    private final ChangeTable changes;

    Grading(Connection connection, Shared shared, RecordTable records, ChangeTable changes) {
        this.connection = connection;
        this.shared = shared;
        this.records = records;
        this.changes = changes;
    }

    /** A record says something else now. */
    void said(RecordState state) {
        if (Knowledge.isRating(state.template)) {
            RecordRegion.subject(state.content).flatMap(records::find).ifPresent(subject -> grade(subject, state));
        }
    }

    /** A record is there for the first time. */
    void begun(RecordState state) {
        if (shared.templates().isSubject(state.template)) {
            changes.ratings(state.id, shared.kinds())
                    .forEach(rating -> records.find(rating).ifPresent(found -> grade(state, found)));
            return;
        }
        RecordRegion.subject(state.content)
                .ifPresent(subject -> changes.about(
                        state.no, subject, shared.kinds().number(connection, state.template.id()), state.created));
    }

    private static void grade(RecordState subject, RecordState rating) {
        var at = Times.number(rating.created);
        if (at >= subject.graded) {
            subject.graded = at;
            // of whom too little is known has a rating, too
            subject.grade = Knowledge.value(rating.content, "grade").or(() -> Optional.of(""));
            subject.score = Knowledge.value(rating.content, "score");
        }
    }
}
