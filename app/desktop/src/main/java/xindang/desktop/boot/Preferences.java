package xindang.desktop.boot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.slf4j.LoggerFactory;
import xindang.desktop.shell.UnlockService;
import xindang.desktop.ui.Look;

/**
 * The settings outside archives: the look and the list of opened archives. They contain no data of an archive. The
 * program starts even if the file cannot be read or written.
 */
final class Preferences {
    private static final int REMEMBERED = 5;
    private static final String FILE = "desktop.properties";

    private final Path root;
    private final Properties values = new Properties();

    private Preferences(Path root) {
        this.root = root;
    }

    /**
     * Returns the preferences in the user's data folder. The command line has its default archive in the same folder.
     */
    static Preferences ofUser(Map<String, String> environment) {
        var data = environment.getOrDefault("XDG_DATA_HOME", "");
        var roaming = environment.getOrDefault("APPDATA", "");
        var home = Path.of(System.getProperty("user.home"), ".local", "share");
        var base = !data.isBlank() ? Path.of(data) : !roaming.isBlank() ? Path.of(roaming) : home;
        return in(base.resolve("xindang"));
    }

    static Preferences in(Path root) {
        var preferences = new Preferences(root);
        preferences.read();
        return preferences;
    }

    Look look() {
        try {
            return new Look(
                    Look.Tone.valueOf(values.getProperty("tone", Look.Tone.LIGHT.name())),
                    Look.Size.valueOf(values.getProperty("size", Look.Size.STANDARD.name())));
        } catch (IllegalArgumentException e) {
            return Look.STANDARD;
        }
    }

    void keep(Look look) {
        values.setProperty("tone", look.tone().name());
        values.setProperty("size", look.size().name());
        write();
    }

    /** Returns the default folder of an archive. */
    Path home() {
        return root.resolve("archive");
    }

    /** Returns the last used name of a person. */
    String person() {
        return values.getProperty("person", "");
    }

    List<UnlockService.Known> known() {
        var known = new ArrayList<UnlockService.Known>();
        for (var i = 0; i < REMEMBERED; i++) {
            var folder = values.getProperty("archive." + i, "");
            if (!folder.isEmpty()) {
                known.add(new UnlockService.Known(Path.of(folder), values.getProperty("name." + i, folder)));
            }
        }
        return known;
    }

    /** Saves an archive as the last opened one. */
    void opened(Path folder, String name, String person) {
        var all = new ArrayList<>(known());
        all.removeIf(k -> k.folder().equals(folder));
        all.add(0, new UnlockService.Known(folder, name));
        for (var i = 0; i < Math.min(REMEMBERED, all.size()); i++) {
            values.setProperty("archive." + i, all.get(i).folder().toString());
            values.setProperty("name." + i, all.get(i).name());
        }
        values.setProperty("person", person);
        write();
    }

    private void read() {
        var file = root.resolve(FILE);
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                values.load(in);
            } catch (IOException | IllegalArgumentException e) {
                LoggerFactory.getLogger(Preferences.class).warn("preferences not read", e);
            }
        }
    }

    private void write() {
        try {
            Files.createDirectories(root);
            var next = root.resolve(FILE + ".next");
            try (var out = Files.newBufferedWriter(next, StandardCharsets.UTF_8)) {
                values.store(out, null);
            }
            Files.move(next, root.resolve(FILE), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LoggerFactory.getLogger(Preferences.class).warn("preferences not kept", e);
        }
    }
}
