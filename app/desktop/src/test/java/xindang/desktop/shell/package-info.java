/** The door and the frame. */
@NullMarked
package xindang.desktop.shell;

import org.jspecify.annotations.NullMarked;
