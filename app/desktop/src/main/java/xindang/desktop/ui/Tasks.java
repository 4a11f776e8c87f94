package xindang.desktop.ui;

import java.util.function.Consumer;

/**
 * Runs work away from the screen thread. Handlers run on the screen thread. Screens start threads in no other way. A
 * test can therefore run all work in place.
 */
public interface Tasks {
    /** Starts a work now. The result reports its progress and can cancel it. */
    <T> Running start(String name, Work<T> work, Consumer<T> done, Consumer<Throwable> failed);

    /** Returns the lane of a name. Its works run one after another in the given order. Saves use it. */
    Lane inOrder(String name);

    /** Returns a lane that waits a moment and then runs only the newest work. Search-as-you-type uses it. */
    Lane latest(String name);

    /** A queue of works of one kind. */
    interface Lane {
        <T> void run(Work<T> work, Consumer<T> done, Consumer<Throwable> failed);
    }

    /** A work that runs away from the screen thread. */
    interface Work<T> {
        T run(Progress progress) throws Exception;
    }

    /** Receives the progress of a work and reports a cancellation to it. */
    interface Progress {
        /**
         * Reports progress.
         *
         * @param total 0 if unknown
         */
        void at(long done, long total);

        boolean cancelled();
    }
}
