package xindang.persistence.fold;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xindang.model.archive.Conflict;
import xindang.model.archive.Content;
import xindang.model.archive.RecordSummary;
import xindang.model.archive.TemplateRef;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.exchange.Merge;
import xindang.model.rating.Standings;
import xindang.persistence.codec.Codes;
import xindang.persistence.codec.Compact;
import xindang.persistence.codec.Packing;
import xindang.persistence.codec.RegionNumbers;
import xindang.persistence.codec.Sealing;
import xindang.persistence.codec.StateJson;
import xindang.persistence.codec.Statuses;
import xindang.persistence.codec.Times;
import xindang.persistence.codec.Vocabulary;
import xindang.persistence.database.Batch;
import xindang.persistence.disk.Failures;
import xindang.persistence.disk.VarBytes;

/** The records that a transaction uses. It reads and writes many records at once. */
public final class RecordTable implements AutoCloseable {
    private static final byte[] EMPTY = new byte[0];
    private static final int SAVED = Statuses.number(RecordSummary.Status.SAVED);
    private static final int SETTLED = Statuses.number(RecordSummary.Status.SETTLED);
    private static final String COLUMNS =
            "r.no, r.id, r.kind, r.version, r.region, r.revision, r.slot, r.secret, r.content, r.settled, r.created,"
                    + " r.updated, s.grade, s.score, s.graded, r.pending, r.source, e.kind, e.body, r.last, t.due, s.no,"
                    + " s.basis, s.rated_on, s.warned, r.sealed, s.kind";

    private final Connection connection;
    private final Codes kinds;
    private final Encoding encoding;
    private final Packing packing;
    private final VarBytes.Out out = new VarBytes.Out();
    private final Tally tally;
    private final SubjectTable subjects;
    private final Map<UUID, RecordState> touched = new LinkedHashMap<>();
    private final Set<UUID> absent = new HashSet<>();
    private final Batch insert;
    private final Batch update;
    private final Batch conflictInsert;
    private final Batch conflictDelete;
    private final Counters counters;
    private final long before;
    private boolean onlyAdded = true;

    /** The tools to write and read a content. */
    record Encoding(Vocabulary words, Compact.Numbers numbers, Sealing sealing) {}

    RecordTable(
            Connection connection,
            Codes kinds,
            Encoding encoding,
            Packing packing,
            Tally tally,
            SubjectTable subjects,
            Counters counters) {
        this.counters = counters;
        before = counters.records;
        this.encoding = encoding;
        this.connection = connection;
        this.kinds = kinds;
        this.packing = packing;
        this.tally = tally;
        this.subjects = subjects;
        insert = new Batch(
                connection,
                "insert into record (kind, version, region, revision, content, source, settled, pending, created,"
                        + " updated, last, sealed, no, id, slot, secret)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        update = new Batch(
                connection,
                "update record set kind = ?, version = ?, region = ?, revision = ?, content = ?, source = ?,"
                        + " settled = ?, pending = ?, created = ?, updated = ?, last = ?, sealed = ? where no = ?");
        conflictDelete = new Batch(connection, "delete from conflict where record = ?");
        conflictInsert = new Batch(connection, "insert into conflict (record, id, raised, body) values (?, ?, ?, ?)");
    }

    /** Loads those of these records that exist. */
    void load(Collection<UUID> ids) {
        var missing = ids.stream()
                .filter(id -> !touched.containsKey(id) && !absent.contains(id))
                .distinct()
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(
                "select " + COLUMNS + " from record r left join subject s on s.no = r.no"
                        + " left join entry e on e.no = r.source left join term t on t.no = r.no where r.id = any(?)")) {
            statement.setArray(1, connection.createArrayOf("uuid", missing.toArray()));
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var state = read(row);
                    touched.put(state.id, state);
                }
            }
            loadConflicts(missing);
            missing.stream().filter(id -> !touched.containsKey(id)).forEach(absent::add);
        } catch (SQLException e) {
            throw Failures.of("load records", e);
        }
    }

    public Optional<RecordState> find(UUID id) {
        var known = touched.get(id);
        if (known == null) {
            load(List.of(id));
            known = touched.get(id);
        }
        return Optional.ofNullable(known);
    }

    void add(RecordState state) {
        absent.remove(state.id);
        touched.put(state.id, state);
    }

    /** Returns the number of records in memory. */
    int held() {
        return touched.size();
    }

    /** Returns true if all rows written up to now belong to records of this transaction. */
    boolean onlyAdded() {
        return onlyAdded;
    }

    /** Writes all used records and removes them from memory. */
    void flush() {
        try {
            for (var state : touched.values()) {
                write(state);
            }
            insert.send();
            update.send();
            conflictDelete.send();
            conflictInsert.send();
            subjects.send();
            touched.clear();
            absent.clear();
        } catch (SQLException e) {
            throw Failures.of("write records", e);
        }
    }

    /**
     * Counts the records whose last own change is in a run as settled. None of them is in memory. Their rows need no
     * change after the run is stored.
     */
    void settled(long first, long last) {
        try (var statement = connection.prepareStatement("select r.kind, r.region, s.grade from entry c"
                + " join record r on r.no = c.record left join subject s on s.no = r.no"
                + " where c.device = 0 and c.sequence between ? and ? and r.pending = c.sequence"
                + " and (s.kind is null or s.kind >= 0)"
                // a record in conflict stays so
                + " and not exists (select 1 from conflict x where x.record = r.no)")) {
            statement.setLong(1, first);
            statement.setLong(2, last);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var grade = Optional.ofNullable(row.getString(3));
                    var saved = Tally.Cell.of(row.getInt(1), row.getLong(2), grade, SAVED);
                    tally.move(saved, saved.with(SETTLED));
                }
            }
        } catch (SQLException e) {
            throw Failures.of("settle records", e);
        }
    }

    /** Deletes all rows of a record. */
    void erase(RecordState state) throws SQLException {
        flush();
        var written = find(state.id).orElse(state);
        tally.move(written.counted, null);
        touched.remove(state.id);
        onlyAdded = false;
        for (var table : new String[] {"record", "subject", "about", "term"}) {
            try (var statement = connection.prepareStatement("delete from " + table + " where no = ?")) {
                statement.setLong(1, state.no);
                statement.executeUpdate();
            }
        }
        try (var statement = connection.prepareStatement("delete from conflict where record = ?")) {
            statement.setLong(1, state.no);
            statement.executeUpdate();
        }
    }

    private void write(RecordState state) throws SQLException {
        var kind = kinds.number(connection, state.template.id());
        subjects.place(state);
        var region = RegionNumbers.number(state.region);
        onlyAdded &= state.no > before;
        if (!state.isStored()) {
            writeRow(state, kind, region);
        }
        writeConflicts(state);
        if (state.isUnread()) {
            return;
        }
        subjects.write(state, kind, region);
        var cell = state.listed && state.isUndone()
                ? null
                : Tally.Cell.of(kind, region, state.grade, Statuses.number(state.status()));
        if (!Objects.equals(cell, state.counted)) {
            tally.move(state.counted, cell);
        }
    }

    private void writeRow(RecordState state, int kind, long region) throws SQLException {
        var batch = state.fresh ? insert : update;
        var row = batch.row();
        row.setInt(1, kind);
        row.setInt(2, state.template.version());
        row.setLong(3, region);
        row.setLong(4, state.revision);
        if (state.source > 0) {
            row.setNull(5, Types.VARBINARY);
            row.setLong(6, state.source);
        } else {
            row.setBytes(
                    5, Compact.content(out, state.content, encoding.numbers()).array());
            row.setNull(6, Types.BIGINT);
        }
        row.setBytes(7, settled(state));
        row.setLong(8, state.waits());
        row.setLong(9, Times.number(state.created));
        row.setLong(10, Times.number(state.updated));
        row.setLong(11, state.last);
        row.setLong(12, state.sealed);
        row.setLong(13, state.no);
        if (state.fresh) {
            row.setObject(14, state.id);
            row.setLong(15, state.slot);
            row.setBytes(16, state.secret);
        }
        batch.add();
    }

    private void writeConflicts(RecordState state) throws SQLException {
        if (state.conflictsChanged) {
            conflictDelete.row().setLong(1, state.no);
            conflictDelete.add();
            conflictDelete.send();
            for (var conflict : state.conflicts) {
                var line = conflictInsert.row();
                line.setLong(1, state.no);
                line.setObject(2, conflict.id());
                line.setLong(3, Times.number(conflict.offered().at()));
                line.setBytes(4, packing.pack(StateJson.write(conflict)));
                conflictInsert.add();
            }
        }
    }

    private byte @Nullable [] settled(RecordState state) {
        var settled = state.settled;
        if (settled == null) {
            return null;
        }
        return settled.equals(Merge.State.EMPTY) ? EMPTY : packing.pack(StateJson.write(settled));
    }

    private void loadConflicts(List<UUID> ids) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select r.id, c.body from conflict c join record r on r.no = c.record where r.id = any(?)")) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            var found = new HashMap<UUID, List<Conflict>>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                            .add(StateJson.conflict(Packing.unpack(row.getBytes(2))));
                }
            }
            found.forEach((id, conflicts) -> {
                var state = touched.get(id);
                if (state != null) {
                    state.conflicts = StateJson.sorted(conflicts);
                    var counted = state.counted;
                    if (counted != null) {
                        state.counted = counted.with(Statuses.number(RecordSummary.Status.CONFLICT));
                    }
                }
            });
        }
    }

    private RecordState read(ResultSet row) throws SQLException {
        var pending = row.getLong(16);
        var settled = pending > counters.through ? row.getBytes(10) : null;
        var state = new RecordState(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getLong(7),
                row.getBytes(8),
                new TemplateRef(kinds.id(row.getInt(3)), row.getInt(4)),
                RegionNumbers.code(row.getLong(5)),
                row.getLong(6),
                content(row),
                List.of(),
                settled == null
                        ? null
                        : settled.length == 0 ? Merge.State.EMPTY : StateJson.read(Packing.unpack(settled)),
                Times.instant(row.getLong(11)),
                Times.instant(row.getLong(12)));
        state.pending = pending;
        state.source = row.getLong(17);
        state.grade = Optional.ofNullable(row.getString(13));
        state.score = Optional.ofNullable(row.getString(14));
        state.last = row.getLong(20);
        state.sealed = row.getLong(26);
        state.due = row.getObject(21) == null ? RecordState.NEVER : row.getLong(21);
        state.graded = row.getObject(15) == null ? Long.MIN_VALUE : row.getLong(15);
        state.listed = row.getObject(22) != null;
        state.basis = basis(row);
        state.warned = row.getObject(25) == null ? Long.MIN_VALUE : row.getLong(25);
        var isHidden = state.listed && row.getInt(27) < 0;
        if (!isHidden && (state.listed || !state.content.isEmpty())) {
            state.counted = Tally.Cell.of(row.getInt(3), row.getLong(5), state.grade, Statuses.number(state.status()));
        }
        state.noteRead();
        return state;
    }

    private static Standings.@Nullable Basis basis(ResultSet row) throws SQLException {
        var digest = row.getString(23);
        return digest == null ? null : new Standings.Basis(digest, LocalDate.ofEpochDay(row.getLong(24)));
    }

    private Content content(ResultSet row) throws SQLException {
        var kept = row.getBytes(9);
        return kept == null
                ? content(
                        row.getByte(18),
                        row.getBytes(19),
                        row.getObject(2, UUID.class),
                        row.getBytes(8),
                        encoding.sealing())
                : Compact.content(kept, encoding.words());
    }

    /** Returns the content that the change in an entry makes of an empty record. */
    public static Content content(byte kind, byte @Nullable [] body, UUID record, byte[] secret, Sealing sealing) {
        if (body == null) {
            throw new AppException(ErrorCode.FILE_DAMAGED, "record without content", "archive.mv.db");
        }
        return Content.EMPTY.with(
                ChangeTable.open(kind, body, record, secret, sealing).fields());
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        update.close();
        conflictInsert.close();
        conflictDelete.close();
    }
}
