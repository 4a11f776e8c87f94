package xindang.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipInputStream;
import xindang.model.law.Gate;
import xindang.model.region.Division;
import xindang.model.region.Divisions;
import xindang.model.value.DivisionCode;
import xindang.model.value.DivisionLevel;
import xindang.platform.Platform;

/** A city platform at which each history has a town of its own. It can be set back to an older state. */
final class HistoryCity implements AutoCloseable {
    static final Divisions DIVISIONS = Divisions.harbin();

    /** Towns with villages enough to move between. */
    private static final List<String> TOWNS = DIVISIONS
            .children(DIVISIONS.root().code())
            .stream()
            .flatMap(HistoryCity::below)
            .filter(division -> division.code().level() == DivisionLevel.TOWNSHIP)
            .map(division -> division.code().digits())
            .filter(town -> villages(town).size() > 2)
            .toList();

    private static final int EVEN = TOWNS.size() / 2 * 2;

    final SetClock clock = SetClock.truth();
    /** Whether the platform judges what arrives; one of before did not. */
    final AtomicBoolean knows = new AtomicBoolean(true);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private Platform platform;
    private Connection database;
    private boolean kept;

    HistoryCity(Path folder) {
        this.folder = folder;
        platform = started();
        database = connected();
    }

    private static java.util.stream.Stream<Division> below(Division division) {
        return java.util.stream.Stream.concat(
                java.util.stream.Stream.of(division),
                DIVISIONS.children(division.code()).stream().flatMap(HistoryCity::below));
    }

    /** Nine digits of the town of a history. */
    static String town(int history) {
        return TOWNS.get(Math.floorMod(2 * history, EVEN));
    }

    /** The other town of a history, beside its town or far from it. */
    static String otherTown(int history, boolean isFar) {
        return TOWNS.get(Math.floorMod(2 * history + 1 + (isFar ? EVEN / 4 * 2 : 0), EVEN));
    }

    /** Twelve digits of the villages of a town. */
    static List<String> villages(String town) {
        return DIVISIONS.children(DivisionCode.of(town)).stream()
                .map(village -> village.code().padded())
                .limit(4)
                .toList();
    }

    private Platform started() {
        return Platform.start(Platform.Config.local(0, folder, Village.TEMPLATES, clock)
                .judging((template, change, path, value) ->
                        knows.get() ? Gate.arrivingValue(template, change, path, value) : Optional.empty()));
    }

    private Connection connected() {
        try {
            return DriverManager.getConnection("jdbc:h2:file:" + folder.toAbsolutePath()
                    + "/platform;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0;LOCK_TIMEOUT=20000"
                    + ";DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=65536;QUERY_CACHE_SIZE=128;USER=platform");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Where offices look for the platform, wherever it is. */
    URI address() {
        return URI.create("http://127.0.0.1:9");
    }

    String code(String region) {
        return platform.code(region);
    }

    HttpClient network(long seed, int oneIn) {
        return new LossyNetwork(http, () -> platform.address(), seed, oneIn);
    }

    Connection database() {
        return database;
    }

    /** Keeps the present state of the platform, as a backup does. */
    void keep() {
        try (var statement = database.createStatement()) {
            statement.execute("backup to '" + backup() + "'");
            kept = true;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private Path backup() {
        return folder.resolve("backup.zip").toAbsolutePath();
    }

    boolean isKept() {
        return kept;
    }

    /** Sets the platform back to what was kept. */
    void setBack() {
        stop();
        try (var zip = new ZipInputStream(Files.newInputStream(backup()))) {
            for (var file = zip.getNextEntry(); file != null; file = zip.getNextEntry()) {
                var name = Path.of(file.getName()).getFileName();
                Files.copy(zip, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        platform = started();
        database = connected();
    }

    /** Another history begins. */
    void begin() {
        clock.set();
        knows.set(true);
        kept = false;
    }

    private void stop() {
        platform.close();
        try {
            database.close();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
