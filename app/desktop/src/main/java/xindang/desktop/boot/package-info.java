/**
 * The start of the window. It chooses the archive, the language, text size and colours, and connects all parts.
 *
 * <p>Main types:
 * <ul>
 * <li>{@link xindang.desktop.boot.Desktop} starts JavaFX and waits until the window is closed.
 * <li>{@code MainWindow} is the only window. It switches between the unlock page and an open archive.
 * <li>{@code DesktopSession} is an open archive. Its constructor creates all services and pages, in order.
 * <li>{@code SessionTasks} discards results that arrive after the archive is closed.
 * <li>{@code WorkspaceGate} opens and creates archives for the unlock page.
 * <li>{@code Preferences} stores text size, colours and the list of opened archives.
 * </ul>
 *
 * <p>{@code MainWindow} gets a workspace from {@code WorkspaceGate} and creates a {@code DesktopSession} with it. When
 * a person closes or locks the window, the page saves first. Then the session closes the workspace.
 * {@code WorkspaceGate} has nothing to do with {@link xindang.model.law.Gate}.
 *
 * <p>This package contains no page and no rule of the law. Begin with {@code DesktopSession}: it shows how all parts
 * are connected.
 */
@NullMarked
package xindang.desktop.boot;

import org.jspecify.annotations.NullMarked;
