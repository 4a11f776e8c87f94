package xindang.persistence.fold;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import xindang.persistence.database.Database;
import xindang.persistence.database.SearchIndexes;
import xindang.persistence.disk.Failures;
import xindang.persistence.ledger.Entry;
import xindang.persistence.ledger.EntryCodec;
import xindang.persistence.ledger.Ledger;
import xindang.persistence.ledger.LedgerPosition;

/** Applies commits of the ledger to the database: those that the database lacks, or all of them to an empty one. */
public final class Replay implements Ledger.Visitor {
    /** Number of entries whose records are loaded together. */
    private static final int CHUNK = 200;

    private final Connection connection;
    private final Shared shared;
    private final LongConsumer folding;
    private final List<Raw> waiting = new ArrayList<>();
    private Checkpoint marks;
    private Fold fold;

    private record Raw(byte kind, xindang.persistence.disk.Bytes body) {}

    private Replay(Connection connection, Shared shared, Checkpoint marks, LongConsumer folding) {
        this.folding = folding;
        this.connection = connection;
        this.shared = shared;
        this.marks = marks;
        fold = begin();
    }

    /** Applies the commits between two marks, each in its own transaction, and returns the new marks. */
    public static Checkpoint run(Database database, Shared shared, Ledger ledger, Checkpoint from, LedgerPosition to) {
        return run(database, shared, ledger, from, to, entries -> {});
    }

    /** The same; says from time to time how many entries were folded. */
    public static Checkpoint run(
            Database database, Shared shared, Ledger ledger, Checkpoint from, LedgerPosition to, LongConsumer folding) {
        try (var connection = database.connection()) {
            connection.setAutoCommit(false);
            shared.kinds().load(connection);
            shared.devices().load(connection);
            shared.words().load(connection);
            var replay = new Replay(connection, shared, from, folding);
            ledger.read(from.ledger(), to, replay);
            replay.fold.close();
            SearchIndexes.ensure(connection);
            connection.rollback();
            return replay.marks;
        } catch (SQLException e) {
            throw Failures.of("replay the ledger", e);
        }
    }

    @Override
    public void entry(byte kind, byte[] body) {
        var returned = kind == EntryCodec.RETURNED;
        if (returned) {
            // it queries the tables, so earlier entries must be written
            drain();
        }
        waiting.add(new Raw(kind, new xindang.persistence.disk.Bytes(body)));
        if (returned || waiting.size() == CHUNK) {
            drain();
        }
    }

    @Override
    public void committed(LedgerPosition mark) {
        drain();
        try {
            fold.flush();
            marks = fold.counters.marks(mark);
            marks.write(connection);
            connection.commit();
            fold.close();
            fold = begin();
        } catch (SQLException e) {
            throw Failures.of("replay the ledger", e);
        }
    }

    private void drain() {
        var records = new ArrayList<UUID>();
        for (var raw : waiting) {
            EntryCodec.header(raw.kind(), raw.body().array())
                    .map(Entry.ChangeHeader::record)
                    .ifPresent(records::add);
        }
        fold.expect(records);
        for (var raw : waiting) {
            fold.replay(raw.kind(), raw.body().array());
        }
        waiting.clear();
        folding.accept(fold.counters.entries);
    }

    private Fold begin() {
        return new Fold(connection, shared, marks, (kind, body) -> {});
    }
}
