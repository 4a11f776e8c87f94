package xindang.packaging;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks whether this machine can show a window.
 *
 * <p>The check runs before the first JavaFX class is loaded. On Linux, JavaFX ends the process or throws from native
 * code if a library or the X server is missing, and does not name what to install.
 */
final class Display {
    /** The native libraries of a window on Linux, each with its Debian package. */
    private static final List<Library> LIBRARIES = List.of(
            new Library("libgtk-3.so.0", "libgtk-3-0"),
            new Library("libXtst.so.6", "libxtst6"),
            new Library("libXxf86vm.so.1", "libxxf86vm1"),
            new Library("libGL.so.1", "libgl1"),
            new Library("libpangoft2-1.0.so.0", "libpangoft2-1.0-0"));

    /** Folders of shared libraries on Linux. {@code %s} is the multiarch name of the processor. */
    private static final List<String> FOLDERS =
            List.of("/usr/lib/%s-linux-gnu", "/lib/%s-linux-gnu", "/usr/lib64", "/lib64", "/usr/lib", "/lib");

    private static final Pattern LOCAL = Pattern.compile("(?:unix)?:(\\d+)(?:\\.\\d+)?");

    private final String system;
    private final String processor;
    private final Map<String, String> environment;
    private final Predicate<Path> exists;

    /**
     * Creates a check for a machine.
     *
     * @param system the value of {@code os.name}
     * @param processor the value of {@code os.arch}
     */
    Display(String system, String processor, Map<String, String> environment, Predicate<Path> exists) {
        this.system = system.toLowerCase(Locale.ROOT);
        this.processor = processor.equals("amd64") ? "x86_64" : processor;
        this.environment = Map.copyOf(environment);
        this.exists = exists;
    }

    /** Returns the check for this machine. */
    static Display here() {
        return new Display(
                System.getProperty("os.name"), System.getProperty("os.arch"), System.getenv(), Files::exists);
    }

    /** Returns true if the machine has a display. Only Linux may have none. */
    boolean present() {
        if (!linux()) {
            return true;
        }
        String name = environment.getOrDefault("DISPLAY", "");
        if (name.isEmpty()) {
            return false;
        }
        Matcher local = LOCAL.matcher(name);
        return !local.matches() || exists.test(Path.of("/tmp/.X11-unix/X" + local.group(1)));
    }

    /** Returns the Debian packages that must be installed before a window can open; empty if nothing is missing. */
    List<String> missingPackages() {
        if (!linux()) {
            return List.of();
        }
        return LIBRARIES.stream()
                .filter(library -> folders().noneMatch(folder -> exists.test(folder.resolve(library.file()))))
                .map(Library::debian)
                .toList();
    }

    /** Returns the command that installs the missing packages; empty if nothing is missing. */
    Optional<String> remedy() {
        List<String> missing = missingPackages();
        return missing.isEmpty() ? Optional.empty() : Optional.of("apt-get install " + String.join(" ", missing));
    }

    private boolean linux() {
        return system.contains("linux");
    }

    private Stream<Path> folders() {
        return FOLDERS.stream().map(pattern -> Path.of(pattern.formatted(processor)));
    }

    private record Library(String file, String debian) {}
}
