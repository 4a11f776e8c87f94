package xindang.desktop.ui;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.slf4j.LoggerFactory;
import xindang.model.common.Exempt;

/** Runs background work on named daemon threads. No other class of the desktop creates threads. */
@Exempt(from = Exempt.Rule.THREADS, because = "it is the one place of the desktop that makes threads")
@Exempt(from = Exempt.Rule.CATCH_ALL, because = "every exception of a work is passed to the screen thread")
public final class FxTasks implements Tasks, AutoCloseable {
    /** Long enough for the letters of a pinyin syllable, too short to be noticed. */
    private static final Duration PAUSE = Duration.ofMillis(120);
    /** Minimum time between two progress updates. More updates would slow down the screen thread. */
    private static final long SHOWN_EVERY_NANOS = 50_000_000L;

    private static final long LONGEST_SAVE_SECONDS = 30;

    private final Map<String, ExecutorService> lines = new ConcurrentHashMap<>();
    private final ScheduledExecutorService pool;

    public FxTasks() {
        pool = Executors.newScheduledThreadPool(4, named("xindang-work"));
    }

    @Override
    public <T> Running start(String name, Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        var running = new Running();
        pool.execute(() -> perform(name, work, running, done, failed));
        return running;
    }

    @Override
    public Lane inOrder(String name) {
        var line = lines.computeIfAbsent(name, n -> Executors.newSingleThreadExecutor(named("xindang-" + n)));
        return new Lane() {
            @Override
            public <T> void run(Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
                line.execute(() -> perform(name, work, new Running(), done, failed));
            }
        };
    }

    @Override
    public Lane latest(String name) {
        return new Latest(name, pool);
    }

    /**
     * Waits until all work in the lanes is done, at most 30 seconds for each lane. Closing the window loses no save.
     *
     * <p>The results are then queued for the screen thread.
     */
    public void drain() {
        for (var line : lines.values()) {
            try {
                line.submit(() -> {}).get(LONGEST_SAVE_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException | ExecutionException e) {
                LoggerFactory.getLogger(FxTasks.class).error("a save did not end in time");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        drain();
        lines.values().forEach(ExecutorService::shutdown);
        pool.shutdownNow();
    }

    private static <T> void perform(
            String name, Work<T> work, Running running, Consumer<T> done, Consumer<Throwable> failed) {
        var thread = Thread.currentThread();
        var idle = thread.getName();
        thread.setName(idle + ":" + name);
        try {
            var result = work.run(new Shown(running));
            Platform.runLater(() -> {
                running.end();
                done.accept(result);
            });
        } catch (Throwable e) { // also an Error: the thread pool would ignore it, the handler shows and logs it
            Platform.runLater(() -> {
                running.end();
                failed.accept(e);
            });
        } finally {
            thread.setName(idle);
        }
    }

    private static ThreadFactory named(String name) {
        var count = new AtomicLong();
        return work -> {
            var thread = new Thread(work, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Sends progress to the screen thread. */
    private static final class Shown implements Progress {
        private final Running running;
        private long shownAt = System.nanoTime() - SHOWN_EVERY_NANOS;

        private Shown(Running running) {
            this.running = running;
        }

        @Override
        public void at(long done, long total) {
            var now = System.nanoTime();
            if (now - shownAt < SHOWN_EVERY_NANOS && done < total) {
                return;
            }
            shownAt = now;
            Platform.runLater(() -> running.show(done, total));
        }

        @Override
        public boolean cancelled() {
            return running.cancelled();
        }
    }

    /** Runs only the newest work, after a pause. Drops the results of older work. */
    private static final class Latest implements Lane {
        private final String name;
        private final ScheduledExecutorService pool;
        private final AtomicLong newest = new AtomicLong();

        private Latest(String name, ScheduledExecutorService pool) {
            this.name = name;
            this.pool = pool;
        }

        @Override
        public <T> void run(Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
            var mine = newest.incrementAndGet();
            Executor later = task -> {
                var scheduled = pool.schedule(task, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                assert scheduled != null;
            };
            later.execute(() -> {
                if (newest.get() == mine) {
                    perform(
                            name,
                            work,
                            new Running(),
                            result -> ifNewest(mine, () -> done.accept(result)),
                            error -> ifNewest(mine, () -> failed.accept(error)));
                }
            });
        }

        private void ifNewest(long mine, Runnable handler) {
            if (newest.get() == mine) {
                handler.run();
            }
        }
    }
}
