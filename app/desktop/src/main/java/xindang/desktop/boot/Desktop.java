package xindang.desktop.boot;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.application.Platform;
import xindang.model.common.Exempt;

/** Starts the desktop program. */
@Exempt(from = Exempt.Rule.CLOCK, because = "This is where the window's clock is made, to be passed on.")
public final class Desktop {
    /** China has a single time zone. The setting of the computer is ignored. */
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private Desktop() {}

    /**
     * Shows the unlock page. Returns when the window is closed.
     *
     * @param archive folder of the archive to open; if empty, the page offers the earlier ones
     * @param practice the practice village that the page offers
     * @return the exit code, always 0
     */
    public static int start(Optional<Path> archive, Optional<PracticeVillage> practice) {
        return run(practice, window -> window.show(archive));
    }

    /**
     * Creates the practice village without the unlock page. Returns when the window is closed.
     *
     * @return the exit code, always 0
     */
    public static int practise(PracticeVillage practice) {
        return run(Optional.of(practice), window -> window.practise(practice));
    }

    private static int run(Optional<PracticeVillage> practice, Consumer<MainWindow> begin) {
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        var closed = new CountDownLatch(1);
        Platform.startup(() -> {
            Platform.setImplicitExit(false);
            var preferences = Preferences.ofUser(System.getenv());
            begin.accept(new MainWindow(Clock.system(CHINA), preferences, practice, closed::countDown));
        });
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
        return 0;
    }
}
