package xindang.desktop.ui;

import java.util.function.Consumer;

/**
 * Work away from the screen. Handlers run on the screen thread; the work itself never does. Screens start threads in no
 * other way, so that a test can run everything in place.
 */
public interface Tasks {
    /** Starts the work at once; the answer carries its counts and can be cancelled. */
    <T> Running start(String name, Work<T> work, Consumer<T> done, Consumer<Throwable> failed);

    /** A lane whose works run one after another in the order given: saves. Lanes of one name are one lane. */
    Lane inOrder(String name);

    /** A lane that waits a moment and then runs only the newest work: search as you type. */
    Lane latest(String name);

    /** A queue of works of one kind. */
    interface Lane {
        <T> void run(Work<T> work, Consumer<T> done, Consumer<Throwable> failed);
    }

    /** What is done away from the screen. */
    interface Work<T> {
        T run(Progress progress) throws Exception;
    }

    /** Told by the work how far it is, and asked whether to go on. */
    interface Progress {
        /** @param total 0 when unknown */
        void at(long done, long total);

        boolean cancelled();
    }
}
