package xindang.desktop.ui;

import java.time.Clock;

/** What every page works with: words, formats, threads, dialogs, the way to other pages, the time and the look. */
public record Desk(
        Messages text, Formats formats, Tasks tasks, Dialogs dialogs, Navigator navigator, Clock clock, Theme theme) {
    public Look.Size size() {
        return theme.look().size();
    }
}
