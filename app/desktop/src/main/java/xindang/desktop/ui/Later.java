package xindang.desktop.ui;

import javafx.application.Platform;

/** What has to wait until the screen thread has done what it is at, such as the focus of a pane that is being shown. */
public final class Later {
    private Later() {}

    public static void run(Runnable work) {
        Platform.runLater(work);
    }
}
