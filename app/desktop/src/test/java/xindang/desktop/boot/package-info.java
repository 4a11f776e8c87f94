/** Tests of the wiring with a real archive on disk. */
@NullMarked
package xindang.desktop.boot;

import org.jspecify.annotations.NullMarked;
