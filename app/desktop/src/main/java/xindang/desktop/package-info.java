/** The use cases on a screen. */
@NullMarked
package xindang.desktop;

import org.jspecify.annotations.NullMarked;
