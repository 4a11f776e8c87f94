package xindang.desktop.ui;

import xindang.model.common.Progress;

/** Lets long work of the model be watched and cancelled from the screen. */
public record Watched(Tasks.Progress screen) implements Progress {
    @Override
    public void at(String step, long done, long total) {
        screen.at(done, total);
    }

    @Override
    public boolean cancelled() {
        return screen.cancelled();
    }
}
