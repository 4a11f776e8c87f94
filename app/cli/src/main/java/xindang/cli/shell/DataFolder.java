package xindang.cli.shell;

import java.nio.file.Path;
import java.util.Map;

/** The data folder of the user: the default archive, practice archives and logs. */
public record DataFolder(Path root) {
    /**
     * Returns {@code $XDG_DATA_HOME/xindang} if that variable is set. Otherwise it is {@code %APPDATA%\xindang} on
     * Windows and {@code ~/.local/share/xindang} elsewhere.
     */
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

    /** Returns the folder of the default archive. */
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
