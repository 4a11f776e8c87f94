/**
 * The window: rail, top bar, status bar, the way from page to page, keys, the search over everything, and the locked door.
 * It knows pages only as {@link xindang.desktop.ui.Feature}s.
 */
@NullMarked
package xindang.desktop.shell;

import org.jspecify.annotations.NullMarked;
