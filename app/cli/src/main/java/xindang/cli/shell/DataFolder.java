package xindang.cli.shell;

import java.nio.file.Path;
import java.util.Map;

/** Where the program keeps what is the user's own: archives that were not placed elsewhere, practice, logs. */
public record DataFolder(Path root) {
    /** {@code %APPDATA%\xindang} on Windows, otherwise {@code $XDG_DATA_HOME/xindang} or {@code ~/.local/share/xindang}. */
    public static DataFolder of(Map<String, String> environment) {
        var data = environment.getOrDefault("XDG_DATA_HOME", "");
        var roaming = environment.getOrDefault("APPDATA", "");
        if (!data.isBlank()) {
            return new DataFolder(Path.of(data, "xindang"));
        }
        if (!roaming.isBlank()) {
            return new DataFolder(Path.of(roaming, "xindang"));
        }
        return new DataFolder(Path.of(System.getProperty("user.home"), ".local", "share", "xindang"));
    }

    /** The archive of someone who has one. */
    public Path archive() {
        return root.resolve("archive");
    }

    public Path platform() {
        return root.resolve("platform");
    }

    public Path log() {
        return root.resolve("log").resolve("xindang.log");
    }
}
