package xindang.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random histories of offices and a platform end with everything kept and everybody equal. {@code -Dhistories=5000} runs so
 * many in memory; {@code -Dhistories.seed=N} runs one again, which a failure names, and without the steps that the failure
 * does not need ({@code docs/reliability.md}).
 */
class HistoriesTest {
    private static final int FIRST = Integer.getInteger("histories.first", 0);
    private static final int IN_MEMORY = 40;
    private static final int ON_DISK = 4;
    /** Histories at one platform, each with a town of its own. */
    private static final int SHARED = 50;

    private static final Duration SHRINKING = Duration.ofMinutes(2);

    @TempDir
    Path data;

    private final Map<String, Integer> events = new TreeMap<>();
    private int folders;

    @Test
    @Timeout(36_000)
    void officesInMemoryEndEqualAndWhole() {
        run(Integer.getInteger("histories", IN_MEMORY), false);
    }

    @Test
    @Timeout(36_000)
    void officesOnDiskEndEqualAndWhole() {
        run(Integer.getInteger("histories.disk", ON_DISK), true);
    }

    private void run(int count, boolean onDisk) {
        int one = Integer.getInteger("histories.seed", -1);
        var seeds = one >= 0 ? IntStream.of(one) : IntStream.range(FIRST, FIRST + count);
        var failed = new ArrayList<String>();
        var left = seeds.boxed().toList();
        for (var from = 0; from < left.size(); from += SHARED) {
            try (var city = new HistoryCity(folder())) {
                for (var seed : left.subList(from, Math.min(from + SHARED, left.size()))) {
                    fault(city, seed, onDisk, Set.of()).ifPresent(fault -> {
                        System.err.println("seed " + seed + (onDisk ? " on disk: " : ": ")
                                + fault.lines().findFirst().orElse(""));
                        failed.add("-Dhistories.seed=" + seed + ": " + fault);
                    });
                }
            }
        }
        System.out.println(left.size() + " histories: " + events);
        if (one >= 0 && !failed.isEmpty()) {
            failed.set(0, failed.get(0) + "\nshrunk: " + shrunk(one, onDisk));
        }
        if (!failed.isEmpty()) {
            throw new AssertionError(failed.size() + " of " + left.size() + " histories failed\n" + failed.get(0));
        }
    }

    /** The fault of a history without the steps that it does not need. */
    private String shrunk(int seed, boolean onDisk) {
        var left = new TreeSet<Integer>();
        var end = System.nanoTime() + SHRINKING.toNanos();
        for (var step = 0; step < History.length(seed) && System.nanoTime() < end; step++) {
            left.add(step);
            if (faultOfItsOwn(seed, onDisk, left).isEmpty()) {
                left.remove(step);
            }
        }
        return faultOfItsOwn(seed, onDisk, left).orElse("");
    }

    private Optional<String> faultOfItsOwn(int seed, boolean onDisk, Set<Integer> without) {
        try (var city = new HistoryCity(folder())) {
            return fault(city, seed, onDisk, without);
        }
    }

    /** What is wrong at the end of a history, with what happened in it. */
    private Optional<String> fault(HistoryCity city, int seed, boolean onDisk, Set<Integer> without) {
        var folder = onDisk ? Optional.of(folder()) : Optional.<Path>empty();
        try (var history = new History(city, seed, folder)) {
            try {
                history.run(step -> !without.contains(step));
                history.settle();
                new Invariants(history).check();
                if (seed % 3 == 0) {
                    history.yearsPass();
                    var late = new Invariants(history);
                    late.check();
                    late.nothingDue();
                }
                history.events.forEach((what, times) -> events.merge(what, times, Integer::sum));
                return Optional.empty();
            } catch (AssertionError | RuntimeException e) {
                return Optional.of(e + " " + where(e) + "\n" + String.join("\n", history.log()));
            }
        }
    }

    private static String where(Throwable e) {
        for (var frame : e.getStackTrace()) {
            if (frame.getClassName().startsWith("xindang.")) {
                return frame.toString();
            }
        }
        return "";
    }

    private Path folder() {
        try {
            return Files.createDirectories(data.resolve(String.valueOf(++folders)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
