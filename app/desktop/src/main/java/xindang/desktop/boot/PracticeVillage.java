package xindang.desktop.boot;

import java.nio.file.Path;

/** Creates a practice village. The caller that starts the window provides it. */
public interface PracticeVillage {
    /**
     * Creates a new village. Called in the background.
     *
     * @throws Exception any failure; the window shows it
     */
    Prepared prepare(Watcher watcher) throws Exception;

    /** Receives the progress with a text for the person. */
    interface Watcher {
        /**
         * Reports a step.
         *
         * @param total 0 if unknown
         */
        void step(String words, long done, long total);
    }

    /**
     * A practice village that is ready to use.
     *
     * @param running services of the village, such as a platform; closed with the window
     */
    record Prepared(Path folder, String person, String password, AutoCloseable running) {}
}
