package xindang.persistence.fold;

import java.sql.Connection;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import xindang.model.archive.Change;
import xindang.model.rating.Standings;
import xindang.model.template.About;
import xindang.persistence.codec.Knowledge;
import xindang.persistence.codec.Times;

/**
 * Connects ratings, queries and reports with their subjects. The newest rating gives its grade to its subject,
 * regardless of which of them arrives first.
 */
final class Grading {
    private final Connection connection;
    private final Shared shared;
    private final RecordTable records;
    private final ChangeTable changes;
    private final SureTime sureTime;

    Grading(Connection connection, Shared shared, RecordTable records, ChangeTable changes, SureTime sureTime) {
        this.connection = connection;
        this.shared = shared;
        this.records = records;
        this.changes = changes;
        this.sureTime = sureTime;
    }

    /** Updates the links and the grade after the content of a record changed. */
    void contentChanged(RecordState state) {
        if (Knowledge.isRating(state.template)) {
            subject(state).flatMap(records::find).ifPresent(subject -> grade(subject, state));
        }
        if (!state.fresh && about(state).flatMap(About::number).isPresent()) {
            // it may have an id or another number now
            changes.forget(state.no);
            link(state);
        }
    }

    private Optional<About> about(RecordState state) {
        return shared.templates().of(state.template).about();
    }

    private Optional<UUID> subject(RecordState state) {
        return shared.templates().of(state.template).subjectOf(state.content);
    }

    /** Handles a change that was applied to a record. */
    void changed(RecordState state, Change change) {
        if (sureTime.mayBe(change.at())) {
            shared.validity().follow(state, change);
        }
        contentChanged(state);
    }

    /** Returns the time for the order of a change with this time. */
    Instant ordered(Instant at) {
        return sureTime.ordered(at);
    }

    /** Handles a new record. */
    void added(RecordState state) {
        if (shared.templates().isSubject(state.template)) {
            changes.ratings(state.id, shared.kinds())
                    .forEach(rating -> records.find(rating).ifPresent(found -> grade(state, found)));
            return;
        }
        link(state);
    }

    private void link(RecordState state) {
        var number = about(state).flatMap(about -> about.number(state.content));
        var subject = subject(state);
        if (subject.isPresent() || number.isPresent()) {
            var kind = shared.kinds().number(connection, state.template.id());
            changes.about(state.no, new ChangeTable.Named(subject, number), kind, state.created);
        }
    }

    private void grade(RecordState subject, RecordState rating) {
        var at = Times.number(rating.created);
        if (at >= subject.graded) {
            subject.graded = at;
            // a subject with too little data has a rating too
            subject.grade = Knowledge.value(rating.content, "grade").or(() -> Optional.of(""));
            var basis = Standings.Basis.of(rating.content);
            // it stays stale on that day too, because other rows may have expired until then
            subject.basis = shared.validity().mayHaveBegun(basis.on(), sureTime.now()) ? basis : basis.untimely();
            subject.score = Knowledge.value(rating.content, "score");
        }
    }
}
