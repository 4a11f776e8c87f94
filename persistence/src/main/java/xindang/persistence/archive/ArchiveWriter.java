package xindang.persistence.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import xindang.model.common.AppException;
import xindang.persistence.database.Database;
import xindang.persistence.database.SearchIndexes;
import xindang.persistence.disk.Failures;
import xindang.persistence.ledger.Ledger;

/**
 * The one writer of an archive. What it writes goes into an open transaction, then with one append and one sync into the
 * ledger, then the transaction is committed: until the sync, nothing has happened; after it, the ledger has it, whatever
 * becomes of the database.
 */
final class ArchiveWriter {
    private final Database database;
    private final Ledger ledger;
    private final Shared shared;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Marks marks;
    private @Nullable AppException broken;

    ArchiveWriter(Database database, Ledger ledger, Shared shared, Marks marks) {
        this.database = database;
        this.ledger = ledger;
        this.shared = shared;
        this.marks = marks;
    }

    Marks marks() {
        return marks;
    }

    /**
     * Does some work as one save.
     *
     * @throws AppException what the work throws, with nothing written; DISK_FULL or FILE_DAMAGED
     */
    <T> T write(Function<Fold, T> work) {
        lock.lock();
        try {
            if (broken != null) {
                throw new AppException(broken.code(), "the archive must be opened again", broken);
            }
            try (var connection = database.connection()) {
                connection.setAutoCommit(false);
                return write(connection, work);
            } catch (SQLException e) {
                throw Failures.of("save", e);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Does some work as one save that adds so many records that the search is better indexed anew afterwards. */
    <T> T writeMany(Function<Fold, T> work) {
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
    <T> T still(Function<Marks, T> work) {
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
        try (var fold = new Fold(connection, shared, marks, commit::add)) {
            var result = work.apply(fold);
            fold.flush();
            shared.keys().force();
            var end = commit.force();
            durable = true;
            var now = fold.counters.marks(end);
            now.write(connection);
            connection.commit();
            marks = now;
            shared.keys().erase(fold.doomed());
            return result;
        } catch (AppException e) {
            if (durable) {
                broken = e;
            }
            throw e;
        } catch (SQLException e) {
            if (durable) {
                broken = Failures.of("commit what the ledger has", e);
            }
            throw e;
        } finally {
            if (!durable) {
                undo(connection, commit);
            }
        }
    }

    private void undo(Connection connection, Ledger.Commit commit) {
        try {
            shared.keys().forget();
            commit.withdraw();
            connection.rollback();
            Slices.takeBack(connection, marks);
            shared.kinds().load(connection);
            shared.devices().load(connection);
            shared.words().load(connection);
        } catch (AppException e) {
            broken = e;
        } catch (SQLException e) {
            broken = Failures.of("take back a save", e);
        }
    }
}
