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
 * Whether a window can be shown on this machine.
 *
 * <p>Asked before the first JavaFX class is loaded: the toolkit of Linux ends the process, or throws from a native call,
 * when a library or the X server is missing, and neither says what to install.
 */
final class Display {
    /** What the window loads on Linux, each with the Debian package that brings it. */
    private static final List<Library> LIBRARIES = List.of(
            new Library("libgtk-3.so.0", "libgtk-3-0"),
            new Library("libXtst.so.6", "libxtst6"),
            new Library("libXxf86vm.so.1", "libxxf86vm1"),
            new Library("libGL.so.1", "libgl1"),
            new Library("libpangoft2-1.0.so.0", "libpangoft2-1.0-0"));

    /** Where Linux distributions keep shared libraries, {@code %s} being the multiarch name of the processor. */
    private static final List<String> FOLDERS =
            List.of("/usr/lib/%s-linux-gnu", "/lib/%s-linux-gnu", "/usr/lib64", "/lib64", "/usr/lib", "/lib");

    private static final Pattern LOCAL = Pattern.compile("(?:unix)?:(\\d+)(?:\\.\\d+)?");

    private final String system;
    private final String processor;
    private final Map<String, String> environment;
    private final Predicate<Path> exists;

    /**
     * @param system the value of {@code os.name}
     * @param processor the value of {@code os.arch}
     */
    Display(String system, String processor, Map<String, String> environment, Predicate<Path> exists) {
        this.system = system.toLowerCase(Locale.ROOT);
        this.processor = processor.equals("amd64") ? "x86_64" : processor;
        this.environment = Map.copyOf(environment);
        this.exists = exists;
    }

    /** The machine this runs on. */
    static Display here() {
        return new Display(
                System.getProperty("os.name"), System.getProperty("os.arch"), System.getenv(), Files::exists);
    }

    /** Whether somebody sits before a screen; only Linux is ever without. */
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

    /** The Debian packages to install before a window can open; empty where nothing is missing. */
    List<String> missingPackages() {
        if (!linux()) {
            return List.of();
        }
        return LIBRARIES.stream()
                .filter(library -> folders().noneMatch(folder -> exists.test(folder.resolve(library.file()))))
                .map(Library::debian)
                .toList();
    }

    /** The one command that makes a window possible, if one is needed. */
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
