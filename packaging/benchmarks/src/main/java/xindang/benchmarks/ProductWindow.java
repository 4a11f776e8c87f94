package xindang.benchmarks;

import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import xindang.desktop.boot.Desktop;

/** The window of the product, with its unlock page. Prints a line when it is shown. */
public final class ProductWindow {
    private static final long ASKED_EVERY = 1_000_000;

    private ProductWindow() {}

    /** Shows the window until the process ends. */
    public static void main(String[] arguments) {
        ForkJoinPool.commonPool().execute(ProductWindow::watch);
        Desktop.start(Optional.empty(), Optional.empty());
    }

    /** Waits until the product has started the toolkit. Before that, the toolkit refuses calls. */
    private static void watch() {
        for (var asked = false; !asked; ) {
            try {
                Platform.runLater(WindowWatch::tell);
                asked = true;
            } catch (IllegalStateException notYet) {
                LockSupport.parkNanos(ASKED_EVERY);
            }
        }
    }
}
