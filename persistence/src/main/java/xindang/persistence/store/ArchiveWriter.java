package xindang.persistence.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
 * The one writer of an archive. What it writes goes into an open transaction, then with one append and one sync into the
 * ledger, then the transaction is committed: until the sync, nothing has happened; after it, the ledger has it, whatever
 * becomes of the database.
 */
public final class ArchiveWriter {
    private final Database database;
    private final Ledger ledger;
    private final Shared shared;
    private final Optional<Supplier<AppException>> refusal;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Checkpoint marks;
    private @Nullable AppException broken;
    private Consumer<AppException> mender = why -> {};
    private boolean writing;
    private @Nullable AppException damage;

    /** @param refusal why nothing can be saved here, if so */
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

    Checkpoint marks() {
        return marks;
    }

    /**
     * Does some work as one save.
     *
     * @throws AppException what the work throws, with nothing written; DISK_FULL or FILE_DAMAGED
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
            } finally {
                writing = false;
                heal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Who makes the database again when it fails after the ledger has the save. */
    public void mendBy(Consumer<AppException> how) {
        mender = how;
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

    /** What failed in the database fails again until it is made again. */
    private void heal() {
        var why = broken == null ? damage : broken;
        damage = null;
        if (why != null && (Failures.isDamage(why) || (broken != null && why.code() == ErrorCode.DISK_FULL))) {
            mender.accept(why);
        }
    }

    /**
     * Lets the database be made again while nothing is written; then saving goes on.
     *
     * @param remaking brings the database to where the ledger is, and says how far that is; empty when it could not
     * @return whether it was made again
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

    /** Does some work as one save that adds so many records that the search is better indexed anew afterwards. */
    <T> T writeMany(Function<Fold, T> work) {
        refuse();
        lock.lock();
        try (var connection = database.connection()) {
            SearchIndexes.drop(connection);
            try {
                var result = write(work);
                SearchIndexes.ensure(connection);
                return result;
            } catch (AppException e) {
                indexAfter(e, connection);
                throw e;
            }
        } catch (SQLException e) {
            throw Failures.of("save", e);
        } finally {
            lock.unlock();
        }
    }

    private static void indexAfter(AppException failure, Connection connection) {
        try {
            SearchIndexes.ensure(connection);
        } catch (AppException e) {
            // the next opening makes them; what failed first is what people must know
            failure.addSuppressed(e);
        }
    }

    /** Does something while nothing is written. */
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
            shared.keys().erase(fold.doomed());
            return result.get(0);
        } catch (RuntimeException e) {
            if (durable) {
                return saved(result.get(0), Failures.of("commit what the ledger has", e));
            }
            throw e;
        } catch (SQLException e) {
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

    /** The ledger has it: it is saved, and a database that is damaged is made again. */
    private <T> T saved(T result, AppException failure) {
        broken = failure;
        if (!Failures.isDamage(failure)) {
            throw failure;
        }
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
