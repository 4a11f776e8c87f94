/** Tests of the command line with real archives. */
@NullMarked
package xindang.cli;

import org.jspecify.annotations.NullMarked;
