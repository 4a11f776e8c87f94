package xindang.persistence.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.persistence.database.Database;
import xindang.persistence.database.SearchIndexes;
import xindang.persistence.disk.Failures;
import xindang.persistence.fold.Checkpoint;
import xindang.persistence.fold.EarlyCommits;
import xindang.persistence.fold.Fold;
import xindang.persistence.fold.Shared;
import xindang.persistence.ledger.Ledger;

/**
 * The only writer of an archive. A save first writes into an open transaction. Then it is appended to the ledger and
 * synced. Then the transaction commits. Before the sync, nothing is saved. After it, the save is confirmed, even if the
 * database fails.
 */
public final class ArchiveWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveWriter.class);

    private final Database database;
    private final Ledger ledger;
    private final Shared shared;
    private final Optional<Supplier<AppException>> refusal;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Checkpoint marks;
    private @Nullable AppException broken;
    private Consumer<AppException> mender = why -> {};
    private Runnable afterErasure = () -> {};
    private boolean writing;
    /** Number of running {@link #duringMany}. The search indexes are created when the last one ends. */
    private final AtomicInteger many = new AtomicInteger();

    private @Nullable AppException damage;

    /**
     * Creates the writer.
     *
     * @param refusal the reason why nothing can be saved; empty if saving is possible
     */
    public ArchiveWriter(
            Database database,
            Ledger ledger,
            Shared shared,
            Checkpoint marks,
            Optional<Supplier<AppException>> refusal) {
        this.refusal = refusal;
        this.database = database;
        this.ledger = ledger;
        this.shared = shared;
        this.marks = marks;
    }

    public Checkpoint marks() {
        return marks;
    }

    /**
     * Runs work as one save.
     *
     * @throws AppException the exception of the work, with nothing written; DISK_FULL or FILE_DAMAGED
     */
    public <T> T write(Function<Fold, T> work) {
        lock.lock();
        try {
            refuse();
            if (broken != null) {
                throw new AppException(broken.code(), "the archive must be opened again", broken);
            }
            writing = true;
            try (var connection = database.connection()) {
                connection.setAutoCommit(false);
                return write(connection, work);
            } catch (SQLException e) {
                throw failed(Failures.of("save", e));
            } catch (RuntimeException e) {
                throw failed(Failures.of("save", e));
            } catch (OutOfMemoryError | StackOverflowError e) {
                throw failed(Failures.of("save", e));
            } finally {
                writing = false;
                heal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Sets the repair that rebuilds the database if it fails after the ledger contains the save. */
    public void mendBy(Consumer<AppException> how) {
        mender = how;
    }

    /** Sets what runs after each save that erased a record, while nothing else is written. */
    public void afterErasure(Runnable what) {
        afterErasure = what;
    }

    private void refuse() {
        refusal.ifPresent(why -> {
            throw why.get();
        });
    }

    private AppException failed(AppException failure) {
        damage = failure;
        return failure;
    }

    /** Rebuilds the database after a failure. Without a rebuild the failure would occur again. */
    private void heal() {
        var why = broken == null ? damage : broken;
        damage = null;
        if (why != null && (Failures.isDamage(why) || (broken != null && why.code() == ErrorCode.DISK_FULL))) {
            mender.accept(why);
        }
    }

    /**
     * Rebuilds the database while nothing is written. Then saving is possible again.
     *
     * @param remaking rebuilds the database up to the end of the ledger and returns the new marks; empty if it failed
     * @return true if the database was rebuilt
     */
    public boolean mend(Supplier<Optional<Checkpoint>> remaking) {
        lock.lock();
        try {
            if (writing) {
                return false;
            }
            var made = remaking.get();
            made.ifPresent(now -> {
                marks = now;
                broken = null;
            });
            return made.isPresent();
        } finally {
            lock.unlock();
        }
    }

    /** Runs work as one save of so many records that dropping and recreating the search indexes is faster. */
    <T> T writeMany(Function<Fold, T> work) {
        refuse();
        lock.lock();
        try {
            if (many.get() > 0) {
                return write(work);
            }
            indexes(SearchIndexes::drop);
            try {
                return write(work);
            } finally {
                indexes(SearchIndexes::ensure);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Runs several saves that update so many subjects that dropping and recreating the search indexes is faster. H2 removes an
     * updated row from each index and adds it again. Other saves may come between.
     */
    void duringMany(Runnable work) {
        refuse();
        many.incrementAndGet();
        try {
            indexes(SearchIndexes::drop);
            work.run();
        } finally {
            if (many.decrementAndGet() == 0) {
                indexes(SearchIndexes::ensure);
            }
        }
    }

    /** A search works without indexes, slowly, and the next opening makes them: no save fails for them. */
    private void indexes(Consumer<Connection> work) {
        try (var connection = database.connection()) {
            work.accept(connection);
        } catch (SQLException | AppException e) {
            LOG.warn("indexes for the search", e);
        }
    }

    /** Runs work while nothing is written. */
    public <T> T still(Function<Checkpoint, T> work) {
        lock.lock();
        try {
            return work.apply(marks);
        } finally {
            lock.unlock();
        }
    }

    private <T> T write(Connection connection, Function<Fold, T> work) throws SQLException {
        var commit = ledger.begin();
        var durable = false;
        var committed = false;
        var result = new ArrayList<T>(1);
        try (var fold = new Fold(connection, shared, marks, commit::add)) {
            fold.repeat();
            result.add(work.apply(fold));
            fold.flush();
            shared.keys().force();
            var end = commit.force();
            durable = true;
            var now = fold.counters.marks(end);
            now.write(connection);
            connection.commit();
            marks = now;
            committed = true;
            shared.keys().erase(fold.erasures.slots());
            if (fold.erasures.isErasing()) {
                afterErasure.run();
            }
            return result.get(0);
        } catch (RuntimeException e) {
            if (committed) {
                // a key that was to be destroyed is still there: the next opening destroys it
                broken = Failures.of("destroy a key", e);
                throw e;
            }
            if (durable) {
                return saved(result.get(0), Failures.of("commit what the ledger has", e));
            }
            throw e;
        } catch (SQLException e) {
            if (durable) {
                return saved(result.get(0), Failures.of("commit what the ledger has", e));
            }
            throw e;
        } catch (OutOfMemoryError | StackOverflowError e) {
            if (durable) {
                return saved(result.get(0), Failures.of("commit what the ledger has", e));
            }
            throw e;
        } finally {
            if (!durable) {
                undo(connection, commit);
            }
        }
    }

    /** The ledger has it: it is saved, whatever the database answers, which is made again. */
    private <T> T saved(T result, AppException failure) {
        broken = failure;
        return result;
    }

    private void undo(Connection connection, Ledger.Commit commit) {
        try {
            shared.keys().forget();
            commit.withdraw();
            shared.keys().cut(marks.slots());
            connection.rollback();
            EarlyCommits.takeBack(connection, marks);
            shared.kinds().load(connection);
            shared.devices().load(connection);
            shared.words().load(connection);
        } catch (RuntimeException e) {
            broken = Failures.of("take back a save", e);
        } catch (SQLException e) {
            broken = Failures.of("take back a save", e);
        }
    }
}
