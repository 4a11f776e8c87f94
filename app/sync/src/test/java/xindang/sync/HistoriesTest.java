package xindang.sync;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import xindang.platform.Platform;

/**
 * Random histories of offices and a platform end with everything kept and everybody equal. {@code -Dhistories=5000}
 * runs so many; {@code -Dhistories.seed=N} runs one again, which a failure names.
 */
class HistoriesTest {
    private static final int IN_MEMORY = 40;
    private static final int ON_DISK = 15;

    @TempDir
    Path data;

    private final HistoryTown.SetClock clock = new HistoryTown.SetClock();
    private final HttpClient http = HttpClient.newHttpClient();
    private Platform platform;

    @BeforeEach
    void start() {
        platform = Platform.start(Platform.Config.local(0, data, Village.TEMPLATES, clock));
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    @Timeout(3600)
    void officesInMemoryEndEqualAndWhole() {
        seeds(IN_MEMORY).forEach(seed -> run(seed, Optional.empty()));
    }

    @Test
    @Timeout(3600)
    void officesOnDiskEndEqualAndWhole() {
        seeds(ON_DISK).forEach(seed -> run(seed, Optional.of(data.resolve("offices" + seed))));
    }

    private static IntStream seeds(int usual) {
        var one = Integer.getInteger("histories.seed", -1);
        return one >= 0 ? IntStream.of(one) : IntStream.range(0, Integer.getInteger("histories", usual));
    }

    private void run(int seed, Optional<Path> folder) {
        try (var history = new History(new HistoryTown(platform, http, clock, seed), seed, folder);
                var database = DriverManager.getConnection(url())) {
            try {
                var steps = 12 + history.below(25);
                for (var i = 0; i < steps; i++) {
                    history.step(Operation.ALL);
                }
                history.settle();
                new Invariants(history, database).check();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        "-Dhistories.seed=" + seed + ": " + e.getMessage() + "\n" + String.join("\n", history.log()),
                        e);
            }
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The database of the platform in this process, as it opened it. */
    private String url() {
        return "jdbc:h2:file:" + data.toAbsolutePath()
                + "/platform;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0;LOCK_TIMEOUT=20000"
                + ";DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=65536;USER=platform";
    }
}
