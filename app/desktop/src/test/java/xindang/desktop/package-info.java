/**
 * The shared parts of the desktop tests: tasks that run at once, dialogs with prepared answers, pictures of pages, and
 * an office in memory.
 */
@NullMarked
package xindang.desktop;

import org.jspecify.annotations.NullMarked;
