package xindang.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import xindang.model.common.Exempt;

/**
 * Measures the time from the start of the process until the window is drawn. The baseline is the smallest JavaFX
 * window. The classes of both come from a shared archive, as in an installed product; the times without it are shown
 * too.
 */
@Exempt(from = Exempt.Rule.CONSOLE, because = "it tells its results to the process that started it")
public final class WindowBenchmark {
    private static final int ROUNDS = 7;

    private final Scratch scratch;
    private final String display;
    private final String classPath;

    private WindowBenchmark(Scratch scratch, String display) throws IOException {
        this.scratch = scratch;
        this.display = display;
        this.classPath = jars();
    }

    /** Time until a window was drawn, in seconds of the wall clock and of the processor. */
    private record Shown(double wall, double processor) {}

    /** Prints the results. Starts {@code Xvfb} if there is no screen. */
    public static void main(String[] arguments) throws Exception {
        var there = System.getenv("DISPLAY");
        try (var scratch = Scratch.make()) {
            if (there != null && !there.isBlank()) {
                new WindowBenchmark(scratch, there).measure();
                return;
            }
            var screen = new ProcessBuilder(
                            "Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (var lines = reader(screen)) {
                new WindowBenchmark(scratch, ":" + lines.readLine()).measure();
            } finally {
                screen.destroy();
                screen.waitFor();
            }
        }
    }

    private void measure() throws IOException, InterruptedException {
        var product = scratch.at("product.jsa");
        var bare = scratch.at("bare.jsa");
        show(ProductWindow.class, "-XX:ArchiveClassesAtExit=" + product);
        show(BareWindow.class, "-XX:ArchiveClassesAtExit=" + bare);
        var shared = new ArrayList<Shown>();
        var sharedBare = new ArrayList<Shown>();
        var plain = new ArrayList<Shown>();
        var plainBare = new ArrayList<Shown>();
        for (var round = 0; round < ROUNDS; round++) {
            shared.add(show(ProductWindow.class, "-XX:SharedArchiveFile=" + product));
            sharedBare.add(show(BareWindow.class, "-XX:SharedArchiveFile=" + bare));
            plain.add(show(ProductWindow.class, "-Xshare:auto"));
            plainBare.add(show(BareWindow.class, "-Xshare:auto"));
        }
        tell("window shown, class data shared: time / a bare window, shared too", 3, "x", ratios(shared, sharedBare));
        tell("- the same / a bare window as it is", 0, "x", ratios(shared, plainBare));
        tell("- neither shared", 0, "x", ratios(plain, plainBare));
        tell("- both shared, in processor time", 0, "x", processorRatios(shared, sharedBare));
        tell("- the product, shared", 0, "s", walls(shared));
        tell("- a bare window, shared", 0, "s", walls(sharedBare));
    }

    private static List<Double> ratios(List<Shown> ours, List<Shown> theirs) {
        var ratios = new ArrayList<Double>();
        for (var i = 0; i < ours.size(); i++) {
            ratios.add(ours.get(i).wall() / theirs.get(i).wall());
        }
        return ratios;
    }

    private static List<Double> processorRatios(List<Shown> ours, List<Shown> theirs) {
        var ratios = new ArrayList<Double>();
        for (var i = 0; i < ours.size(); i++) {
            ratios.add(ours.get(i).processor() / theirs.get(i).processor());
        }
        return ratios;
    }

    private static List<Double> walls(List<Shown> shown) {
        return shown.stream().map(Shown::wall).toList();
    }

    private Shown show(Class<?> program, String sharing) throws IOException, InterruptedException {
        var flags = List.of(sharing, "-Xlog:cds=off", "-Xlog:cds+dynamic=off", "-Dprism.order=sw");
        var builder = new ProcessBuilder(Jvm.command(flags, classPath, program));
        builder.environment().put("DISPLAY", display);
        builder.environment().put("XDG_DATA_HOME", scratch.at("home").toString());
        var start = System.nanoTime();
        var process = builder.redirectErrorStream(true).start();
        try (var lines = reader(process)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals(WindowWatch.SHOWN)) {
                    var wall = (System.nanoTime() - start) / 1e9;
                    var processor = Double.parseDouble(lines.readLine());
                    lines.lines().forEach(System.out::println);
                    process.waitFor();
                    return new Shown(wall, processor);
                }
                System.out.println(line);
            }
        }
        throw new IllegalStateException("no window of " + program);
    }

    /** Returns the class path with jars in place of folders, because classes in folders are not shared. */
    private String jars() throws IOException {
        var jars = new ArrayList<String>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            var path = Path.of(entry);
            jars.add(Files.isDirectory(path) ? jar(path, jars.size()) : entry);
        }
        return String.join(File.pathSeparator, jars);
    }

    private String jar(Path folder, int no) throws IOException {
        var jar = scratch.at("classes-" + no + ".jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).sorted().forEach(file -> add(out, folder, file));
        }
        return jar.toString();
    }

    private static void add(JarOutputStream out, Path folder, Path file) {
        try {
            out.putNextEntry(new JarEntry(folder.relativize(file).toString().replace(File.separatorChar, '/')));
            Files.copy(file, out);
            out.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static void tell(String what, double limit, String unit, List<Double> figures) {
        System.out.println(new Result(what, limit, unit, Spread.of(figures)).line());
    }
}
