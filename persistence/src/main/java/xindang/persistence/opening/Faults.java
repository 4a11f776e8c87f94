package xindang.persistence.opening;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xindang.model.common.AppException;
import xindang.model.common.Digest;
import xindang.persistence.database.Database;
import xindang.persistence.database.Settings;

/**
 * Failures that came again after the database was made again: they are faults of the program. They are kept among the settings of
 * the database alone, so a check, which makes it again, forgets them.
 */
final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
    private static final int MOST = 50;
    private static final int FRAMES = 4;

    private Faults() {}

    static boolean isKnown(Database database, AppException failure) {
        return known(database).contains(name(failure));
    }

    static void remember(Database database, AppException failure) {
        try {
            database.revive();
            var all = new LinkedHashSet<>(known(database));
            all.add(name(failure));
            var kept = all.stream().skip(Math.max(0, all.size() - MOST)).collect(Collectors.joining("\n"));
            try (var connection = database.connection()) {
                Settings.write(connection, Settings.FAULTS, kept);
            }
        } catch (SQLException | AppException e) {
            LOG.warn("a fault is not remembered", e);
        }
    }

    /** Nothing is known of a database that cannot be read. */
    private static Set<String> known(Database database) {
        try (var connection = database.connection()) {
            return Settings.read(connection, Settings.FAULTS)
                    .map(text -> Set.copyOf(Arrays.asList(text.split("\n"))))
                    .orElse(Set.of());
        } catch (SQLException | AppException e) {
            LOG.debug("no faults can be read", e);
            return Set.of();
        }
    }

    /** The kinds of the failure and its causes, and where in the program they came from; no texts, which may name people. */
    private static String name(AppException failure) {
        var text = Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .map(Faults::place)
                .collect(Collectors.joining(";"));
        return HexFormat.of().formatHex(Digest.sha256().digest(text.getBytes(StandardCharsets.UTF_8)), 0, 8);
    }

    private static String place(Throwable cause) {
        var code = cause instanceof SQLException sql ? sql.getErrorCode() : 0;
        return cause.getClass().getName()
                + code
                + Arrays.stream(cause.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith("xindang."))
                        .limit(FRAMES)
                        .map(StackTraceElement::toString)
                        .collect(Collectors.joining(",", " ", ""));
    }
}
