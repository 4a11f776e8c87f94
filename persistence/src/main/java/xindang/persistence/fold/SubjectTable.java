package xindang.persistence.fold;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Optional;
import xindang.model.rating.Standings;
import xindang.model.template.RecordRegion;
import xindang.model.template.Template;
import xindang.persistence.codec.Knowledge;
import xindang.persistence.codec.Times;
import xindang.persistence.database.Batch;
import xindang.persistence.search.Pinyin;
import xindang.persistence.search.SearchKeys;

/** Writes the index rows of subjects together with their records. */
public final class SubjectTable implements AutoCloseable {
    private static final String SET =
            "kind, region, name, given, pinyin, initials, number, number_end, phone, phone_end,"
                    + " hamlet, grade, score, graded, filled, conflict, pending, updated, basis, rated_on, warned,"
                    + " stale, expired, incomplete, partly_sealed, id, no";

    /** What a rating changes. */
    private static final String STANDING = "grade, score, graded, basis, rated_on, warned, stale, expired, incomplete";

    private final Knowledge templates;
    private final Pinyin pinyin;
    private final Validity validity;
    private final Batch insert;
    private final Batch update;
    private final Batch updateStanding;
    private final TermTable terms;

    SubjectTable(Connection connection, Shared shared) {
        templates = shared.templates();
        pinyin = shared.pinyin();
        validity = shared.validity();
        terms = new TermTable(connection);
        insert = new Batch(
                connection,
                "insert into subject (" + SET
                        + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                        + " ?, ?, ?, ?, ?, ?, ?)");
        update = new Batch(
                connection,
                "update subject set " + SET.replace(", id, no", "").replace(",", " = ?,")
                        + " = ? where id = ? and no = ?");
        updateStanding =
                new Batch(connection, "update subject set " + STANDING.replace(",", " = ?,") + " = ? where no = ?");
    }

    /** Sets the region of a subject from its content. */
    void place(RecordState state) {
        RecordRegion.of(templates.of(state.template), state.content).ifPresent(region -> state.region = region);
    }

    void write(RecordState state, int kind, long region) throws SQLException {
        var template = templates.of(state.template);
        if (template.subject().isEmpty()) {
            return;
        }
        if (state.listed && state.isStored() && !state.conflictsChanged) {
            var row = updateStanding.row();
            fillGrade(row, 1, state);
            fillStanding(row, 4, state);
            row.setLong(10, state.no);
            updateStanding.add();
            return;
        }
        var batch = state.listed ? update : insert;
        state.listed = true;
        fill(batch.row(), state, template, state.isUndone() ? hidden(kind) : kind, region);
        terms.write(state, template);
        batch.add();
    }

    /** Returns the kind of hidden subjects in the table. No query of a kind finds them. */
    public static int hidden(int kind) {
        return -1 - kind;
    }

    void send() throws SQLException {
        insert.send();
        update.send();
        updateStanding.send();
        terms.send();
    }

    private void fill(PreparedStatement row, RecordState state, Template template, int kind, long region)
            throws SQLException {
        var keys = SearchKeys.of(template, state.content, pinyin);
        row.setInt(1, kind);
        row.setLong(2, region);
        row.setString(3, keys.name());
        row.setString(4, keys.given());
        row.setString(5, keys.pinyin());
        row.setString(6, keys.initials());
        row.setString(7, keys.number());
        row.setString(8, keys.numberEnd());
        row.setString(9, keys.phone());
        row.setString(10, keys.phoneEnd());
        row.setString(11, keys.hamlet());
        fillGrade(row, 12, state);
        row.setInt(15, keys.filled());
        row.setBoolean(16, !state.conflicts.isEmpty());
        row.setLong(17, state.waits());
        row.setLong(18, Times.number(state.updated));
        fillStanding(row, 19, state);
        row.setBoolean(25, state.sealed > 0);
        row.setObject(26, state.id);
        row.setLong(27, state.no);
    }

    private static void fillGrade(PreparedStatement row, int first, RecordState state) throws SQLException {
        row.setString(first, state.grade.orElse(null));
        row.setString(first + 1, state.score.orElse(null));
        set(row, first + 2, known(state.graded));
    }

    private void fillStanding(PreparedStatement row, int first, RecordState state) throws SQLException {
        var basis = Optional.ofNullable(state.basis);
        var term = basis.map(it -> validity.of(state, it));
        row.setString(first, basis.map(Standings.Basis::digest).orElse(null));
        set(row, first + 1, basis.map(it -> it.on().toEpochDay()));
        set(row, first + 2, known(state.warned));
        set(row, first + 3, term.flatMap(Standings.Term::staleFrom).map(LocalDate::toEpochDay));
        set(row, first + 4, term.map(it -> it.validUntil().toEpochDay() + 1));
        row.setBoolean(first + 5, validity.isIncomplete(state));
    }

    private static Optional<Long> known(long time) {
        return time == Long.MIN_VALUE ? Optional.empty() : Optional.of(time);
    }

    private static void set(PreparedStatement row, int column, Optional<Long> number) throws SQLException {
        if (number.isPresent()) {
            row.setLong(column, number.get());
        } else {
            row.setNull(column, Types.BIGINT);
        }
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        update.close();
        updateStanding.close();
        terms.close();
    }
}
