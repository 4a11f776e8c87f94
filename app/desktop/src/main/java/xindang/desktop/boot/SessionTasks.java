package xindang.desktop.boot;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import xindang.desktop.ui.Running;
import xindang.desktop.ui.Tasks;

/** The background work of one open archive. Results and failures are dropped after the archive is closed. */
final class SessionTasks implements Tasks {
    private final Tasks tasks;
    private final Runnable changed;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final List<Running> running = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();

    /**
     * Creates it.
     *
     * @param changed runs on the screen thread when a work may have written something
     */
    SessionTasks(Tasks tasks, Runnable changed) {
        this.tasks = tasks;
        this.changed = changed;
    }

    /** Returns the number of failed works in ordered lanes. These lanes run the saves. */
    int failures() {
        return failures.get();
    }

    /** Drops all results from now on and asks long works to stop. */
    void close() {
        closed.set(true);
        running.forEach(Running::cancel);
    }

    @Override
    public <T> Running start(String name, Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        var started = tasks.start(name, work, open(then(done)), open(failed));
        running.removeIf(other -> !other.activeProperty().get());
        running.add(started);
        return started;
    }

    @Override
    public Lane inOrder(String name) {
        var lane = tasks.inOrder(name);
        return new Lane() {
            @Override
            public <T> void run(Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
                lane.run(work, open(then(done)), open(problem -> {
                    failures.incrementAndGet();
                    failed.accept(problem);
                }));
            }
        };
    }

    @Override
    public Lane latest(String name) {
        return lane(tasks.latest(name));
    }

    private <T> Consumer<T> then(Consumer<T> done) {
        return result -> {
            done.accept(result);
            changed.run();
        };
    }

    private Lane lane(Lane lane) {
        return new Lane() {
            @Override
            public <T> void run(Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
                lane.run(work, open(done), open(failed));
            }
        };
    }

    private <T> Consumer<T> open(Consumer<T> handler) {
        return result -> {
            if (!closed.get()) {
                handler.accept(result);
            }
        };
    }
}
