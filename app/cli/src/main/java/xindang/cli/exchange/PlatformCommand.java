package xindang.cli.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import xindang.cli.shell.CliSession;
import xindang.cli.shell.Json;
import xindang.cli.shell.Usage;
import xindang.model.common.AppException;
import xindang.model.common.Failed;
import xindang.model.region.Divisions;
import xindang.model.value.DivisionCode;
import xindang.platform.Platform;

/** Runs a reference platform until it is stopped. Its subcommand creates a one-time code. */
@Command(name = "platform")
public final class PlatformCommand implements Callable<Integer> {
    private final CliSession session;
    private final Serving serving;

    @Option(names = "--port", paramLabel = "N", descriptionKey = "help.platform.port")
    private int port = 8370;

    @Option(names = "--db", paramLabel = "JDBC-URL", descriptionKey = "help.platform.db")
    private @Nullable String database;

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "help.platform.data")
    private @Nullable Path data;

    /**
     * Creates the command.
     *
     * @param serving waits until the program is stopped
     */
    public PlatformCommand(CliSession session, Serving serving) {
        this.session = session;
        this.serving = serving;
    }

    /** Waits for the end of the program. */
    @FunctionalInterface
    public interface Serving {
        /** Returns when the platform must stop. */
        void untilStopped();
    }

    @Override
    public Integer call() {
        if (port < 0 || port > 65535) {
            throw new Usage(session.text().of("platform.port", Integer.toString(port)));
        }
        if (database != null && !database.startsWith("jdbc:postgresql:")) {
            throw new Usage(session.text().of("platform.db"));
        }
        var folder =
                Optional.ofNullable(data).orElseGet(() -> session.dataFolder().platform());
        var local = Platform.Config.local(port, folder, session.templates(), session.clock())
                .withRegionNames(code -> Divisions.harbin().fullPath(DivisionCode.of(code)));
        var config = Optional.ofNullable(database).map(local::withDatabase).orElse(local);
        try (var platform = start(config)) {
            session.answer(
                    new Json()
                            .put("address", platform.address().toString())
                            .put("data", folder.toAbsolutePath().toString()),
                    List.of(
                            session.text().of("platform.runs", platform.address()),
                            session.text().of("platform.data", folder.toAbsolutePath())));
            session.terminal().out().flush();
            serving.untilStopped();
        }
        return 0;
    }

    private Platform start(Platform.Config config) {
        try {
            return Platform.start(config);
        } catch (AppException e) {
            LoggerFactory.getLogger(PlatformCommand.class).error("no platform: {}", new Failed(e));
            throw new Usage(e.code(), sentence(e, config));
        }
    }

    private String sentence(AppException failure, Platform.Config config) {
        var text = session.text();
        var folder = config.data().toAbsolutePath();
        return switch (failure.code()) {
            case FILE_LOCKED -> text.of("platform.locked", folder);
            case FILE_DAMAGED -> text.of("platform.damaged", folder);
            case USAGE -> text.of("platform.folder", folder);
            case NETWORK ->
                failure.args().isEmpty()
                        ? text.of("platform.db.silent")
                        : text.of("platform.port.taken", failure.args().get(0));
            default -> session.sentences().of(failure);
        };
    }
}
