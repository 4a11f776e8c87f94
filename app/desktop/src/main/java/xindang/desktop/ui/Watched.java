package xindang.desktop.ui;

import xindang.model.common.Progress;

/** Adapts the progress of a screen to long work of the model. */
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
