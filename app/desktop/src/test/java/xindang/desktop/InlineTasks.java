package xindang.desktop;

import java.util.function.Consumer;
import xindang.desktop.ui.Running;
import xindang.desktop.ui.Tasks;

/** Runs every work at once in the same thread. A test sees the result immediately. */
public final class InlineTasks implements Tasks {
    private final Runnable before;

    public InlineTasks() {
        this(() -> {});
    }

    /** @param before runs after a work is ordered and before it starts */
    public InlineTasks(Runnable before) {
        this.before = before;
    }

    @Override
    public <T> Running start(String name, Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        var running = new Running();
        before.run();
        perform(work, running, done, failed);
        return running;
    }

    @Override
    public Lane inOrder(String name) {
        return lane();
    }

    @Override
    public Lane latest(String name) {
        return lane();
    }

    private static Lane lane() {
        return new Lane() {
            @Override
            public <T> void run(Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
                perform(work, new Running(), done, failed);
            }
        };
    }

    private static <T> void perform(Work<T> work, Running running, Consumer<T> done, Consumer<Throwable> failed) {
        T result;
        try {
            result = work.run(new Progress() {
                @Override
                public void at(long count, long total) {
                    running.show(count, total);
                }

                @Override
                public boolean cancelled() {
                    return running.cancelled();
                }
            });
        } catch (Exception e) {
            running.end();
            failed.accept(e);
            return;
        }
        running.end();
        done.accept(result);
    }
}
