package xindang.desktop;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import xindang.desktop.ui.Running;
import xindang.desktop.ui.Tasks;

/** Delays the works of lanes until a test runs them, as on a slow disk. All other works run at once. */
public final class SteppedTasks implements Tasks {
    private final InlineTasks inline = new InlineTasks();
    private final Deque<Waiting> waiting = new ArrayDeque<>();

    private record Waiting(String lane, Runnable work) {}

    @Override
    public <T> Running start(String name, Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        return inline.start(name, work, done, failed);
    }

    @Override
    public Lane inOrder(String name) {
        return stepped(name, inline.inOrder(name));
    }

    @Override
    public Lane latest(String name) {
        return stepped(name, inline.latest(name));
    }

    private Lane stepped(String name, Lane lane) {
        return new Lane() {
            @Override
            public <T> void run(Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
                waiting.add(new Waiting(name, () -> lane.run(work, done, failed)));
            }
        };
    }

    /** Runs all waiting works and their handlers. */
    public void catchUp() {
        while (!waiting.isEmpty()) {
            waiting.remove().work().run();
        }
    }

    /** Runs the waiting works of one lane. */
    public void lane(String name) {
        var ready = waiting.stream().filter(each -> each.lane().equals(name)).toList();
        waiting.removeAll(ready);
        ready.forEach(each -> each.work().run());
    }
}
