package xindang.persistence.archive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import xindang.model.archive.Change;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.exchange.Verdict;
import xindang.persistence.disk.Failures;
import xindang.persistence.ledger.Entry;
import xindang.persistence.ledger.EntryCodec;

/** The changes of records, and which records are about which, within a transaction. */
final class ChangeTable implements AutoCloseable {
    /** Number of this device. */
    static final int OWN = 0;

    /** Sequences no further apart are asked for together. */
    private static final int NEAR = 20;

    private static final int REFUSED = EntryCodec.number(Verdict.QUARANTINED);

    private static final String BODIES =
            "select e.kind, e.body from change c join entry e on e.no = c.no where c.record = ?";

    private final Connection connection;
    private final Codes devices;
    private final Sealing sealing;
    private final Runnable sendEntries;
    private final Batch insert;
    private final Batch about;
    /** Ids of the expected changes that are here. */
    private final Set<UUID> known = new HashSet<>();

    /** Where the platform put a change. */
    record Place(long position, Verdict verdict) {}

    ChangeTable(Connection connection, Codes devices, Sealing sealing, Runnable sendEntries) {
        this.connection = connection;
        this.devices = devices;
        this.sealing = sealing;
        this.sendEntries = sendEntries;
        insert = new Batch(
                connection,
                "insert into change (no, save, record, device, sequence, place, verdict) values (?, ?, ?, ?, ?, ?, ?)");
        about = new Batch(connection, "insert into about (no, subject, kind, created) values (?, ?, ?, ?)");
    }

    int device(String id) {
        return devices.number(connection, id);
    }

    void add(long no, long save, long record, int device, long sequence, Optional<Place> place) {
        try {
            var row = insert.row();
            row.setLong(1, no);
            row.setLong(2, save);
            row.setLong(3, record);
            row.setInt(4, device);
            row.setLong(5, sequence);
            if (place.isPresent()) {
                row.setLong(6, place.get().position());
                row.setInt(7, EntryCodec.number(place.get().verdict()));
            } else {
                row.setNull(6, Types.BIGINT);
                row.setNull(7, Types.SMALLINT);
            }
            insert.add();
        } catch (SQLException e) {
            throw Failures.of("write a change", e);
        }
    }

    void about(long no, UUID subject, int kind, java.time.Instant created) {
        try {
            var row = about.row();
            row.setLong(1, no);
            row.setObject(2, subject);
            row.setInt(3, kind);
            row.setLong(4, Times.number(created));
            about.add();
        } catch (SQLException e) {
            throw Failures.of("write what a record is about", e);
        }
    }

    void send() {
        try {
            insert.send();
            about.send();
        } catch (SQLException e) {
            throw Failures.of("write changes", e);
        }
    }

    /** The own changes of a range that wait, by their records. */
    Map<UUID, List<Long>> waiting(long first, long last) {
        return range(first, last, Places.WAITS);
    }

    /** The own changes of a range on whose records later ones wait, by these records. */
    Map<UUID, List<Long>> followed(long first, long last) {
        return range(first, last, "r.pending > " + last);
    }

    private Map<UUID, List<Long>> range(long first, long last, String condition) {
        try (var statement = connection.prepareStatement("select r.id, c.sequence from change c join record r"
                + " on r.no = c.record where c.device = 0 and c.sequence between ? and ? and " + condition
                + " order by c.sequence")) {
            statement.setLong(1, first);
            statement.setLong(2, last);
            var found = new LinkedHashMap<UUID, List<Long>>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>(2))
                            .add(row.getLong(2));
                }
            }
            return found;
        } catch (SQLException e) {
            throw Failures.of("find changes that came back", e);
        }
    }

    /** Finds out which of the changes that arrive are here already. */
    void expect(Collection<Change> arriving) {
        var sequences = new HashMap<Integer, SortedSet<Long>>();
        for (var change : arriving) {
            devices.find(change.device()).ifPresent(device -> sequences
                    .computeIfAbsent(device, it -> new TreeSet<>())
                    .add(change.sequence()));
        }
        known.clear();
        if (sequences.isEmpty()) {
            return;
        }
        send();
        sendEntries.run();
        sequences.forEach(this::expect);
    }

    /** One query for sequences that stand close to each other. */
    private void expect(int device, SortedSet<Long> sequences) {
        long first = sequences.first();
        var last = first;
        for (long sequence : sequences) {
            if (sequence > last + NEAR) {
                expect(device, first, last);
                first = sequence;
            }
            last = sequence;
        }
        expect(device, first, last);
    }

    private void expect(int device, long first, long last) {
        try (var statement =
                connection.prepareStatement("select e.kind, e.body from change c join entry e on e.no = c.no"
                        + " where c.device = ? and c.sequence between ? and ?")) {
            statement.setInt(1, device);
            statement.setLong(2, first);
            statement.setLong(3, last);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    EntryCodec.changeOf(row.getByte(1), row.getBytes(2)).ifPresent(known::add);
                }
            }
        } catch (SQLException e) {
            throw Failures.of("find changes", e);
        }
    }

    /** Whether an expected change is here already. */
    boolean has(Change change) {
        return !known.add(change.id());
    }

    /** An own change of a record. */
    Change own(RecordState state, long sequence) {
        var found = changes(state, BODIES + " and c.device = 0 and c.sequence = ?", sequence);
        if (found.isEmpty()) {
            throw new IllegalStateException("no change " + sequence);
        }
        return found.get(0);
    }

    /** Own changes of a record that wait, in their order. */
    List<Change> waiting(RecordState state) {
        return changes(state, BODIES + " and " + Places.WAITS + " and c.sequence > ? order by c.sequence", 0);
    }

    /**
     * The changes of a record that took effect before a position, in the platform's order; then, for a change that waits
     * on top of them, the own ones that wait before it.
     */
    List<Change> before(RecordState state, Change change, long position) {
        var found = new ArrayList<>(changes(
                state,
                BODIES + " and " + Places.POSITION + " < ? and " + Places.VERDICT + " <> " + REFUSED + " order by "
                        + Places.POSITION,
                position));
        if (position == Long.MAX_VALUE) {
            found.addAll(changes(
                    state,
                    BODIES + " and " + Places.WAITS + " and c.sequence < ? order by c.sequence",
                    change.sequence()));
        }
        return found;
    }

    /** The ratings of a subject that came before it, oldest first. */
    List<UUID> ratings(UUID subject, Codes kinds) {
        var kind = kinds.find("rating");
        if (kind.isEmpty()) {
            return List.of();
        }
        send();
        try (var statement = connection.prepareStatement("select r.id from about a join record r on r.no = a.no"
                + " where a.subject = ? and a.kind = ? order by a.created")) {
            statement.setObject(1, subject);
            statement.setInt(2, kind.get());
            var ids = new ArrayList<UUID>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getObject(1, UUID.class));
                }
            }
            return ids;
        } catch (SQLException e) {
            throw Failures.of("find ratings", e);
        }
    }

    void batch(Entry.Batched batch) {
        try (var statement = connection.prepareStatement("insert into batch (id, first, last) values (?, ?, ?)")) {
            statement.setObject(1, batch.key());
            statement.setLong(2, batch.first());
            statement.setLong(3, batch.last());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw Failures.of("seal a batch", e);
        }
    }

    /** Keeps a receipt; the last sequence of its batch. */
    long receipt(Entry.Receipted receipt) {
        try (var update = connection.prepareStatement("update batch set receipt = ? where id = ?");
                var select = connection.prepareStatement("select last from batch where id = ?")) {
            update.setString(1, receipt.receipt());
            update.setObject(2, receipt.key());
            update.executeUpdate();
            select.setObject(1, receipt.key());
            try (var row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        } catch (SQLException e) {
            throw Failures.of("keep a receipt", e);
        }
    }

    private List<Change> changes(RecordState state, String sql, long parameter) {
        send();
        sendEntries.run();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, state.no);
            statement.setLong(2, parameter);
            return read(statement, state.id, state.secret, sealing);
        } catch (SQLException e) {
            throw Failures.of("read changes", e);
        }
    }

    private static List<Change> read(PreparedStatement statement, UUID record, byte[] secret, Sealing sealing)
            throws SQLException {
        var changes = new ArrayList<Change>();
        try (var row = statement.executeQuery()) {
            while (row.next()) {
                changes.add(open(row.getByte(1), row.getBytes(2), record, secret, sealing));
            }
        }
        return changes;
    }

    /** The change in the body of an entry. */
    static Change open(byte kind, byte[] body, UUID record, byte[] secret, Sealing sealing) {
        var entry = EntryCodec.read(kind, body);
        if (entry instanceof Entry.Saved saved) {
            return sealing.open(saved.sealed(), record, saved.change(), secret);
        }
        if (entry instanceof Entry.Pulled pulled) {
            return sealing.open(pulled.sealed(), record, pulled.change(), secret)
                    .atPosition(pulled.position());
        }
        throw new AppException(ErrorCode.FILE_DAMAGED, "entry without a change", "archive.mv.db");
    }

    /** The canonical JSON of the own changes of a range, in their order. */
    static List<String> texts(Connection connection, long first, long last, Sealing sealing) throws SQLException {
        try (var statement = connection.prepareStatement("select e.kind, e.body, r.id, r.secret from change c"
                + " join entry e on e.no = c.no join record r on r.no = c.record"
                + " where c.device = 0 and c.sequence between ? and ? order by c.sequence")) {
            statement.setLong(1, first);
            statement.setLong(2, last);
            var texts = new ArrayList<String>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var entry = EntryCodec.read(row.getByte(1), row.getBytes(2));
                    texts.add(text(entry, row.getObject(3, UUID.class), row.getBytes(4), sealing));
                }
            }
            return texts;
        }
    }

    private static String text(Entry entry, UUID record, byte[] secret, Sealing sealing) {
        if (entry instanceof Entry.Saved saved) {
            return sealing.text(saved.sealed(), record, saved.change(), secret);
        }
        if (entry instanceof Entry.Pulled pulled) {
            return sealing.text(pulled.sealed(), record, pulled.change(), secret);
        }
        throw new AppException(ErrorCode.FILE_DAMAGED, "entry without a change", "archive.mv.db");
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        about.close();
    }
}
