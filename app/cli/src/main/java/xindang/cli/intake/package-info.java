/** The command that imports a sheet. */
@NullMarked
package xindang.cli.intake;

import org.jspecify.annotations.NullMarked;
