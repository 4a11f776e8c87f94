package xindang.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.Settings;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jooq.impl.DSL;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;

/**
 * The platform's database: a file of H2 in its directory, or PostgreSQL. The file has no password, because one beside it
 * would protect nothing: only its owner may enter the directory. What must stay secret on a stolen disk belongs on an
 * encrypted disk or in a PostgreSQL that is guarded as such.
 */
final class PlatformDatabase implements AutoCloseable {
    private static final Settings SETTINGS = new Settings()
            .withRenderNameCase(RenderNameCase.LOWER)
            .withRenderSchema(false)
            .withExecuteLogging(false);
    private static final int IN_USE = 90020;
    private static final int CONNECTIONS = 8;
    private static final Duration WAIT = Duration.ofSeconds(10);

    private final HikariDataSource pool;
    private final SQLDialect dialect;

    private PlatformDatabase(HikariDataSource pool, SQLDialect dialect) {
        this.pool = pool;
        this.dialect = dialect;
    }

    static PlatformDatabase open(Path data, Optional<String> url) {
        try {
            privateDirectory(data);
        } catch (IOException e) {
            throw new AppException(ErrorCode.USAGE, "cannot use " + data, e, data.toString());
        }
        var address = url.map(PlatformDatabase::postgres).orElseGet(() -> file(data));
        try {
            Flyway.configure(PlatformDatabase.class.getClassLoader())
                    .dataSource(address, null, null)
                    .locations("classpath:xindang/platform/migrations")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw failed(e, url.isPresent(), data);
        }
        return new PlatformDatabase(
                pool(address, url.isPresent()), url.isPresent() ? SQLDialect.POSTGRES : SQLDialect.H2);
    }

    /** A few open connections; who asks when all are out waits, at most ten seconds. */
    private static HikariDataSource pool(String address, boolean server) {
        var config = new HikariConfig();
        config.setPoolName("platform");
        config.setJdbcUrl(address);
        config.setAutoCommit(false);
        config.setMaximumPoolSize(CONNECTIONS);
        // one stays open as long as the platform runs, because H2 gives up its file with the last
        config.setMinimumIdle(1);
        if (!server) {
            config.setMaxLifetime(0);
        }
        config.setConnectionTimeout(WAIT.toMillis());
        return new HikariDataSource(config);
    }

    /** Makes a directory that only its owner may enter, or takes the rights of all others from one that is there, where the file system knows owners. */
    static void privateDirectory(Path directory) throws IOException {
        Files.createDirectories(directory);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** One transaction; what it wrote is on the disk when this returns. */
    <T> T write(Function<DSLContext, T> work) {
        return transaction(work, true);
    }

    /** One transaction whose writing may be lost with the power. */
    <T> T note(Function<DSLContext, T> work) {
        return transaction(work, false);
    }

    <T> T read(Function<DSLContext, T> work) {
        return transaction(work, false);
    }

    /**
     * Does the work again when another transaction made the same row at the same moment, as for a request that came twice: H2 says
     * so by an error also where an insert passes over what is there.
     */
    private <T> T transaction(Function<DSLContext, T> work, boolean synced) {
        try {
            return once(work, synced);
        } catch (IntegrityConstraintViolationException e) {
            return once(work, synced);
        }
    }

    private <T> T once(Function<DSLContext, T> work, boolean synced) {
        // the pool rolls back what was not committed
        try (var connection = connection()) {
            var db = DSL.using(connection, dialect, SETTINGS);
            var result = work.apply(db);
            commit(connection);
            if (synced && dialect == SQLDialect.H2) {
                // A commit of H2 is written, but not forced to the disk.
                db.execute("checkpoint sync");
                commit(connection);
            }
            return result;
        } catch (SQLException e) {
            throw new AppException(ErrorCode.INTERNAL, "a connection cannot be given back", e);
        }
    }

    private Connection connection() {
        try {
            return pool.getConnection();
        } catch (SQLException e) {
            throw new AppException(ErrorCode.NETWORK, "no database connection", e);
        }
    }

    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new AppException(ErrorCode.INTERNAL, "commit failed", e);
        }
    }

    private static String file(Path data) {
        var path = data.toAbsolutePath().normalize().toString();
        if (path.contains(";")) {
            throw new AppException(ErrorCode.USAGE, "a semicolon in " + path, path);
        }
        return "jdbc:h2:file:" + path + "/platform;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0;LOCK_TIMEOUT=20000"
                + ";DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=65536;QUERY_CACHE_SIZE=128;USER=platform";
    }

    private static String postgres(String url) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new AppException(ErrorCode.USAGE, "not a JDBC URL of PostgreSQL");
        }
        return url + (url.contains("?") ? "&" : "?") + "reWriteBatchedInserts=true";
    }

    private static AppException failed(FlywayException e, boolean server, Path data) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == IN_USE) {
                return new AppException(ErrorCode.FILE_LOCKED, "another platform runs on " + data, e, data.toString());
            }
        }
        return server
                ? new AppException(ErrorCode.NETWORK, "database server", e)
                : new AppException(ErrorCode.FILE_DAMAGED, "cannot open " + data, e, data.toString());
    }

    @Override
    public void close() {
        pool.close();
    }
}
