package xindang.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import xindang.cli.shell.DataFolder;
import xindang.cli.shell.Logs;
import xindang.cli.shell.Terminal;
import xindang.model.common.Exempt;

/** The entry point of the command line. */
@Exempt(from = Exempt.Rule.CONSOLE, because = "it is an entry point: it owns the console and the exit code")
@Exempt(from = Exempt.Rule.CLOCK, because = "it is an entry point: the time of the machine comes in here")
public final class Main {
    /** China has a single time zone. The setting of the computer is ignored. */
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs a command on the console of this process and returns its exit code. */
    public static int run(String... args) {
        var interruption = new Interruption();
        interruption.listen();
        try {
            return run(interruption, args);
        } finally {
            interruption.markFinished();
        }
    }

    private static int run(Interruption interruption, String... args) {
        quietLibraries();
        var environment = System.getenv();
        Logs.to(DataFolder.of(environment).log());
        var program = new Program(terminal(environment, interruption::stopRequested), interruption::await);
        return program.run(args);
    }

    private static Terminal terminal(Map<String, String> environment, BooleanSupplier cancelled) {
        var console = Optional.ofNullable(System.console());
        return new Terminal(
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                environment,
                Clock.system(CHINA),
                console.map(keyboard -> question -> {
                    var typed = keyboard.readPassword("%s", question);
                    return typed == null ? new char[0] : typed;
                }),
                console.isPresent(),
                cancelled);
    }

    private static void quietLibraries() {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }
}
