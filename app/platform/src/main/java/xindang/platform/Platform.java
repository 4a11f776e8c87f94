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
     * The settings of a platform.
     *
     * @param host address to listen on; normally the loopback address
     * @param port 0 for any free port
     * @param data directory of the platform's database and of unused codes
     * @param database JDBC URL of a PostgreSQL database, instead of the file in {@code data}
     * @param regionName returns the name of a division code for the public page
     * @param scrutiny judges received changes, and whether values may be kept that devices do not keep
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
        /**
         * Returns settings for the loopback address, with the database in a directory. The public page shows division
         * codes instead of names.
         */
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

        /** Returns these settings with other rules for values, as a platform of another version has them. */
        public Config judging(Scrutiny other) {
            return new Config(host, port, data, database, templates, clock, regionName, other);
        }
    }

    /**
     * Opens the database, migrates it to the present schema and starts to listen.
     *
     * @throws xindang.model.common.AppException FILE_LOCKED if another platform uses the directory, NETWORK with the
     *     address if its port is used already, NETWORK without argument if the database server does not answer, USAGE
     *     for a wrong URL or directory
     */
    public static Platform start(Config config) {
        var database = PlatformDatabase.open(config.data(), config.database());
        try {
            var identity = Identity.of(database);
            var codes = OneTimeCodes.in(config.data(), config.clock());
            codes.createDirectory();
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

    /** Returns the address of the platform, such as {@code http://127.0.0.1:8443}. */
    public URI address() {
        return gateway.address();
    }

    /** Makes a one-time code for one device of the region, valid for three days. */
    public String code(String region) {
        return codes.issue(region, CODE_VALIDITY);
    }

    /** Returns true if a platform was started in this directory or a code was made for it. */
    public static boolean isAt(Path data) {
        return OneTimeCodes.existIn(data);
    }

    /**
     * Makes a one-time code for the platform in this directory, whether it runs or not.
     *
     * @param region division code of 4, 6, 9 or 12 digits
     * @throws xindang.model.common.AppException USAGE if the region is not such a code or the directory cannot be
     *     written
     */
    public static String code(Path data, Clock clock, String region) {
        return OneTimeCodes.in(data, clock).issue(region, CODE_VALIDITY);
    }

    /** Waits for running requests, then stops. */
    @Override
    public void close() {
        gateway.close();
        database.close();
    }
}
