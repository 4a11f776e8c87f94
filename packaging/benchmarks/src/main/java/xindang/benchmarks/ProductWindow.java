package xindang.benchmarks;

import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import xindang.desktop.boot.Desktop;

/** The window of the product, with its unlock page. Says when it is shown. */
public final class ProductWindow {
    private static final long ASKED_EVERY = 1_000_000;

    private ProductWindow() {}

    /** Shows the window until the process is ended. */
    public static void main(String[] arguments) {
        ForkJoinPool.commonPool().execute(ProductWindow::watch);
        Desktop.start(Optional.empty(), Optional.empty());
    }

    /** The toolkit is started by the product; until then it refuses to be asked. */
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
