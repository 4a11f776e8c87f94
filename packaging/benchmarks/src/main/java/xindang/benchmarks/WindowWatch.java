package xindang.benchmarks;

import javafx.animation.AnimationTimer;
import javafx.stage.Window;
import xindang.model.common.Exempt;

/** Prints that a window of this process is drawn, and the processor time up to then. */
@Exempt(from = Exempt.Rule.CONSOLE, because = "who started the process waits for the word")
final class WindowWatch {
    /** The printed word; a line with the seconds of processor time follows. */
    static final String SHOWN = "SHOWN";

    private static final int DRAWN = 2;

    private WindowWatch() {}

    /** Starts watching. Call it on the screen thread. */
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
