package xindang.platform;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import xindang.model.law.Gate;
import xindang.model.law.Scrutiny;
import xindang.model.region.Divisions;
import xindang.model.template.Templates;

/** A running city platform. */
public final class Platform implements AutoCloseable {
    private static final Duration CODE_VALIDITY = Duration.ofDays(3);

    private final PlatformDatabase database;
    private final Gateway gateway;
    private final OneTimeCodes codes;

    private Platform(PlatformDatabase database, Gateway gateway, OneTimeCodes codes) {
        this.database = database;
        this.gateway = gateway;
        this.codes = codes;
    }

    /**
     * What a platform needs.
     *
     * @param host address to listen on; the loopback address unless someone decides otherwise
     * @param port 0 for any free one
     * @param data directory of the platform's database and of codes that wait to be fetched
     * @param database JDBC URL of a PostgreSQL database, instead of the file in {@code data}
     * @param regionName the name people know a division code by, for the public page
     * @param scrutiny by what is judged what arrives, and whether values may be kept that devices do not keep
     */
    public record Config(
            String host,
            int port,
            Path data,
            Optional<String> database,
            Templates templates,
            Clock clock,
            UnaryOperator<String> regionName,
            Scrutiny scrutiny) {
        /** On the loopback address, with the database in a directory, showing codes where names are not known. */
        public static Config local(int port, Path data, Templates templates, Clock clock) {
            return new Config(
                    "127.0.0.1",
                    port,
                    data,
                    Optional.empty(),
                    templates,
                    clock,
                    UnaryOperator.identity(),
                    Gate::arrivingValue);
        }

        public Config withDatabase(String url) {
            return new Config(host, port, data, Optional.of(url), templates, clock, regionName, scrutiny);
        }

        public Config withRegionNames(UnaryOperator<String> names) {
            return new Config(host, port, data, database, templates, clock, names, scrutiny);
        }

        /** Judges values in a way of its own, as a platform of another age does. */
        public Config judging(Scrutiny other) {
            return new Config(host, port, data, database, templates, clock, regionName, other);
        }
    }

    /**
     * Opens the database, brings it to the present schema and begins to listen.
     *
     * @throws xindang.model.common.AppException FILE_LOCKED when another platform runs on the directory, NETWORK with
     *     the address when its port is taken, without when the database server does not answer, USAGE for a URL or directory that cannot be used
     */
    public static Platform start(Config config) {
        var database = PlatformDatabase.open(config.data(), config.database());
        try {
            var identity = Identity.of(database);
            var codes = OneTimeCodes.in(config.data(), config.clock());
            codes.settle();
            var states = new ChangeIntake(config.templates(), Divisions.harbin(), config.clock(), config.scrutiny());
            new HistorySearch(database, states).run();
            states.releaseAll(database);
            var cursors = new Cursors(identity);
            var access = new Access(database, identity, config.clock());
            var gateway = new Gateway(
                    access,
                    new Enrolments(database, identity, codes, config.clock()),
                    new Greeting(identity, config.templates(), config.clock()),
                    new Inbox(database, identity, cursors, states, config.clock()),
                    new Outbox(database, cursors),
                    new ReportPage(database, config.regionName()),
                    new Withholdings(database, states, config.clock()));
            gateway.start(config.host(), config.port());
            return new Platform(database, gateway, codes);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Where it is, such as {@code http://127.0.0.1:8443}. */
    public URI address() {
        return gateway.address();
    }

    /** A new one-time code that lets one device of the region in, for three days. */
    public String code(String region) {
        return codes.issue(region, CODE_VALIDITY);
    }

    /** Whether a platform ever ran on this directory, or a code was made for one. */
    public static boolean isAt(Path data) {
        return OneTimeCodes.are(data);
    }

    /**
     * A new one-time code for the platform whose directory this is, whether it runs or not.
     *
     * @param region division code of 4, 6, 9 or 12 digits
     * @throws xindang.model.common.AppException USAGE for what is no such code or a directory that cannot be written
     */
    public static String code(Path data, Clock clock, String region) {
        return OneTimeCodes.in(data, clock).issue(region, CODE_VALIDITY);
    }

    /** Lets requests that run end, then stops. */
    @Override
    public void close() {
        gateway.close();
        database.close();
    }
}
