/**
 * What every page is made of: the seams to threads, dialogs, words and time, the theme, and the components of the design
 * guide. Knows no page. Everything here but {@link xindang.desktop.ui.FxTasks} belongs to the screen thread.
 */
@NullMarked
package xindang.desktop.ui;

import org.jspecify.annotations.NullMarked;
