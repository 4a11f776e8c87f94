/** What every command stands on: the terminal, the options that all share, the archive they open, how answers are printed. */
@NullMarked
package xindang.cli.shell;

import org.jspecify.annotations.NullMarked;
