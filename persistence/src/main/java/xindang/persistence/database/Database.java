package xindang.persistence.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.persistence.disk.Disk;
import xindang.persistence.disk.Failures;

/**
 * The open, encrypted database file {@code archive.mv.db}. Its key has 32 random bytes, so H2's weak key derivation
 * (ten rounds) is not a risk.
 *
 * <p>Commits are written at once. Without {@code WRITE_DELAY=0}, a killed process would lose confirmed saves. If a
 * power failure removes data from the file, the ledger restores it.
 */
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    /** Name of the file without the ending that H2 adds. */
    public static final String NAME = "archive";

    public static final String ENDING = ".mv.db";
    private static final String USER = "xindang";
    private static final String OPTIONS = ";CIPHER=AES;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;DATABASE_TO_LOWER=TRUE"
            + ";CASE_INSENSITIVE_IDENTIFIERS=TRUE;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;LOCK_TIMEOUT=20000;CACHE_SIZE="
            + cacheKilobytes();

    private static final Settings SETTINGS = new Settings()
            .withRenderNameCase(RenderNameCase.LOWER)
            .withRenderQuotedNames(RenderQuotedNames.NEVER)
            .withRenderSchema(false)
            .withExecuteLogging(false);

    private volatile Supplier<JdbcConnectionPool> opening;
    private volatile JdbcConnectionPool pool;
    /** Readers hold the first; who puts another file in place holds the second. */
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();

    private volatile Mender mender = (damage, file) -> false;
    /** Which file is open: counts those that took its place. */
    private final AtomicInteger file = new AtomicInteger();

    private boolean closed;
    private boolean compact;

    /**
     * Returns the cache size. In a heap of 1 GB, the cache holds most pages of 200,000 households; a small heap gets a
     * smaller one.
     */
    private static long cacheKilobytes() {
        return Math.min(128 << 10, Runtime.getRuntime().maxMemory() >> 13);
    }

    private Database(Supplier<JdbcConnectionPool> opening) {
        this.opening = opening;
        pool = opening.get();
    }

    /**
     * Opens the database file of a folder.
     *
     * @param base path of the file without its ending
     * @throws AppException FILE_DAMAGED if it is missing or damaged, REFUSED if its tables are not those of this
     *     program, FILE_LOCKED
     */
    public static Database open(Disk disk, Path base, byte[] key) {
        if (!Files.exists(file(base))) {
            throw new AppException(ErrorCode.FILE_DAMAGED, "no " + file(base), NAME + ENDING);
        }
        var statements = statements(disk, base, key);
        if (!SchemaCheck.areOurs(statements)) {
            LOG.warn("tables that are not ours: {}", SchemaCheck.strange(statements));
            throw foreign();
        }
        return new Database(() -> pool(disk, base, key, ";IFEXISTS=TRUE")).tried();
    }

    /** Returns the statements that H2 would run when it opens the file. */
    static List<String> statements(Disk disk, Path base, byte[] key) {
        return MetaTable.statements(
                disk.databaseName(base) + ENDING, HexFormat.of().formatHex(key).toCharArray());
    }

    static AppException foreign() {
        return new AppException(ErrorCode.REFUSED, "tables that no version of the program made", NAME + ENDING);
    }

    static Database create(Disk disk, Path base, byte[] key) {
        return new Database(() -> pool(disk, base, key, "")).tried();
    }

    /** Returns the file that H2 creates for a base name. */
    public static Path file(Path base) {
        return base.resolveSibling(base.getFileName() + ENDING);
    }

    private static JdbcConnectionPool pool(Disk disk, Path base, byte[] key, String more) {
        var name = disk.databaseName(base);
        if (name.indexOf(';') >= 0) {
            throw new AppException(ErrorCode.USAGE, "the folder of an archive has no ; in its name", name);
        }
        Hardening.apply();
        var secret = HexFormat.of().formatHex(key);
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + name + OPTIONS + disk.databaseOptions() + more);
        source.setUser(USER);
        source.setPasswordChars((secret + " " + secret.toUpperCase(Locale.ROOT)).toCharArray());
        var pool = JdbcConnectionPool.create(source);
        pool.setMaxConnections(16);
        return pool;
    }

    private Database tried() {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select 1");
            return this;
        } catch (SQLException e) {
            abandon();
            throw Failures.of("open the database", e);
        } catch (RuntimeException e) {
            abandon();
            throw Failures.of("open the database", e);
        } catch (OutOfMemoryError | StackOverflowError e) {
            abandon();
            throw Failures.of("open the database", e);
        }
    }

    /** Makes the file again when it is damaged. */
    public interface Mender {
        /**
         * Makes it again.
         *
         * @param file which file failed, as {@link Database#file()} says
         * @return whether another one is in its place
         */
        boolean mend(AppException damage, int file);

        /** The new file fails in the same way: it is the program that fails. */
        default void failedAgain(AppException damage) {}
    }

    /** What is read on a connection. */
    public interface Query<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * Runs a query. If the file is damaged, the repair of {@link #mendBy} runs and the query is repeated once.
     *
     * @throws AppException the exception of the query, or the failure of the database
     */
    public <T> T read(String doing, Query<T> query) {
        var tried = file();
        try {
            return once(doing, query);
        } catch (AppException e) {
            // within another query the outer one is asked again
            if (!Failures.isDamage(e)
                    || use.getReadHoldCount() > 0
                    || (tried == file() && !mender.mend(e, tried) && tried == file())) {
                throw e;
            }
            return again(doing, query);
        }
    }

    private <T> T again(String doing, Query<T> query) {
        try {
            return once(doing, query);
        } catch (AppException e) {
            if (Failures.isDamage(e)) {
                mender.failedAgain(e);
            }
            throw e;
        }
    }

    private <T> T once(String doing, Query<T> query) {
        use.readLock().lock();
        try (var connection = pool.getConnection()) {
            return query.on(connection);
        } catch (SQLException e) {
            throw Failures.of(doing, e);
        } catch (RuntimeException e) {
            throw ofFile(Failures.of(doing, e));
        } catch (OutOfMemoryError | StackOverflowError e) {
            throw Failures.of(doing, e);
        } finally {
            use.readLock().unlock();
        }
    }

    /**
     * Turns unreadable rows, and rows of a seemingly later version, into FILE_DAMAGED. All rows were checked before
     * they were written, so such rows show damage.
     */
    private static AppException ofFile(AppException e) {
        return e.code() == ErrorCode.UNREADABLE || e.code() == ErrorCode.NEWER_VERSION
                ? new AppException(ErrorCode.FILE_DAMAGED, "rows of the database", e, NAME + ENDING)
                : e;
    }

    /** Who makes the file again when it is damaged, and says whether it did. */
    public void mendBy(Mender how) {
        mender = how;
    }

    /** Which file is open: counts those that took its place. */
    public int file() {
        return file.get();
    }

    /** Waits for all readers and keeps others out while another file is put in place; {@link #release} lets them in. */
    public void hold() {
        if (use.getReadHoldCount() > 0) {
            throw new IllegalStateException("a reader waits for itself");
        }
        use.writeLock().lock();
    }

    /** Lets readers in again, when this thread keeps them out. */
    public void release() {
        if (use.isWriteLockedByCurrentThread()) {
            use.writeLock().unlock();
        }
    }

    /** Lets go of the file without writing into it. */
    public void abandon() {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("shutdown immediately");
        } catch (SQLException | RuntimeException e) {
            LOG.debug("the database was closed by its failure", e);
        } catch (OutOfMemoryError | StackOverflowError e) {
            LOG.debug("the database was closed by its failure", e);
        } finally {
            pool.dispose();
        }
    }

    /** Opens the file again where a failure has closed it. */
    public void revive() {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select 1");
        } catch (SQLException | RuntimeException e) {
            LOG.debug("the database was closed by its failure", e);
            abandon();
            reopen();
        }
    }

    /** Opens the file of another folder in the place of the one abandoned. */
    public void moveTo(Disk disk, Path base, byte[] key) {
        opening = () -> pool(disk, base, key, ";IFEXISTS=TRUE");
        reopen();
    }

    /** Opens the file that has taken the place of the one abandoned. */
    public void reopen() {
        pool = opening.get();
        file.incrementAndGet();
        tried();
    }

    public Connection connection() {
        try {
            return pool.getConnection();
        } catch (SQLException e) {
            throw Failures.of("connect to the database", e);
        } catch (RuntimeException e) {
            // an earlier failure closed the pool
            throw Failures.of("connect to the database", e);
        }
    }

    /** Returns a jOOQ context for a connection. */
    public static DSLContext sql(Connection connection) {
        return DSL.using(connection, SQLDialect.H2, SETTINGS);
    }

    javax.sql.DataSource source() {
        return pool;
    }

    /** Makes {@link #close} rewrite the file without its unused pages. */
    public void compactAtClose() {
        compact = true;
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(compact ? "shutdown compact" : "shutdown");
        } catch (SQLException e) {
            throw Failures.of("close the database", e);
        } catch (RuntimeException e) {
            throw Failures.of("close the database", e);
        } catch (OutOfMemoryError | StackOverflowError e) {
            throw Failures.of("close the database", e);
        } finally {
            pool.dispose();
        }
    }
}
