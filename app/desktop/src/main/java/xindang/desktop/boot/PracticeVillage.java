package xindang.desktop.boot;

import java.nio.file.Path;

/** Makes a practice village to work in without fear. Given by whoever starts the window. */
public interface PracticeVillage {
    /**
     * Makes the village anew; called away from the screen thread.
     *
     * @throws Exception whatever went wrong; shown to the person
     */
    Prepared prepare(Watcher watcher) throws Exception;

    /** Told what is being done, in the person's words, and how far it is. */
    interface Watcher {
        /** @param total 0 when unknown */
        void step(String words, long done, long total);
    }

    /**
     * A village that is ready.
     *
     * @param running what goes on beside it, such as a platform to exchange with; closed with the window
     */
    record Prepared(Path folder, String person, String password, AutoCloseable running) {}
}
