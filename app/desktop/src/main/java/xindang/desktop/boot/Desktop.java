package xindang.desktop.boot;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import xindang.model.common.Exempt;

/** The desktop program as others start it. */
@Exempt(from = Exempt.Rule.CLOCK, because = "This is where the window's clock is made, to be handed on.")
public final class Desktop {
    /** All of the country keeps one time, whatever a machine is set to. */
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private Desktop() {}

    /**
     * Shows the window and returns when it is closed.
     *
     * @param archive folder of the archive to open; without one the door offers those opened before
     * @param practice the practice village; without an archive it is made at once, with one the door offers it
     * @return exit code: 0
     */
    public static int start(Optional<Path> archive, Optional<Practice> practice) {
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        var closed = new CountDownLatch(1);
        Platform.startup(() -> {
            Platform.setImplicitExit(false);
            new MainWindow(Clock.system(CHINA), Preferences.ofUser(System.getenv()), practice, closed::countDown)
                    .show(archive);
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
