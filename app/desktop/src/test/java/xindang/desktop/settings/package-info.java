/** The settings, tested without a toolkit. */
@NullMarked
package xindang.desktop.settings;

import org.jspecify.annotations.NullMarked;
