/** Tests of the command line, through its door and with real archives. */
@NullMarked
package xindang.cli;

import org.jspecify.annotations.NullMarked;
