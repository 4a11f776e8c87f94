package xindang.persistence.fold;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
import xindang.persistence.codec.Codes;
import xindang.persistence.codec.Sealing;
import xindang.persistence.codec.Times;
import xindang.persistence.database.Batch;
import xindang.persistence.disk.Bytes;
import xindang.persistence.disk.Failures;
import xindang.persistence.ledger.Entry;
import xindang.persistence.ledger.EntryCodec;

/** The changes of records within a transaction, and the links between records and their subjects. */
public final class ChangeTable implements AutoCloseable {
    /** The number of this device. */
    public static final int OWN = 0;

    /** Sequence numbers with at most this distance are queried together. */
    private static final int NEAR = 20;

    public static final int REFUSED = EntryCodec.number(Verdict.QUARANTINED);

    private static final String SAID = "select c.no, c.before, c.kind, c.body, c.device, c.sequence, "
            + PlacedRuns.POSITION + ", " + PlacedRuns.VERDICT + " from entry c where c.no = ?";

    private final Connection connection;
    private final Codes devices;
    private final Sealing sealing;
    private final Runnable sendEntries;
    private final Batch about;
    /** Ids of the expected changes that are stored already. */
    private final Set<UUID> known = new HashSet<>();
    /** Those of them that were made in this archive. */
    private final Set<UUID> own = new HashSet<>();

    /** A stored change of a record. It has no position while it waits. */
    public record StoredChange(
            long no, byte kind, Bytes body, int device, long sequence, Optional<Long> position, int verdict) {
        boolean waits() {
            return device == OWN && position.isEmpty();
        }

        boolean tookEffectBefore(long place) {
            return position.isPresent() && position.get() < place && !isRefused();
        }

        /** Returns true if the platform rejected the change. It then has no effect on its record. */
        public boolean isRefused() {
            return position.isPresent() && verdict == REFUSED;
        }

        public long place() {
            return position.orElse(Long.MAX_VALUE);
        }

        public Change change(UUID record, byte[] secret, Sealing sealing) {
            var change = open(kind, body.array(), record, secret, sealing);
            return position.map(change::atPosition).orElse(change);
        }
    }

    ChangeTable(Connection connection, Codes devices, Sealing sealing, Runnable sendEntries) {
        this.connection = connection;
        this.devices = devices;
        this.sealing = sealing;
        this.sendEntries = sendEntries;
        about = new Batch(connection, "insert into about (no, subject, number, kind, created) values (?, ?, ?, ?, ?)");
    }

    int device(String id) {
        return devices.number(connection, id);
    }

    /** The subject that a record names, by its id or by its number. */
    record Named(Optional<UUID> subject, Optional<String> number) {}

    void about(long no, Named named, int kind, java.time.Instant created) {
        try {
            var row = about.row();
            row.setLong(1, no);
            row.setObject(2, named.subject().orElse(null));
            row.setString(3, named.number().orElse(null));
            row.setInt(4, kind);
            row.setLong(5, Times.number(created));
            about.add();
        } catch (SQLException e) {
            throw Failures.of("write what a record is about", e);
        }
    }

    /** Removes the link between a record and its subject. */
    void forget(long no) {
        send();
        try (var statement = connection.prepareStatement("delete from about where no = ?")) {
            statement.setLong(1, no);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw Failures.of("write what a record is about", e);
        }
    }

    void send() {
        try {
            about.send();
        } catch (SQLException e) {
            throw Failures.of("write changes", e);
        }
    }

    /** Returns the waiting own changes of a range, by record. */
    Map<UUID, List<Long>> waiting(long first, long last) {
        return range(first, last, PlacedRuns.WAITS);
    }

    /** Returns the sequence numbers of waiting own changes in a range, including those of erased records. */
    List<Long> unplaced(long first, long last) {
        try (var statement = connection.prepareStatement("select c.sequence from entry c where c.device = 0"
                + " and c.sequence between ? and ? and " + PlacedRuns.WAITS + " order by c.sequence")) {
            statement.setLong(1, first);
            statement.setLong(2, last);
            var found = new ArrayList<Long>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(row.getLong(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw Failures.of("find changes that came back", e);
        }
    }

    /** Returns the own changes of a range whose records have later waiting changes, by record. */
    Map<UUID, List<Long>> followed(long first, long last) {
        return range(first, last, "r.pending > " + last);
    }

    private Map<UUID, List<Long>> range(long first, long last, String condition) {
        try (var statement = connection.prepareStatement("select r.id, c.sequence from entry c join record r"
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

    /** Finds the received changes that are stored already. */
    void expect(Collection<Change> arriving) {
        var sequences = new HashMap<Integer, SortedSet<Long>>();
        for (var change : arriving) {
            for (var name : List.of(change.device(), ofAnotherRun(change.device()))) {
                devices.find(name).ifPresent(device -> sequences
                        .computeIfAbsent(device, it -> new TreeSet<>())
                        .add(change.sequence()));
            }
        }
        known.clear();
        own.clear();
        if (sequences.isEmpty()) {
            return;
        }
        send();
        sendEntries.run();
        sequences.forEach(this::expect);
    }

    /** Uses one query for sequence numbers that are close to each other. */
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
        try (var statement = connection.prepareStatement(
                "select c.kind, c.body from entry c where c.device = ? and c.sequence between ? and ?")) {
            statement.setInt(1, device);
            statement.setLong(2, first);
            statement.setLong(3, last);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    EntryCodec.header(row.getByte(1), row.getBytes(2))
                            .map(Entry.ChangeHeader::change)
                            .ifPresent(id -> {
                                known.add(id);
                                if (device == OWN) {
                                    own.add(id);
                                }
                            });
                }
            }
        } catch (SQLException e) {
            throw Failures.of("find changes", e);
        }
    }

    /** Returns the device name for changes of a copy of this archive, which has other sequence numbers. */
    static String ofAnotherRun(String device) {
        return device + "*";
    }

    /** Returns true if an expected, stored change was made here. */
    boolean isOwn(Change change) {
        return own.contains(change.id());
    }

    /** Returns true if the change with this sequence number was made here and has this digest. */
    boolean isOwn(long sequence, String digest) {
        try (var statement =
                connection.prepareStatement("select kind, body from entry where device = 0 and sequence = ?")) {
            statement.setLong(1, sequence);
            try (var row = statement.executeQuery()) {
                return row.next()
                        && EntryCodec.header(row.getByte(1), row.getBytes(2))
                                .filter(stored -> stored.digest().equals(digest))
                                .isPresent();
            }
        } catch (SQLException e) {
            throw Failures.of("find a change", e);
        }
    }

    /** Returns true if an expected change is stored already. */
    boolean has(Change change) {
        return !known.add(change.id());
    }

    /** Returns an own change of a record. */
    Change own(RecordState state, long sequence) {
        return history(state).stream()
                .filter(stored -> stored.device() == OWN && stored.sequence() == sequence)
                .findFirst()
                .map(stored -> open(stored, state))
                .orElseThrow(() -> new IllegalStateException("no change " + sequence));
    }

    /** Returns the waiting own changes of a record in their order. */
    List<Change> waiting(RecordState state) {
        return waiting(state, history(state), Long.MAX_VALUE);
    }

    private List<Change> waiting(RecordState state, List<StoredChange> history, long before) {
        return history.stream()
                .filter(stored -> stored.waits() && stored.sequence() < before)
                .sorted(Comparator.comparingLong(StoredChange::sequence))
                .map(stored -> open(stored, state))
                .toList();
    }

    /**
     * Returns the changes of a record that took effect before a position, in the platform's order. For a waiting
     * change, the own changes that wait before it follow.
     */
    List<Change> before(RecordState state, Change change, long position) {
        var history = history(state);
        var found = placed(state, history, position);
        if (position == Long.MAX_VALUE) {
            found.addAll(waiting(state, history, change.sequence()));
        }
        return found;
    }

    /** Returns the changes of a record that took effect, in the platform's order. */
    List<Change> placed(RecordState state) {
        return placed(state, history(state), Long.MAX_VALUE);
    }

    private List<Change> placed(RecordState state, List<StoredChange> history, long before) {
        var found = new ArrayList<Change>();
        history.stream()
                .filter(stored -> stored.tookEffectBefore(before))
                .sorted(Comparator.comparingLong(StoredChange::place))
                .forEach(stored -> found.add(open(stored, state)));
        return found;
    }

    /** Returns the changes of a record, the last one first. */
    public List<StoredChange> history(RecordState state) {
        send();
        sendEntries.run();
        try {
            return history(connection, state.last);
        } catch (SQLException e) {
            throw Failures.of("read changes", e);
        }
    }

    /** Returns the changes of a record, the last one first. Follows the chain from the given entry. */
    public static List<StoredChange> history(Connection connection, long last) throws SQLException {
        var found = new ArrayList<StoredChange>();
        try (var statement = connection.prepareStatement(SAID)) {
            for (var no = last; no > 0; ) {
                statement.setLong(1, no);
                try (var row = statement.executeQuery()) {
                    if (!row.next()) {
                        throw new AppException(ErrorCode.FILE_DAMAGED, "no entry " + no, "archive.mv.db");
                    }
                    if (row.getLong(2) >= no) {
                        // a damaged disk can produce any number; the chain must end
                        throw new AppException(ErrorCode.FILE_DAMAGED, "chain at entry " + no, "archive.mv.db");
                    }
                    no = row.getLong(2);
                    var position = Optional.ofNullable(row.getObject(7, Long.class));
                    found.add(new StoredChange(
                            row.getLong(1),
                            row.getByte(3),
                            new Bytes(row.getBytes(4)),
                            row.getInt(5),
                            row.getLong(6),
                            position,
                            row.getInt(8)));
                }
            }
        }
        return found;
    }

    /** Returns the ratings of a subject that arrived before it, the oldest first. */
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

    private Change open(StoredChange stored, RecordState state) {
        return open(stored.kind(), stored.body().array(), state.id, state.secret, sealing);
    }

    /** Returns the change in the body of an entry. */
    public static Change open(byte kind, byte[] body, UUID record, byte[] secret, Sealing sealing) {
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

    @Override
    public void close() throws SQLException {
        about.close();
    }
}
