package xindang.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
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
    private static final int IN_MEMORY = 500;
    private static final int ON_DISK = 30;
    /** Histories at one platform, each with a town of its own. */
    private static final int SHARED = 25;

    private static final int SHARED_ON_DISK = 5;

    private static final Duration SHRINKING = Duration.ofMinutes(2);

    static {
        QuickCurve.use();
    }

    @TempDir
    Path data;

    private final Map<String, Integer> events = new ConcurrentSkipListMap<>();
    private final AtomicInteger folders = new AtomicInteger();

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
        var seeds = (one >= 0 ? IntStream.of(one) : IntStream.range(FIRST, FIRST + count))
                .boxed()
                .toList();
        var failed = faults(seeds, onDisk);
        System.out.println(seeds.size() + " histories: " + events);
        if (one >= 0 && !failed.isEmpty()) {
            failed.computeIfPresent(one, (seed, fault) -> fault + "\nshrunk: " + shrunk(one, onDisk));
        }
        if (!failed.isEmpty()) {
            var first = failed.firstEntry();
            throw new AssertionError(failed.size() + " of " + seeds.size() + " histories failed: " + failed.keySet()
                    + "\n-Dhistories.seed=" + first.getKey() + ": " + first.getValue());
        }
    }

    /** What is wrong at the end of which histories; as many run at once as there are processors. */
    private NavigableMap<Integer, String> faults(List<Integer> seeds, boolean onDisk) {
        var failed = new ConcurrentSkipListMap<Integer, String>();
        var pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            var parts = new ArrayList<Future<?>>();
            var shared = onDisk ? SHARED_ON_DISK : SHARED;
            for (var from = 0; from < seeds.size(); from += shared) {
                var part = seeds.subList(from, Math.min(from + shared, seeds.size()));
                parts.add(pool.submit(() -> failed.putAll(faultsInOneCity(part, onDisk))));
            }
            for (var part : parts) {
                part.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        } finally {
            pool.shutdownNow();
        }
        return failed;
    }

    private SortedMap<Integer, String> faultsInOneCity(List<Integer> seeds, boolean onDisk) {
        var failed = new TreeMap<Integer, String>();
        try (var city = new HistoryCity(folder())) {
            for (var seed : seeds) {
                fault(city, seed, onDisk, Set.of()).ifPresent(fault -> {
                    System.err.println("seed " + seed + (onDisk ? " on disk: " : ": ")
                            + fault.lines().findFirst().orElse(""));
                    failed.put(seed, fault);
                });
            }
        }
        return failed;
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
                history.everybodyOpens();
                new Invariants(history).check();
                if (seed % 5 == 0) {
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
            return Files.createDirectories(data.resolve(String.valueOf(folders.incrementAndGet())));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
