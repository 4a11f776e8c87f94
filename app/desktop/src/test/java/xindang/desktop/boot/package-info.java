/** Tests of the whole window with a real archive on the disk. */
@NullMarked
package xindang.desktop.boot;

import org.jspecify.annotations.NullMarked;
