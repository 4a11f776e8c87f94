package xindang.desktop.boot;

import java.nio.file.Path;
import java.util.Optional;
import xindang.model.common.Exempt;

/** Starts the window: {@code [--archive FOLDER]}. It extends no toolkit class, so that the class path is enough. */
@Exempt(from = Exempt.Rule.CONSOLE, because = "A window that closed ends the process, toolkit threads or not.")
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        var archive = args.length == 2 && args[0].equals("--archive")
                ? Optional.of(Path.of(args[1]))
                : Optional.<Path>empty();
        System.exit(Desktop.start(archive, Optional.empty()));
    }
}
