package xindang.desktop;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Assumptions;
import xindang.desktop.ui.Theme;

/** Starts JavaFX for tests without a display. If a library is missing, it names the package. */
public final class Screens {
    private static final String REMEDY = "screen tests need text libraries: apt-get install libpangoft2-1.0-0";

    private Screens() {}

    /** Call it before the first test of a class that shows something. */
    public static void start() {
        try {
            var ready = new CountDownLatch(1);
            try {
                Platform.startup(ready::countDown);
            } catch (IllegalStateException e) {
                ready.countDown();
            }
            if (!ready.await(60, TimeUnit.SECONDS)) {
                fail("the toolkit did not start");
            }
            Platform.setImplicitExit(false);
            Pictures.onScreen(() -> {
                Theme.loadFonts();
                return new Text("信").getLayoutBounds().getWidth();
            });
        } catch (LinkageError | AssertionError | InterruptedException e) {
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError(REMEDY, e);
            }
            Assumptions.abort(REMEDY);
        }
    }
}
