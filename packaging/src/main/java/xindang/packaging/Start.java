package xindang.packaging;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import xindang.cli.Main;
import xindang.cli.shell.DataFolder;
import xindang.cli.shell.Logs;
import xindang.desktop.boot.Desktop;
import xindang.model.common.Exempt;

/**
 * Starts the practice village in a window, or in the terminal if there is no display.
 *
 * <p>{@code mvn -q} starts it as its last step.
 */
@Exempt(from = Exempt.Rule.CONSOLE, because = "it is an entry point: it owns the console and the exit code")
public final class Start {
    private final Display display;
    private final PrintStream out;

    Start(Display display, PrintStream out) {
        this.display = display;
        this.out = out;
    }

    /** Entry point of {@code mvn -q}. The practice receives the arguments. */
    public static void main(String[] arguments) {
        Logs.to(DataFolder.of(System.getenv()).log());
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(new Start(Display.here(), out).run(Start::window, Start::terminal, arguments));
    }

    /** Chooses the window or the terminal, runs it, and returns its exit code. */
    int run(Practice window, Practice terminal, String... arguments) {
        if (!display.present()) {
            return terminal.start(arguments);
        }
        var remedy = display.remedy();
        if (remedy.isEmpty()) {
            return window.start(arguments);
        }
        out.println(Say.of("start.libraries", remedy.get()));
        return terminal.start(arguments);
    }

    private static int window(String... arguments) {
        return Desktop.practise(new WindowPractice(System.getenv(), arguments));
    }

    private static int terminal(String... arguments) {
        return Main.run(
                Stream.concat(Stream.of("practice"), Stream.of(arguments)).toArray(String[]::new));
    }

    /** One way to show the practice village. */
    @FunctionalInterface
    interface Practice {
        /** Runs to its end and returns the exit code of the process. */
        int start(String... arguments);
    }
}
