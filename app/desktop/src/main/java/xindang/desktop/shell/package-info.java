/**
 * The window frame: rail (the navigation bar at the left), top bar, status bar, shortcuts, search and unlock page.
 *
 * <p>Main types:
 * <ul>
 * <li>{@link xindang.desktop.shell.Shell} is the frame around the pages and moves between them.
 * <li>{@link xindang.desktop.shell.ShellViewModel} has the texts of the frame that concern the whole program.
 * <li>{@link xindang.desktop.shell.UnlockView} and {@code UnlockViewModel} are the page before an archive is open.
 * <li>{@link xindang.desktop.shell.UnlockService} is the interface of that page to the archives on the disk.
 * <li>{@link xindang.desktop.shell.Finder} finds records for the search of {@code Palette}.
 * <li>{@link xindang.desktop.shell.ClockBar} warns while the date is not sure.
 * </ul>
 *
 * <p>The shell gets a place, finds its feature and shows the screen of the feature. The rail, the top bar and the
 * status bar then show the title, path and commands of that screen.
 *
 * <p>The package uses pages only as {@link xindang.desktop.ui.Feature}s and opens no files. Begin with {@code Shell}.
 */
@NullMarked
package xindang.desktop.shell;

import org.jspecify.annotations.NullMarked;
