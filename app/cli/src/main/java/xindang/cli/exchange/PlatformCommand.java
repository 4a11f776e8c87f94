package xindang.cli.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import xindang.cli.shell.Json;
import xindang.cli.shell.Session;
import xindang.cli.shell.Usage;
import xindang.model.region.Divisions;
import xindang.model.value.DivisionCode;
import xindang.platform.Platform;

/** Runs a reference platform until it is told to stop, or makes a one-time code for one. */
@Command(name = "platform")
public final class PlatformCommand implements Callable<Integer> {
    private final Session session;
    private final Stay stay;

    @Option(names = "--port", paramLabel = "N", descriptionKey = "help.platform.port")
    private int port = 8370;

    @Option(names = "--db", paramLabel = "JDBC-URL", descriptionKey = "help.platform.db")
    private @Nullable String database;

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "help.platform.data")
    private @Nullable Path data;

    /** @param stay waits until somebody ends the program */
    public PlatformCommand(Session session, Stay stay) {
        this.session = session;
        this.stay = stay;
    }

    /** Waits for the end of the program. */
    @FunctionalInterface
    public interface Stay {
        /** Returns when the platform is to stop. */
        void untilStopped();
    }

    @Override
    public Integer call() {
        if (port < 0 || port > 65535) {
            throw new Usage(session.text().of("platform.port", Integer.toString(port)));
        }
        var folder =
                Optional.ofNullable(data).orElseGet(() -> session.dataFolder().platform());
        var local = Platform.Config.local(port, folder, session.templates(), session.clock())
                .withRegionNames(code -> Divisions.harbin().fullPath(DivisionCode.of(code)));
        var config = Optional.ofNullable(database).map(local::withDatabase).orElse(local);
        try (var platform = Platform.start(config)) {
            session.answer(
                    new Json()
                            .put("address", platform.address().toString())
                            .put("data", folder.toAbsolutePath().toString()),
                    List.of(
                            session.text().of("platform.runs", platform.address()),
                            session.text().of("platform.data", folder.toAbsolutePath())));
            session.terminal().out().flush();
            stay.untilStopped();
        }
        return 0;
    }
}
