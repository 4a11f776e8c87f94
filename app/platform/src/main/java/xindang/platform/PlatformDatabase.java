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
 * The platform's database: an H2 file in the platform's directory, or PostgreSQL. The H2 file has no password, because
 * a password stored beside it would not protect it. Only the owner may enter the directory. Data that must stay secret
 * on a stolen disk needs an encrypted disk or a protected PostgreSQL server.
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

    /** Opens the connection pool. A caller waits at most ten seconds for a free connection. */
    private static HikariDataSource pool(String address, boolean server) {
        var config = new HikariConfig();
        config.setPoolName("platform");
        config.setJdbcUrl(address);
        config.setAutoCommit(false);
        config.setMaximumPoolSize(CONNECTIONS);
        // one connection stays open while the platform runs, because H2 closes its file with the last connection
        config.setMinimumIdle(1);
        if (!server) {
            config.setMaxLifetime(0);
        }
        config.setConnectionTimeout(WAIT.toMillis());
        return new HikariDataSource(config);
    }

    /**
     * Creates a directory that only its owner may enter. An existing directory loses the permissions of all others.
     * Both apply only where the file system has owners.
     */
    static void privateDirectory(Path directory) throws IOException {
        Files.createDirectories(directory);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** Runs one transaction. Its changes are on the disk when this method returns. */
    <T> T write(Function<DSLContext, T> work) {
        return transaction(work, true);
    }

    /** Runs one transaction. A power failure may lose its changes. */
    <T> T note(Function<DSLContext, T> work) {
        return transaction(work, false);
    }

    <T> T read(Function<DSLContext, T> work) {
        return transaction(work, false);
    }

    /**
     * Runs the work, and repeats it once if another transaction inserted the same row at the same moment. That happens
     * when a request arrives twice. H2 reports it as an error even for an insert that ignores existing rows.
     */
    private <T> T transaction(Function<DSLContext, T> work, boolean synced) {
        try {
            return once(work, synced);
        } catch (IntegrityConstraintViolationException e) {
            return once(work, synced);
        }
    }

    private <T> T once(Function<DSLContext, T> work, boolean synced) {
        // the pool rolls back an uncommitted transaction
        try (var connection = connection()) {
            var db = DSL.using(connection, dialect, SETTINGS);
            var result = work.apply(db);
            commit(connection);
            if (synced && dialect == SQLDialect.H2) {
                // H2 writes a commit but does not force it to the disk.
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
