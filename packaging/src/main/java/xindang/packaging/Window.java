package xindang.packaging;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import xindang.cli.shell.DataFolder;
import xindang.cli.shell.Logs;
import xindang.desktop.boot.Desktop;
import xindang.model.common.Exempt;

/** Opens the window for a person's own archives: {@code packaging/xindang desktop [--archive DIR]}. */
@Exempt(from = Exempt.Rule.CONSOLE, because = "it is an entry point: it owns the console and the exit code")
public final class Window {
    private static final int USAGE = 2;

    private final Display display;
    private final PrintStream out;

    Window(Display display, PrintStream out) {
        this.display = display;
        this.out = out;
    }

    public static void main(String[] arguments) {
        Logs.to(DataFolder.of(System.getenv()).log());
        var out = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new Window(Display.here(), out).run(Window::open, List.of(arguments)));
    }

    private static int open(Optional<Path> archive) {
        return Desktop.start(archive, Optional.of(new WindowPractice(System.getenv())));
    }

    /** Opens the window, or prints what the machine lacks. */
    int run(Opening opening, List<String> arguments) {
        var given = arguments.subList(Math.min(1, arguments.size()), arguments.size());
        var named = given.size() == 2 && given.get(0).equals("--archive");
        if (!given.isEmpty() && !named) {
            return refused(Say.of("window.usage"));
        }
        if (!display.present()) {
            return refused(Say.of("window.display"));
        }
        var remedy = display.remedy();
        if (remedy.isPresent()) {
            return refused(Say.of("window.libraries", remedy.get()));
        }
        return opening.open(
                named ? Optional.of(Path.of(given.get(1)).toAbsolutePath().normalize()) : Optional.empty());
    }

    private int refused(String why) {
        out.println(why);
        return USAGE;
    }

    /** Shows the window until a person closes it. */
    @FunctionalInterface
    interface Opening {
        /**
         * Returns the exit code of the process.
         *
         * @param archive shown first on the opening page
         */
        int open(Optional<Path> archive);
    }
}
