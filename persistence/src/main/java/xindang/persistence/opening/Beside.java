package xindang.persistence.opening;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import xindang.model.common.AppException;
import xindang.model.common.Digest;
import xindang.model.common.ErrorCode;
import xindang.persistence.database.Database;
import xindang.persistence.disk.Bytes;
import xindang.persistence.fold.Checkpoint;
import xindang.persistence.ledger.Entry;
import xindang.persistence.ledger.EntryCodec;

/** The entries of the database beside a ledger that is damaged, as far as they can be read. */
final class Beside {
    private static final byte BATCHED = 6;

    private final Database database;
    private final Checkpoint marks;
    private final MessageDigest sha = Digest.sha256();

    /**
     * A row that is an entry of the ledger.
     *
     * @param no its number in the database
     * @param index its place among the entries that were looked for
     */
    record Found(long no, int index) {}

    Beside(Database database) {
        this.database = database;
        marks = database.read("read the mark", Checkpoint::read);
    }

    /** Number of the last entry. */
    long last() {
        return marks.entries();
    }

    /** How many frames of the ledger it knows. */
    long frames() {
        return marks.ledger().frames();
    }

    /** Whether no second entry can have the same bytes: keys, ids and nonces are drawn. Vocabulary and settings are said again. */
    static boolean isUnique(byte kind) {
        return kind == EntryCodec.SAVED
                || kind == EntryCodec.PULLED
                || kind == EntryCodec.EARLIER
                || kind == EntryCodec.ERASED
                || kind == BATCHED;
    }

    /** What an entry is known by. */
    long name(byte kind, byte[] body) {
        sha.update(kind);
        return ByteBuffer.wrap(sha.digest(body)).getLong();
    }

    /** The first row behind a number that is one of some entries; these by their names, with their places. */
    Optional<Found> first(long after, Map<Long, Integer> wanted) {
        var scan = scan(after, last());
        for (var rows = scan.next(); !rows.isEmpty(); rows = scan.next()) {
            for (var row : rows) {
                var index = isUnique(row.kind())
                        ? wanted.get(name(row.kind(), row.body().array()))
                        : null;
                if (index != null) {
                    return Optional.of(new Found(row.no(), index));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Gives the rows between two numbers, both included.
     *
     * @return how many of them cannot be read
     */
    long each(long from, long to, Consumer<Mirror.Row> taker) {
        var missing = Math.max(0, to - from + 1);
        var scan = scan(from - 1, to);
        for (var rows = scan.next(); !rows.isEmpty(); rows = scan.next()) {
            rows.forEach(taker);
            missing -= rows.size();
        }
        return missing;
    }

    private Scan<Mirror.Row> scan(long after, long last) {
        return new Scan<>(database, after, last, (connection, from, to) -> {
            try (var statement = connection.prepareStatement(
                    "select no, save, kind, body, sequence from entry where no > ? and no <= ? order by no")) {
                statement.setLong(1, from);
                statement.setLong(2, to);
                try (var row = statement.executeQuery()) {
                    var rows = new ArrayList<Mirror.Row>();
                    while (row.next()) {
                        check(EntryCodec.read(row.getByte(3), row.getBytes(4)), row.getLong(5));
                        rows.add(new Mirror.Row(
                                row.getLong(1), row.getLong(2), row.getByte(3), new Bytes(row.getBytes(4))));
                    }
                    return rows;
                }
            }
        });
    }

    /** A row has no checksum, so numbers in it are compared with others; what is sealed has a seal of its own. */
    private void check(Entry entry, long sequence) {
        if (entry instanceof Entry.Saved saved) {
            check(saved.slot(), saved.sequence(), sequence);
        } else if (entry instanceof Entry.Pulled pulled) {
            check(pulled.slot(), pulled.sequence(), sequence);
        }
    }

    private void check(long slot, long sequence, long column) {
        if (slot < 0 || slot >= marks.slots() || sequence != column) {
            throw new AppException(ErrorCode.FILE_DAMAGED, "an entry of the database", Database.NAME + Database.ENDING);
        }
    }
}
