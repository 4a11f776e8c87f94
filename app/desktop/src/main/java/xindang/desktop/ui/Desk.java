package xindang.desktop.ui;

import java.time.Clock;

/** The services that every page uses: texts, formats, background work, dialogs, navigation, clock and theme. */
public record Desk(
        Messages text, Formats formats, Tasks tasks, Dialogs dialogs, Navigator navigator, Clock clock, Theme theme) {
    public Look.Size size() {
        return theme.look().size();
    }
}
