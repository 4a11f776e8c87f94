/** Tests of the unlock page and the frame. */
@NullMarked
package xindang.desktop.shell;

import org.jspecify.annotations.NullMarked;
