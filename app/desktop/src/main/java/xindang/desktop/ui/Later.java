package xindang.desktop.ui;

import javafx.application.Platform;

/** Runs work after the current event of the screen thread, for example to focus a node that is not shown yet. */
public final class Later {
    private Later() {}

    public static void run(Runnable work) {
        Platform.runLater(work);
    }
}
