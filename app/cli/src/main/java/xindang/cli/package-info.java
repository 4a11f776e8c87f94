/** The use cases without a screen. */
@NullMarked
package xindang.cli;

import org.jspecify.annotations.NullMarked;
