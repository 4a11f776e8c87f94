package xindang.benchmarks;

import javafx.animation.AnimationTimer;
import javafx.stage.Window;
import xindang.model.common.Exempt;

/** Says on the console that a window of this process is shown and has been drawn, and what that took. */
@Exempt(from = Exempt.Rule.CONSOLE, because = "who started the process waits for the word")
final class WindowWatch {
    /** The word; a line with the seconds of processor time follows. */
    static final String SHOWN = "SHOWN";

    private static final int DRAWN = 2;

    private WindowWatch() {}

    /** Begins to watch; on the screen thread. */
    static void tell() {
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                if (Window.getWindows().stream().anyMatch(Window::isShowing) && ++pulses > DRAWN) {
                    stop();
                    System.out.println(SHOWN);
                    System.out.flush();
                    System.out.println(Meter.processorSoFar());
                    System.exit(0);
                }
            }
        }.start();
    }
}
