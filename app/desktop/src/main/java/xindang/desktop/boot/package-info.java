/**
 * The start of the window. It chooses the archive, the language and the look, and connects all parts.
 *
 * <p>Main types:
 * <ul>
 * <li>{@link xindang.desktop.boot.Desktop} starts JavaFX and waits until the window is closed.
 * <li>{@code MainWindow} is the only window. It switches between the unlock page and an open archive.
 * <li>{@code DesktopSession} is an open archive. Its constructor creates all services and pages, in order.
 * <li>{@code SessionTasks} drops results that arrive after the archive is closed.
 * <li>{@code WorkspaceGate} opens and creates archives for the unlock page.
 * <li>{@code Preferences} stores the look and the list of opened archives.
 * </ul>
 *
 * <p>{@code MainWindow} gets a workspace from the gate and creates a {@code DesktopSession} with it. Closing or locking
 * the window lets the page save first. Then the session closes the workspace.
 *
 * <p>This package contains no page and no rule of the law. Begin with {@code DesktopSession}: it shows how all parts
 * are connected.
 */
@NullMarked
package xindang.desktop.boot;

import org.jspecify.annotations.NullMarked;
