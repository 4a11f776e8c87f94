/**
 * The shared parts of the desktop tests: inline tasks, scripted dialogs, pictures of pages, and a bench of all
 * components.
 */
@NullMarked
package xindang.desktop;

import org.jspecify.annotations.NullMarked;
