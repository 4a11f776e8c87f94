package xindang.persistence.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Locale;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.persistence.disk.Disk;
import xindang.persistence.disk.Failures;

/**
 * The encrypted H2 file {@code archive.mv.db}, open. Its key is 32 random bytes, so the ten rounds by which H2 stretches a
 * password do not matter. Commits are written at once (without {@code WRITE_DELAY=0} a killed process loses confirmed
 * saves); what a power cut takes from the file comes back from the ledger.
 */
public final class Database implements AutoCloseable {
    /** Name of the file without the ending that H2 gives it. */
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

    private final JdbcConnectionPool pool;
    private boolean closed;
    private boolean compact;

    /** Most of the pages of 200,000 households in a heap of 1 GB; in a small heap no more than it can spare. */
    private static long cacheKilobytes() {
        return Math.min(128 << 10, Runtime.getRuntime().maxMemory() >> 13);
    }

    private Database(JdbcConnectionPool pool) {
        this.pool = pool;
    }

    /**
     * Opens the file of a folder.
     *
     * @param base path of the file without its ending
     * @throws AppException FILE_DAMAGED when it is missing or not what was written
     */
    public static Database open(Disk disk, Path base, byte[] key) {
        if (!Files.exists(file(base))) {
            throw new AppException(ErrorCode.FILE_DAMAGED, "no " + file(base), NAME + ENDING);
        }
        return new Database(pool(disk, base, key, ";IFEXISTS=TRUE")).tried();
    }

    static Database create(Disk disk, Path base, byte[] key) {
        return new Database(pool(disk, base, key, "")).tried();
    }

    /** The file that H2 makes for a base name. */
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
        source.setURL("jdbc:h2:file:" + name + OPTIONS + more);
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
            pool.dispose();
            throw Failures.of("open the database", e);
        } catch (RuntimeException e) {
            pool.dispose();
            throw Failures.of("open the database", e);
        }
    }

    public Connection connection() {
        try {
            return pool.getConnection();
        } catch (SQLException e) {
            throw Failures.of("connect to the database", e);
        }
    }

    /** jOOQ on a connection. */
    public static DSLContext sql(Connection connection) {
        return DSL.using(connection, SQLDialect.H2, SETTINGS);
    }

    javax.sql.DataSource source() {
        return pool;
    }

    /** Lets {@link #close} write the file anew without the pages that nothing uses. */
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
        } finally {
            pool.dispose();
        }
    }
}
