package xindang.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import xindang.model.common.Exempt;

/** Runs each benchmark in its own process and prints one table. */
@Exempt(from = Exempt.Rule.CONSOLE, because = "it is a program, and its table is what it is for")
public final class All {
    private All() {}

    /** Runs the named benchmarks, or all of them without a name. The exit code is 1 if a benchmark did not finish. */
    public static void main(String[] names) throws IOException, InterruptedException {
        var chosen = names.length == 0
                ? List.of(Benchmark.values())
                : Arrays.stream(names)
                        .map(name -> Benchmark.valueOf(name.toUpperCase(Locale.ROOT)))
                        .toList();
        var results = new ArrayList<Result>();
        var whole = true;
        for (var benchmark : chosen) {
            System.err.println(benchmark.name().toLowerCase(Locale.ROOT) + " ...");
            whole &= run(benchmark, results, System.err) == 0;
        }
        System.out.println("| measured | target | least | median | most | met |");
        System.out.println("|---|---|---|---|---|---|");
        results.forEach(result -> System.out.println(result.row()));
        System.exit(whole ? 0 : 1);
    }

    private static int run(Benchmark benchmark, List<Result> results, PrintStream log)
            throws IOException, InterruptedException {
        var process = new ProcessBuilder(Jvm.command(List.of(benchmark.heap), benchmark.program))
                .redirectErrorStream(true)
                .start();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var result = Result.read(line);
                result.ifPresent(results::add);
                log.println(result.map(Result::row).orElse(line));
            }
        }
        return process.waitFor();
    }

    /** The benchmarks. */
    private enum Benchmark {
        IMPORT(ImportBenchmark.class, "-Xmx256m"),
        AGAIN(AgainBenchmark.class, "-Xmx256m"),
        RATE(RateBenchmark.class, "-Xmx256m"),
        PULL(PullBenchmark.class, "-Xmx1g"),
        SEARCH(SearchBenchmark.class, "-Xmx1g"),
        REPORTS(ReportBenchmark.class, "-Xmx256m"),
        EXCHANGE(ExchangeBenchmark.class, "-Xmx1g"),
        WINDOW(WindowBenchmark.class, "-Xmx256m");

        private final Class<?> program;
        private final String heap;

        Benchmark(Class<?> program, String heap) {
            this.program = program;
            this.heap = heap;
        }
    }
}
